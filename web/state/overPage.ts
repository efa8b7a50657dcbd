/** What lies over a page has an entry of its own in the history: 返回 closes it and stays on the page. */

/** @returns to be called when it is gone: takes the entry away, unless 返回 did or the page has been left. */
export function overPage(close: () => void): () => void {
  history.pushState({ over: true }, "");
  addEventListener("popstate", close);
  return () => {
    removeEventListener("popstate", close);
    if (isOver(history.state)) history.back();
  };
}

function isOver(state: unknown): boolean {
  return typeof state === "object" && state !== null && "over" in state;
}
