import type { Store } from "../../db/store.ts";
import type { Instant } from "../domain/time.ts";
import type { Log } from "../log.ts";
import type { Invariant } from "./findings.ts";
import type { Letter } from "./post.ts";

export interface Settings {
  readonly days: number;
  readonly seed: string;
  readonly faults: boolean;
  /** How many times as often as usual something of the disk goes wrong (1). */
  readonly worse?: number;
  /** Events in a whole year: how busy the county is. */
  readonly eventsPerYear: number;
  readonly start: Instant;
  /** A folder for what does not stand in the database (photos). */
  readonly dataDir: string;
  /** A database to make of it, which other programs may open afterwards. */
  readonly keep?: string;
  /** A bug that the rehearsal must find: what it does to the store, to the log and to answers. */
  readonly plant?: Plant;
  readonly onDay?: (done: number, days: number) => void;
}

export interface Plant {
  readonly store?: (store: Store) => Store;
  readonly log?: (log: Log) => Log;
  readonly answer?: (letter: Letter, text: string) => string;
}

export interface Figures {
  readonly seed: string;
  readonly days: number;
  readonly steps: number;
  readonly cases: number;
  readonly calls: number;
  readonly events: number;
  readonly requests: number;
  readonly reportsAcknowledged: number;
  readonly dueInstantsChecked: number;
  readonly restarts: number;
  readonly ioFaults: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly seen: Readonly<Record<string, number>>;
  /** Fingerprint of what happened: equal for equal seeds. */
  readonly fingerprint: string;
}

export type Outcome =
  | { readonly kind: "whole"; readonly figures: Figures; readonly tooSeldom: readonly string[] }
  | {
      readonly kind: "broken";
      readonly invariant: Invariant;
      readonly about: string;
      readonly detail: string;
      readonly seed: string;
      /** The day (from 1), the step and what was done in it. */
      readonly day: number;
      readonly step: number;
      readonly during: string;
      readonly figures: Figures;
    };
