interface Places {
  readonly row: string;
  readonly search: string;
  /** Takes the row that has the focus, where rows can be chosen. */
  readonly pick?: (row: HTMLElement) => void;
}

/** The keyboard grammar of lists: j/k or arrows move, Enter opens (it is a link), x chooses, / goes to the search. */
export function listKeys(places: Places): () => void {
  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const step = stepOf(event.key);
    if (step !== 0 && move(step, places.row)) event.preventDefault();
    const here = document.activeElement;
    if (event.key === "x" && here instanceof HTMLElement && here.matches(places.row)) places.pick?.(here);
    if (event.key === "/") {
      document.querySelector<HTMLElement>(places.search)?.focus();
      event.preventDefault();
    }
  }
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

function stepOf(key: string): -1 | 0 | 1 {
  if (key === "j" || key === "ArrowDown") return 1;
  return key === "k" || key === "ArrowUp" ? -1 : 0;
}

function move(step: -1 | 1, row: string): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(row)];
  const here = rows.findIndex((element) => element === document.activeElement);
  // Arrows scroll the page until a row has the focus.
  const target = here === -1 ? rows[step === 1 ? 0 : rows.length - 1] : rows[here + step];
  target?.focus();
  return target !== undefined;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) || target.closest("dialog") !== null;
}
