/** What is still to happen: things to do, each at its instant, first come first served where instants are equal. */
import { createTimetable } from "../demo/timetable.ts";
import type { Instant } from "../domain/time.ts";

export interface Agenda {
  add(at: Instant, what: string, run: () => Promise<void>): void;
  /** The earliest thing until `end`, taken off; null when there is nothing left. */
  next(end: Instant): Due | null;
}

export interface Due {
  readonly at: Instant;
  readonly what: string;
  readonly run: () => Promise<void>;
}

export function createAgenda(): Agenda {
  const timetable = createTimetable<Omit<Due, "at">>();
  let taken: Due[] = [];
  return {
    add: (at, what, run) => timetable.put(Math.floor(at), { what, run }),
    next(end) {
      if (taken.length === 0) taken = timetable.takeWithin(0, end).map(({ at, what }) => ({ at, ...what }));
      return taken.shift() ?? null;
    },
  };
}
