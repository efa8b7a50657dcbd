/**
 * A county with years of cases, in minutes: one month is played through the real moves, and its cases are told again
 * week by week, the oldest first, up to the month that is still under way. `huying verify` finds nothing in them. Beyond
 * `chained` cases the database multiplies what is over (multiply.ts), whose copies are not verifiable.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Chance, createChance } from "../../../server/demo/chance.ts";
import { DAY, dayNumber, dayOf, type Instant, MINUTE } from "../../../server/domain/time.ts";
import { createIds } from "../../../server/ids.ts";
import { openSqlite } from "../../../db/sqlite.ts";
import { openBulk } from "./bulk.ts";
import { copyOf } from "./copy.ts";
import { layOut, playMonth } from "./county.ts";
import { lane } from "./lanes.ts";
import { multiply } from "./multiply.ts";
import { openBase } from "./openBase.ts";
import { isOver, type Pattern, patternsIn } from "./pattern.ts";

export interface Ageing {
  /** Empty or not there yet. */
  readonly folder: string;
  readonly cases: number;
  readonly seed: string;
  readonly now: Instant;
  /** How many of them are verifiable; all by default. */
  readonly chained?: number;
  /** Cases of the month that is played; fewer when fewer are asked for. */
  readonly patterns?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

const PATTERNS = 1500;
const WEEK = 7 * DAY;
/** Ten years; fewer when there would be fewer cases in a week than in one of the month that is played. */
const MOST_WEEKS = 520;
const WEEKS_OF_MONTH = 31 / 7;
/** Earlier weeks begin where the month that is under way cannot reach. */
const FIRST_WEEK = 5;

/** @returns how many cases were written. */
export async function age(ageing: Ageing): Promise<number> {
  const { folder, cases, seed, now, onProgress } = ageing;
  const chained = Math.min(cases, ageing.chained ?? cases);
  const patterns = await playedPatterns(Math.min(ageing.patterns ?? PATTERNS, chained), now);
  const { deps } = await layOut(folder, now);
  await deps.store.close();
  const { sqlite, base } = openBase(folder);
  const bulk = openBulk(sqlite, base);
  const teller = createTeller(createChance(`aged ${seed}`));
  let done = 0;
  for (const { week, amount } of weeksOf(chained, patterns.length)) {
    const choice = week === 0 ? patterns : patterns.filter(isOver);
    for (let n = 0; n < amount; n += 1) {
      const pattern = week === 0 ? choice[n % choice.length] : teller.chance.pick(choice);
      if (pattern) bulk.write(copyOf(pattern, teller.tell(pattern, -week * WEEK)));
    }
    done += amount;
    onProgress?.(done, cases);
  }
  bulk.write(teller.counters());
  bulk.pause();
  if (chained < cases) done = multiply(sqlite, { cases, onProgress });
  bulk.finish();
  sqlite.close();
  await finish(folder);
  return done;
}

async function playedPatterns(amount: number, now: Instant): Promise<readonly Pattern[]> {
  const scratch = mkdtempSync(join(tmpdir(), "huying-month-"));
  try {
    const laid = await layOut(scratch, now);
    await playMonth(laid, amount);
    await laid.deps.store.close();
    const { sqlite, base } = openBase(scratch);
    const patterns = await patternsIn(base);
    sqlite.close();
    return patterns;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Week {
  /** How long ago, in weeks; 0 is the month that is under way. */
  readonly week: number;
  readonly amount: number;
}

/** The oldest first. Every week has as many cases, and the last month as many as its weeks. */
function weeksOf(cases: number, patterns: number): readonly Week[] {
  const weeks = Math.max(
    0,
    Math.min(MOST_WEEKS, Math.floor((cases / patterns) * WEEKS_OF_MONTH) - FIRST_WEEK),
  );
  const each = Math.floor(cases / (weeks + WEEKS_OF_MONTH));
  const earlier = Array.from({ length: weeks }, (_, at) => ({
    week: FIRST_WEEK + weeks - 1 - at,
    amount: each,
  }));
  return [...earlier, { week: 0, amount: cases - each * weeks }];
}

/** What is kept beside the cases: words to find them by, sums, and roots of full pages, which a first checkpoint would make. */
async function finish(folder: string): Promise<void> {
  const store = openSqlite(folder);
  while ((await store.words.catchUp(CAUGHT_UP)) > 0);
  await store.evaluation.forgetSums();
  await store.evaluation.makeSums();
  await store.record.keepNodes("sha256");
  await store.close();
}

const CAUGHT_UP = 1000;

function createTeller(chance: Chance) {
  const serials = new Map<string, number>();
  const idAt = (at: Instant) =>
    createIds(
      () => at,
      () => chance.next(),
    ).row();

  function tell({ row }: Pattern, by: number) {
    // Within the hour before, so that no two copies stand at one instant
    const shift = by - Math.floor(chance.next() * 60 * MINUTE);
    const reportedAt = row.reportedAt + shift;
    const day = dayOf(dayNumber(reportedAt));
    const serial = (serials.get(day) ?? 0) + 1;
    serials.set(day, serial);
    return {
      by: shift,
      caseId: idAt(reportedAt),
      number: `${day.replaceAll("-", "")}-${String(serial).padStart(5, "0")}`,
      phone: `138${String(Math.floor(chance.next() * 1e8)).padStart(8, "0")}`,
      where: lane(() => chance.next()),
      rowId: idAt,
    };
  }

  const counters = () =>
    [...serials].map(([day, n]) => ({ write: "putCounter", row: { name: `case:${day}`, n } }) as const);
  return { chance, tell, counters };
}
