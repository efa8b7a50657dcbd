/**
 * What goes wrong: the process dies at a statement, a statement or a commit fails, an answer is lost, a message comes
 * twice. Armed for one shot (a request or a round of a job) at a time; each is counted only when it really happened.
 */
import type { StatementKind, Tripwire } from "../../db/rehearsal.ts";
import type { Chance } from "../demo/chance.ts";

export const faultKinds = [
  "crashBetween",
  "crashAfterCommit",
  "failedRead",
  "failedWrite",
  "failedCommit",
  "failedSync",
  "diskFull",
  "lostAnswer",
  "sentTwice",
  "sentLate",
  "sweepsOff",
  "clockJump",
  "gatewayDown",
  "longNight",
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** Those of the disk: what "injected I/O faults" counts. */
const ioFaults: readonly FaultKind[] = [
  "failedRead",
  "failedWrite",
  "failedCommit",
  "failedSync",
  "diskFull",
];

/** The process has died: nothing it had not committed exists any more. */
export class Crash extends Error {
  override readonly name = "Crash";
}

/** How often in a thousand shots each is armed; an armed one may find nothing to trip over. */
const armedPerMille: Partial<Record<FaultKind, number>> = {
  crashBetween: 2,
  crashAfterCommit: 1,
  failedRead: 45,
  failedWrite: 55,
  failedCommit: 20,
  failedSync: 2,
  diskFull: 8,
};

interface Armed {
  readonly kind: FaultKind;
  readonly on: (statement: StatementKind) => boolean;
  readonly when: "before" | "after";
  left: number;
}

export interface Mishaps extends Tripwire {
  /** Draws what goes wrong in the shot to come, if anything. */
  arm(): void;
  /** @returns whether something of the machine went wrong since `arm`. */
  disarm(): boolean;
  isDead(): boolean;
  /** The process is gone: whatever it has under way finds that out at its next statement. */
  die(): void;
  /** A sync has failed: the process must leave, and until then it may write nothing. */
  mustLeave(): boolean;
  revive(): void;
  /** From now on nothing goes wrong. */
  calm(): void;
  isCalm(): boolean;
  note(kind: FaultKind): void;
  counts(): Readonly<Record<FaultKind, number>>;
  /** Faults of the disk so far. */
  io(): number;
}

/**
 * @param chance null for a world in which nothing goes wrong.
 * @param times how many times as often as on bad days something of the disk is armed.
 */
export function createMishaps(chance: Chance | null, times = 1): Mishaps {
  const counts = Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<FaultKind, number>;
  let armed: Armed | null = null;
  let calm = chance === null;
  let tripped = false;
  let dead = false;
  let leaving = false;

  function trip(statement: StatementKind, when: Armed["when"]): void {
    if (dead) throw new Crash("the process is gone");
    if (armed === null || armed.when !== when || !armed.on(statement)) return;
    armed.left -= 1;
    if (armed.left > 0) return;
    const { kind } = armed;
    armed = null;
    tripped = true;
    counts[kind] += 1;
    if (kind === "crashBetween" || kind === "crashAfterCommit") dead = true;
    if (kind === "failedSync") leaving = true;
    throw faultOf(kind);
  }

  return {
    before: (statement) => trip(statement, "before"),
    after: (statement) => trip(statement, "after"),
    arm() {
      tripped = false;
      armed = chance === null || calm ? null : drawn(chance, times);
    },
    disarm() {
      armed = null;
      return tripped;
    },
    isDead: () => dead,
    die: () => void (dead = true),
    mustLeave: () => leaving,
    revive() {
      dead = false;
      leaving = false;
      armed = null;
    },
    calm: () => void (calm = true),
    isCalm: () => calm,
    note: (kind) => void (counts[kind] += 1),
    counts: () => counts,
    io: () => ioFaults.reduce((sum, kind) => sum + counts[kind], 0),
  };
}

function drawn(chance: Chance, times: number): Armed | null {
  let throws = chance.next() * 1000;
  for (const [kind, share] of Object.entries(armedPerMille) as [FaultKind, number][]) {
    throws -= ioFaults.includes(kind) ? share * times : share;
    if (throws < 0) return armedFor(kind, chance);
  }
  return null;
}

/** Somewhere among the statements of a shot: most have a few, some dozens. */
function armedFor(kind: FaultKind, chance: Chance): Armed {
  const nth = (most: number) => 1 + Math.floor(chance.next() ** 2 * most);
  switch (kind) {
    case "crashAfterCommit":
      return { kind, on: (statement) => statement === "commit", when: "after", left: 1 };
    case "failedCommit":
      return { kind, on: (statement) => statement === "commit", when: "before", left: 1 };
    case "failedSync":
      // What was written may be there or not
      return {
        kind,
        on: (statement) => statement === "commit",
        when: chance.happens(0.5) ? "before" : "after",
        left: 1,
      };
    case "failedRead":
      return { kind, on: (statement) => statement === "read", when: "before", left: nth(12) };
    case "failedWrite":
    case "diskFull":
      return { kind, on: (statement) => statement === "write", when: "before", left: nth(14) };
    default:
      return { kind, on: () => true, when: "before", left: nth(40) };
  }
}

const codes: Partial<Record<FaultKind, string>> = {
  diskFull: "SQLITE_FULL",
  failedSync: "SQLITE_IOERR_FSYNC",
};

function faultOf(kind: FaultKind): Error {
  if (kind === "crashBetween" || kind === "crashAfterCommit") return new Crash(kind);
  const message = kind === "diskFull" ? "database or disk is full" : "disk I/O error";
  return Object.assign(new Error(message), { code: codes[kind] ?? "SQLITE_IOERR", name: "SqliteError" });
}
