import { loadPeople } from "../fixtures/load.ts";

/** The password of every demo account: printed on the sign-in page and in the terminal, in demo mode only. */
export function demoPassword(): string {
  known ??= loadPeople().password;
  return known;
}

let known: string | undefined;
