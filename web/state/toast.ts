/** One short message at the bottom: what was done, and the way back where there is one. */
import { signal } from "@preact/signals";

export interface Toast {
  readonly text: string;
  readonly act: { readonly label: string; readonly run: () => void } | null;
}

/** Ten seconds: long enough to read it and to change one's mind. */
const STAY = 10_000;

export const toast = signal<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export function say(text: string, act: Toast["act"] = null): void {
  clearTimeout(timer);
  toast.value = { text, act };
  timer = setTimeout(hush, STAY);
}

export function hush(): void {
  clearTimeout(timer);
  toast.value = null;
}
