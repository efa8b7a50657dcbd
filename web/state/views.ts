/**
 * 常用视图: filters of the worklist a person has given a name, kept on this device under their account. What is kept is
 * the address, so that a view is a link like any other.
 */
import { signal } from "@preact/signals";
import { listAddress, type Filters } from "./filters.ts";

export interface View {
  readonly name: string;
  /** As `listAddress` writes it. */
  readonly address: string;
}

/** More would not be a choice but a list to search. */
export const MOST_VIEWS = 12;
export const LONGEST_NAME = 12;

export const views = signal<readonly View[]>([]);
let owner: string | null = null;

export function openViews(accountId: string): void {
  owner = accountId;
  views.value = read(accountId);
}

/** The same name again means the new filters. */
export function saveView(name: string, filters: Filters): void {
  keep(withView(views.peek(), { name: name.trim(), address: listAddress(filters) }));
}

/** @returns what brings it back. */
export function removeView(name: string): () => void {
  const before = views.peek();
  keep(before.filter((view) => view.name !== name));
  return () => keep(before);
}

/** Newest last; the oldest makes room. */
export function withView(known: readonly View[], view: View): readonly View[] {
  return [...known.filter(({ name }) => name !== view.name), view].slice(-MOST_VIEWS);
}

function keep(next: readonly View[]): void {
  views.value = next;
  if (owner !== null) localStorage.setItem(keyOf(owner), JSON.stringify(next));
}

function read(accountId: string): readonly View[] {
  const text = localStorage.getItem(keyOf(accountId));
  return text === null ? [] : viewsIn(text);
}

/** What stands on the device may be old, cut off or another program's: only whole views are taken. */
export function viewsIn(text: string): readonly View[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isView).slice(-MOST_VIEWS) : [];
  } catch {
    return [];
  }
}

function isView(value: unknown): value is View {
  const view = value as Partial<View> | null;
  return (
    typeof view?.name === "string" &&
    typeof view.address === "string" &&
    // Nothing but an own list is ever linked to
    /^\/cases(\?|$)/.test(view.address)
  );
}

function keyOf(accountId: string): string {
  return `huying.views.${accountId}`;
}
