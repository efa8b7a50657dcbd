/** What lies over a page has an entry of its own in the history: 返回 closes it and stays on the page. */

let open = 0;

/** @returns to be called when it is gone: takes the entry away, unless 返回 did or the page has been left. */
export function overPage(close: () => void): () => void {
  open++;
  history.pushState({ over: true }, "");
  addEventListener("popstate", close);
  return () => {
    open--;
    removeEventListener("popstate", close);
    if (isOver(history.state)) history.back();
  };
}

/**
 * A link on what lies over the page, or a reload, leaves its entry behind with nothing over the page any more: whoever comes
 * back to it goes on to the page itself, so that one 返回 does.
 */
export function skipLeftBehind(): void {
  addEventListener("popstate", () => open === 0 && isOver(history.state) && history.back());
  if (isOver(history.state)) history.back();
}

function isOver(state: unknown): boolean {
  return typeof state === "object" && state !== null && "over" in state;
}
