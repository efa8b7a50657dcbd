/**
 * The clock of the house (decision 0041): the time on the wall as long as it goes on as time does. When it jumps against
 * the clock that only counts, the house goes on counting, tells an administrator, and takes the new time when it is
 * confirmed, set right, or has stood for a quarter of an hour and is less than a day away.
 */
import type { Clock, Deps } from "./deps.ts";
import type { AlarmKind } from "./domain/houseAlarms.ts";
import { DAY, HOUR, type Instant, MINUTE } from "./domain/time.ts";
import type { Log } from "./log.ts";

export interface Sources {
  /** What the machine says the time is. */
  readonly wall: () => Instant;
  /** Milliseconds that never jump; stand still while the machine sleeps. */
  readonly steady: () => number;
  /** Milliseconds that never jump and go on while the machine sleeps. */
  readonly sinceBoot: () => number;
}

export interface WallClock extends Clock {
  readonly mayRing: () => boolean;
  readonly look: () => void;
  /** An administrator says that the wall is right. */
  readonly confirm: () => void;
}

/** Setting by a time server; further back, time would run twice. */
const BACK = MINUTE;
/** Further ahead, limits would run out by the dozen. */
const AHEAD = HOUR;
/** What is less far away is taken by itself … */
const NEAR = DAY;
/** … after so long. */
const TAKEN_AFTER = 15 * MINUTE;
/** Nobody recorded anything for so long: the machine was off, or its clock is wrong. */
const LONG_SILENCE = 30 * DAY;

interface Jump {
  readonly kind: AlarmKind;
  readonly at: number;
}

interface Material {
  readonly sources: Sources;
  /** Instant of the youngest record; null in an empty house. */
  readonly lastRecorded: Instant | null;
  readonly log: Log;
  readonly watch: Pick<Deps["watch"], "raise" | "clear">;
  /** A demonstration may have stood still for months. */
  readonly demo?: boolean;
}

export function createWallClock({ sources, lastRecorded, log, watch, demo = false }: Material): WallClock {
  const { wall, steady, sinceBoot } = sources;
  let offset = wall() - steady();
  let boot = sinceBoot() - steady();
  let last: Instant = -Infinity;
  let jump: Jump | null = null;
  /** Time is the wall's, but nothing rings by itself before somebody has looked at it. */
  let silent = false;

  begin();

  function begin(): void {
    if (lastRecorded === null) return;
    const away = wall() - lastRecorded;
    if (away < -BACK) {
      // No record is written before its predecessor: the house counts on from the youngest one
      offset = lastRecorded - steady();
      jumped("clockBehind", away);
    } else if (away > LONG_SILENCE && !demo) {
      silent = true;
      watch.raise("clockAhead");
      log("clock.longSilence", { days: Math.floor(away / DAY) });
    }
  }

  function jumped(kind: AlarmKind, by: number): void {
    jump = { kind, at: steady() };
    watch.raise(kind);
    log("clock.jumped", { seconds: Math.round(by / 1000) });
  }

  function take(event: string): void {
    const by = wall() - (offset + steady());
    offset = wall() - steady();
    // Only a time that somebody stands for may run back; records of one case go on in their order all the same
    last = -Infinity;
    jump = null;
    silent = false;
    watch.clear("clockAhead");
    watch.clear("clockBehind");
    log(event, { seconds: Math.round(by / 1000) });
  }

  function slept(away: number): boolean {
    const asleep = sinceBoot() - steady() - boot;
    return asleep > MINUTE && Math.abs(away - asleep) < MINUTE;
  }

  function judge(): void {
    const away = wall() - (offset + steady());
    if (jump !== null) {
      if (Math.abs(away) <= BACK) take("clock.setRight");
      else if (Math.abs(away) <= NEAR && steady() - jump.at >= TAKEN_AFTER) take("clock.taken");
    } else if (away >= -BACK && away <= AHEAD) {
      offset += away;
      if (away > MINUTE) log("clock.stepped", { seconds: Math.round(away / 1000) });
    } else if (slept(away)) {
      take("clock.slept");
      boot = sinceBoot() - steady();
    } else jumped(away > 0 ? "clockAhead" : "clockBehind", away);
  }

  return {
    now() {
      judge();
      last = Math.max(last, Math.floor(offset + steady()));
      return last;
    },
    mayRing: () => !silent,
    look: judge,
    confirm: () => take("clock.confirmed"),
  };
}
