/** Forms by the keyboard: a dialog begins at its first field, and Ctrl+Enter sends a form from wherever one writes. */

/** The cross in the head would come first otherwise. @returns what leads the focus back when the dialog is gone. */
export function openAtFirstField(dialog: HTMLDialogElement | null): () => void {
  const leadBack = openDialog(dialog);
  dialog?.querySelector<HTMLElement>("input, select, textarea, [type=submit]")?.focus();
  return leadBack;
}

/** @returns what leads the focus back to where it was, or to the page where the act took that away. */
export function openDialog(dialog: HTMLDialogElement | null): () => void {
  const before = document.activeElement;
  dialog?.showModal();
  return () => {
    // A dialog that is taken away without being closed leaves the focus nowhere
    if (document.activeElement !== document.body) return;
    const back = before?.isConnected && before !== document.body ? before : document.querySelector("#main");
    if (back instanceof HTMLElement) back.focus({ preventScroll: true });
  };
}

/** Where something is still missing one writes next. */
export function focusField(dialog: HTMLDialogElement | null, id: string): void {
  dialog?.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
}

export function sendByKey(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  event.preventDefault();
  // Pressed, not sent: the browser checks the fields, and a button that rests stays at rest
  (event.currentTarget as HTMLElement).querySelector<HTMLElement>("[type=submit]")?.click();
}
