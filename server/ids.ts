/** Ids of everything that is born on the server. */
import { customAlphabet, nanoid } from "nanoid";
import type { Instant } from "./domain/time.ts";

export interface Ids {
  /** Rises with time, letter by letter, so that new cases are neighbours in the database. */
  readonly caseId: () => string;
  /** Clocks, notices, accounts; rises with time too: an inbox is read from its highest id down. */
  readonly row: () => string;
  /** 查询码: at least 128 bits of chance, for people without an account. */
  readonly trackingCode: () => string;
}

/** 32 letters in byte order, without the ones that look alike. */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const byChance = customAlphabet(letters, 8);

/** @param repeatable 0 ≤ x < 1, for rehearsals that must run the same way again; never for a house that serves people. */
export function createIds(now: () => Instant, repeatable?: () => number): Ids {
  let last = 0;
  let serial = 0;
  const chance = repeatable === undefined ? byChance : () => drawn(8, repeatable);

  /** 9 letters of milliseconds, 3 of a serial within the millisecond, 8 of chance. */
  function rising(): string {
    const at = now();
    serial = at > last ? 0 : serial + 1;
    last = Math.max(at, last);
    if (serial === 32 ** 3) [last, serial] = [last + 1, 0];
    return inLetters(last, 9) + inLetters(serial, 3) + chance();
  }

  const trackingCode = repeatable === undefined ? () => nanoid(22) : () => drawn(22, repeatable);
  return { caseId: rising, row: rising, trackingCode };
}

function drawn(length: number, next: () => number): string {
  return Array.from({ length }, () => letters.charAt(Math.floor(next() * 32))).join("");
}

function inLetters(value: number, length: number): string {
  let text = "";
  let left = value;
  for (let place = 0; place < length; place++) {
    text = letters.charAt(left % 32) + text;
    left = Math.floor(left / 32);
  }
  return text;
}
