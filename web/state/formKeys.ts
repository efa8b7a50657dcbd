/** Forms by the keyboard: a dialog begins at its first field, and Ctrl+Enter sends a form from wherever one writes. */

/** The cross in the head would come first otherwise. */
export function openAtFirstField(dialog: HTMLDialogElement | null): void {
  dialog?.showModal();
  dialog?.querySelector<HTMLElement>("input, select, textarea, [type=submit]")?.focus();
}

export function sendByKey(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  event.preventDefault();
  // Pressed, not sent: the browser checks the fields, and a button that rests stays at rest
  (event.currentTarget as HTMLElement).querySelector<HTMLElement>("[type=submit]")?.click();
}
