/**
 * The keyboard of a desk, on every page: keys press what says that they do (`shortcuts.ts`), `g` and another key go to a
 * page, Ctrl+K opens the command palette, `?` the sheet of keys. Nothing happens while somebody types.
 */
import { signal } from "@preact/signals";
import { isTheirs } from "../parts/nav.ts";
import { hasDialog, isTyping } from "./listKeys.ts";
import { account } from "./session.ts";

/** Pages by the second of two keys; the first is `g`. */
const jumps: Readonly<Record<string, string>> = {
  d: "/cases",
  c: "/calls",
  m: "/map",
  x: "/inbox",
  t: "/ledger",
  r: "/evaluation",
  o: "/overview",
  s: "/security",
};

/** What the keyboard has opened over the page. */
export const opened = signal<"palette" | "keys" | null>(null);

/** The second key of two comes within this time. */
const SECOND = 1000;
/** A case that is opened beside the list for an act has come within this time. */
const COMING = 4000;

/** @param go opens an address. @returns a function that ends it. */
export function deskKeys(go: (address: string) => void): () => void {
  let jumpUntil = 0;
  let stopWaiting = () => {};

  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") return openPalette(event);
    if (event.ctrlKey || event.metaKey || isTyping(event.target) || hasDialog()) return;
    stopWaiting();
    const isSecond = event.timeStamp < jumpUntil;
    jumpUntil = 0;
    if (isSecond && jump(event.key)) return event.preventDefault();
    if (event.key === "g") jumpUntil = event.timeStamp + SECOND;
    else if (event.key === "?") opened.value = "keys";
    else if (event.key === "n" && mayGo("/report")) go("/report");
    else if (/^[a-z0-9]$/u.test(event.key)) stopWaiting = press(event.key);
  }

  function jump(key: string): boolean {
    const address = jumps[key];
    if (address === undefined || !mayGo(address)) return false;
    go(address);
    return true;
  }

  document.addEventListener("keydown", onKey);
  return () => {
    stopWaiting();
    document.removeEventListener("keydown", onKey);
  };
}

function openPalette(event: KeyboardEvent): void {
  event.preventDefault();
  if (opened.peek() !== null || !hasDialog()) opened.value = opened.peek() === "palette" ? null : "palette";
}

function mayGo(address: string): boolean {
  const role = account.peek()?.role;
  return role !== undefined && isTheirs(role, address);
}

/**
 * Presses what the key belongs to. With the focus on a row of a list it is an act on that case: the case is opened
 * beside the list first, and the act is pressed when it is there. @returns a function that gives up waiting.
 */
function press(key: string): () => void {
  const row = document.activeElement?.closest<HTMLElement>("[data-case-row]");
  // Among chosen rows a key acts on all that are chosen
  const isAct = row !== null && row !== undefined && acts.has(key) && !isChoosing();
  const at = () => (isAct ? beside(row) : document);
  if (pressIn(at(), key) || !isAct) return () => {};
  row.parentElement?.querySelector<HTMLElement>("[data-peek]")?.click();
  const watcher = new MutationObserver(() => pressIn(at(), key) && watcher.disconnect());
  watcher.observe(document.body, { childList: true, subtree: true, attributes: true });
  setTimeout(() => watcher.disconnect(), COMING);
  return () => watcher.disconnect();
}

function isChoosing(): boolean {
  return document.querySelector("[data-pick]") !== null;
}

/** Keys that act on one case. */
const acts: ReadonlySet<string> = new Set(["e", "a", "u", "t", "h"]);

/** The case that stands beside the list, when it is the one of the row. */
function beside(row: HTMLElement): ParentNode | null {
  const id = (row.getAttribute("href") ?? "").replace("/cases/", "");
  return document.querySelector(`[data-beside="${CSS.escape(id)}"]`);
}

function pressIn(place: ParentNode | null, key: string): boolean {
  const meant = [...(place?.querySelectorAll<HTMLElement>(`[aria-keyshortcuts~="${key}"]`) ?? [])].find(
    (element) => !(element instanceof HTMLButtonElement && element.disabled),
  );
  if (!meant) return false;
  // An act may be folded away among the others
  const fold = meant.closest("details");
  if (fold) fold.open = true;
  meant.focus();
  meant.click();
  return true;
}

/** What can be pressed on this page, for the palette. */
export function pressables(): readonly {
  readonly label: string;
  readonly keys: string;
  readonly press: () => void;
}[] {
  return [...document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")]
    .filter((element) => !(element instanceof HTMLButtonElement && element.disabled))
    .map((element) => {
      const keys = element.getAttribute("aria-keyshortcuts") ?? "";
      const label = (element.getAttribute("aria-label") ?? element.textContent ?? "")
        .replace(/…$/u, "")
        .trim();
      return { label, keys, press: () => pressIn(element.parentElement, keys.split(" ")[0] ?? "") };
    });
}
