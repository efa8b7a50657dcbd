/**
 * The reference data that counts now: what the program brings, with what the county published in its place. Held in
 * memory; versions of other processes are noticed by the job of `server/jobs/refresh.ts`.
 */
import type { Store } from "../../db/store.ts";
import { judgeFiles } from "../../fixtures/judge.ts";
import { describeMistakes, type Mistake } from "../../fixtures/mistake.ts";
import { once } from "../../fixtures/once.ts";
import { type Files, readFiles } from "../../fixtures/read.ts";
import { keepCalendars } from "../calendars.ts";
import { type CalendarBook, createCalendarBook, type KeptCalendar } from "../domain/calendars.ts";
import type { CountyBody, CountySubject } from "../domain/county/subjects.ts";
import { type CountyHead, FIRST_VERSION } from "../domain/county/version.ts";
import type { Reference } from "../domain/reference.ts";
import { dayNumber, dayOf, type Day, type Instant } from "../domain/time.ts";
import type { Log } from "../log.ts";

export interface CountyInForce {
  readonly current: () => Reference;
  readonly book: () => CalendarBook;
  /** All files as they count now. */
  readonly files: () => Files;
  /** All files as the program brings them. */
  readonly brought: () => Files;
  /** The version of a subject that counts now. */
  readonly versionOf: (subject: CountySubject) => number;
  /** As it counts on a day that was or comes: last month's scores by last month's weights. */
  readonly on: (day: Day) => Promise<Reference>;
  /** Looks whether other versions count by now. @returns true when something changed. */
  readonly refresh: () => Promise<boolean>;
}

export interface CountyMaterial {
  readonly store: Pick<Store, "county" | "reference">;
  readonly clock: { readonly now: () => Instant };
  readonly log: Log;
  /** Counts as long as nothing was published. */
  readonly start: Reference;
  readonly kept?: ReadonlyMap<string, KeptCalendar>;
  readonly files?: () => Files;
}

type Picked = ReadonlyMap<CountySubject, number>;

interface Held {
  readonly picked: Picked;
  readonly files: Files;
  readonly reference: Reference;
}

export function createCountyInForce(material: CountyMaterial): CountyInForce {
  const { store, clock, log, start } = material;
  const brought = once(material.files ?? readFiles);
  let held: Held | null = null;
  let book = createCalendarBook(start, material.kept);
  const past = new Map<string, Promise<Reference>>();

  async function made(picked: Picked): Promise<Held> {
    let files = brought();
    let reference = start;
    for (const [subject, version] of picked) {
      const stored = await store.county.version(subject, version);
      const next = withBody(files, stored?.body ?? {});
      const judged = judgeCounty(next);
      // One that no longer fits the program is left out and said: the house goes on with what fits
      if (judged.reference === null || judged.mistakes.length > 0) {
        log("county.refused", { subject, version, faults: describeMistakes(judged.mistakes) });
        continue;
      }
      [files, reference] = [next, judged.reference];
    }
    return { picked, files, reference };
  }

  return {
    current: () => held?.reference ?? start,
    book: () => book,
    files: () => held?.files ?? brought(),
    brought,
    versionOf: (subject) => held?.picked.get(subject) ?? FIRST_VERSION,
    async on(day) {
      const picked = pickedOn(await store.county.heads(), day);
      const key = keyOf(picked);
      if (picked.size === 0) return start;
      if (held !== null && key === keyOf(held.picked)) return held.reference;
      const found = past.get(key) ?? made(picked).then(({ reference }) => reference);
      if (past.size > MOST_PAST) past.clear();
      past.set(key, found);
      return await found;
    },
    async refresh() {
      const picked = pickedOn(await store.county.heads(), dayOf(dayNumber(clock.now())));
      if (keyOf(picked) === keyOf(held?.picked ?? new Map())) return false;
      const next = await made(picked);
      // First the archive of calendars, then the calendars: a clock must never name one that nobody kept
      const kept = await keepCalendars(store, next.reference);
      book = createCalendarBook(next.reference, kept);
      held = next;
      return true;
    },
  };
}

/** Files judged as a county's own: demo people are none of it. The value may be there with mistakes beside it. */
export function judgeCounty(files: Files): {
  readonly reference: Reference | null;
  readonly mistakes: readonly Mistake[];
} {
  const { reference, mistakes } = judgeFiles(files);
  return { reference, mistakes: mistakes.filter(({ file }) => !file.startsWith("demo/")) };
}

/** A body put over the files; it can add and change, never take away. */
export function withBody(files: Files, body: CountyBody): Files {
  return new Map([...files, ...Object.entries(body)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** For each subject the published version that came into force last until a day. */
function pickedOn(heads: readonly CountyHead[], day: Day): Picked {
  const best = new Map<CountySubject, CountyHead>();
  for (const head of heads) {
    if (head.publishedAt === null || head.validFrom === null || head.validFrom > day) continue;
    const known = best.get(head.subject);
    if (known === undefined || later(head, known)) best.set(head.subject, head);
  }
  return new Map([...best].map(([subject, { version }]) => [subject, version]));
}

function later(one: CountyHead, other: CountyHead): boolean {
  const [a, b] = [one.validFrom ?? "", other.validFrom ?? ""];
  return a === b ? one.version > other.version : a > b;
}

function keyOf(picked: Picked): string {
  return [...picked].map(([subject, version]) => `${subject}@${version}`).join();
}

const MOST_PAST = 24;
