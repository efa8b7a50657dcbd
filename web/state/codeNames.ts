/** What codes of units, townships and matters are called, for forms that hold the bare codes. */
import { itemOf, unitName } from "./reference.ts";

/** @returns null for what is no such code. */
export function nameOfCode(code: string): string | null {
  const name = unitName(code);
  return name === code ? (itemOf(code)?.name ?? null) : name;
}
