interface Places {
  readonly row: string;
  readonly search: string;
  /** Takes the row that has the focus, where rows can be chosen. */
  readonly pick?: (row: HTMLElement) => void;
  /** 侧看: shows the row beside the list, or goes on there with the row that was moved to. */
  readonly peek?: Peek;
}

export interface Peek {
  readonly isOpen: () => boolean;
  readonly open: (row: HTMLElement) => void;
  readonly close: () => void;
}

/**
 * The keyboard grammar of lists: j/k or arrows move, Enter opens (it is a link), space or p shows it beside the list, Esc
 * ends that, x chooses, with Shift the moving does, / goes to the search.
 */
export function listKeys({ row, search, pick, peek }: Places): () => void {
  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || hasDialog()) return;
    const step = stepOf(event.key);
    const moved = step === 0 ? null : move(step, row);
    if (moved !== null) event.preventDefault();
    if (moved !== null && peek?.isOpen()) peek.open(moved);
    if (moved !== null && event.shiftKey) pick?.(moved);
    const here = focused(row);
    if (event.key === "x" && here !== null) pick?.(here);
    if (isPeekKey(event, here !== null) && peek !== undefined) {
      toggle(here ?? document.querySelector<HTMLElement>(row), peek);
      event.preventDefault();
    }
    if (event.key === "Escape" && peek?.isOpen()) peek.close();
    if (event.key === "/") {
      document.querySelector<HTMLElement>(search)?.focus();
      event.preventDefault();
    }
  }
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

/** The space bar presses whatever else has the focus, and scrolls where nothing has. */
function isPeekKey({ key }: KeyboardEvent, isOnRow: boolean): boolean {
  return key === "p" || (key === " " && isOnRow);
}

function toggle(row: HTMLElement | null, peek: Peek): void {
  if (peek.isOpen()) return peek.close();
  if (row === null) return;
  row.focus();
  peek.open(row);
}

function focused(row: string): HTMLElement | null {
  const here = document.activeElement;
  return here instanceof HTMLElement && here.matches(row) ? here : null;
}

function stepOf(key: string): -1 | 0 | 1 {
  if (key === "j" || key === "J" || key === "ArrowDown") return 1;
  return key === "k" || key === "K" || key === "ArrowUp" ? -1 : 0;
}

/** From the row that has the focus, else from the one shown beside the list. @returns the row it went to. */
function move(step: -1 | 1, row: string): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLElement>(row)];
  const active = rows.findIndex((element) => element === document.activeElement);
  const here = active === -1 ? rows.findIndex((element) => element.matches("[aria-current]")) : active;
  const target = here === -1 ? rows[step === 1 ? 0 : rows.length - 1] : rows[here + step];
  target?.focus();
  return target ?? null;
}

/** Somebody writes, chooses from a list, or is in a dialog: keys belong to that. A box to tick takes none but the space bar. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog") !== null || target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return /^(SELECT|TEXTAREA)$/.test(target.tagName);
}

export function hasDialog(): boolean {
  return document.querySelector("dialog[open]") !== null;
}
