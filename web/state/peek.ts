/**
 * 侧看: the case that stands beside the list, kept in the address (`peek=`), so that a reload or a copied link shows the
 * same. Only where there is room for two; a narrow screen opens the case itself.
 */
import { signal } from "@preact/signals";

const room = matchMedia("(min-width: 1100px)");

/** There is room for the case beside the list. */
export const hasRoom = signal(room.matches);
room.addEventListener("change", () => (hasRoom.value = room.matches));

/** @param list address of the list itself. */
export function peekAddress(list: string, id: string | null): string {
  if (id === null) return list;
  return `${list}${list.includes("?") ? "&" : "?"}peek=${encodeURIComponent(id)}`;
}

/** The case that a row leads to; null for what is no row. */
export function caseOfRow(row: Element): string | null {
  return /^\/cases\/([^/?]+)$/.exec(row.getAttribute("href") ?? "")?.[1] ?? null;
}

/** Brings the focus back to the row that was peeked at. */
export function focusRow(id: string): void {
  document.querySelector<HTMLElement>(`[data-case-row][href="/cases/${CSS.escape(id)}"]`)?.focus();
}
