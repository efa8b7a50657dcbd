/**
 * What somebody has filled into the form of an act and not sent, kept for this tab and this person: a reload, a slip on Esc or a
 * sign-in that ran out takes no words. Photos are sent as they are taken and stand outside.
 */
import { account } from "./session.ts";

/** Stands for the account of whoever has none. */
export const NOBODY = "public";

export type FormContent = Readonly<Record<string, unknown>>;

/** What was filled in over what the form begins with; null where nothing was. */
export function filledOver(
  start: FormContent,
  values: FormContent,
  without: readonly string[] = [],
): FormContent | null {
  const filled = Object.entries(values).filter(
    ([name, value]) =>
      !without.includes(name) && !isEmpty(value) && JSON.stringify(value) !== JSON.stringify(start[name]),
  );
  return filled.length === 0 ? null : Object.fromEntries(filled);
}

/** @param form names it among all forms: the case and the act. @returns null where nothing is kept. */
export function keptIn(form: string): FormContent | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "null") as FormContent | null;
  } catch {
    return null;
  }
}

/** A full or forbidden store costs only this second copy. */
export function keepIn(form: string, content: FormContent | null): void {
  try {
    if (content === null) sessionStorage.removeItem(keyOf(form));
    else sessionStorage.setItem(keyOf(form), JSON.stringify(content));
  } catch {
    // The form itself still has it
  }
}

/** Of an account whose device was ended: it may be in anybody's hands. */
export function forgetFormsOf(by: string): void {
  try {
    const theirs = Object.keys(sessionStorage).filter((key) => key.startsWith(`huying.form.${by}.`));
    for (const key of theirs) sessionStorage.removeItem(key);
  } catch {
    // A forbidden store holds nothing
  }
}

function keyOf(form: string): string {
  return `huying.form.${account.peek()?.id ?? NOBODY}.${form}`;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}
