/**
 * A county with years of cases, in minutes: one month is played through the real moves, and its cases are told again
 * week by week, the oldest first, up to the month that is still under way. `huying verify` finds nothing in them. Beyond
 * `chained` cases the database multiplies what is over (multiply.ts), whose copies are not verifiable.
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keyFileName } from "../../../db/secrets/keyFile.ts";
import { openSqlite } from "../../../db/sqlite.ts";
import type { Step } from "../../../db/writes.ts";
import { type Chance, createChance } from "../../../server/demo/chance.ts";
import { dayNumber, dayOf, type Instant, MINUTE } from "../../../server/domain/time.ts";
import { createIds } from "../../../server/ids.ts";
import { type Bulk, countedIn, openBulk } from "./bulk.ts";
import { copyOf } from "./copy.ts";
import { layOut, playMonth } from "./county.ts";
import { lane } from "./lanes.ts";
import { multiply } from "./multiply.ts";
import { openBase } from "./openBase.ts";
import { isOver, type Pattern, patternsIn } from "./pattern.ts";
import { WEEK, weeksOf } from "./weeks.ts";

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

/** @returns how many cases were written. */
export async function age(ageing: Ageing): Promise<number> {
  const { folder, cases, seed, now, onProgress } = ageing;
  const chained = Math.min(cases, ageing.chained ?? cases);
  const patterns = await playedPatterns(Math.min(ageing.patterns ?? PATTERNS, chained), now);
  const { deps } = await layOut(folder, now);
  await deps.store.close();
  const tell = (bulk: Bulk) => tellYears(bulk, patterns, { cases: chained, seed, onProgress });
  const told = chained < cases ? await besides(folder, tell) : null;
  const { sqlite, base } = openBase(folder);
  const bulk = openBulk(sqlite, base);
  if (told === null) tell(bulk);
  else await multiply(sqlite, bulk, { told, cases, now, chance: createChance(`again ${seed}`), onProgress });
  bulk.finish();
  sqlite.close();
  told?.remove();
  await finish(folder);
  return cases;
}

async function playedPatterns(amount: number, now: Instant): Promise<readonly Pattern[]> {
  const scratch = scratchFolder();
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

/** Verifiable cases in a county of their own, with the keys of the one that they are told again to. */
async function besides(folder: string, tell: (bulk: Bulk) => void) {
  const scratch = scratchFolder();
  for (const name of ["huying.db", keyFileName]) copyFileSync(join(folder, name), join(scratch, name));
  const { sqlite, base } = openBase(scratch);
  const bulk = openBulk(sqlite, base);
  tell(bulk);
  bulk.finish();
  const remove = () => {
    sqlite.close();
    rmSync(scratch, { recursive: true, force: true });
  };
  return { file: join(scratch, "huying.db"), base, remove };
}

function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), "huying-month-"));
}

interface Asked extends Pick<Ageing, "cases" | "seed"> {
  readonly onProgress: Ageing["onProgress"] | undefined;
}

function tellYears(bulk: Bulk, patterns: readonly Pattern[], { cases, seed, onProgress }: Asked): void {
  const teller = createTeller(createChance(`aged ${seed}`));
  let done = 0;
  for (const { week, amount } of weeksOf(cases, patterns.length)) {
    const choice = week === 0 ? patterns : patterns.filter(isOver);
    for (let n = 0; n < amount; n += 1) {
      const pattern = week === 0 ? choice[n % choice.length] : teller.chance.pick(choice);
      if (pattern) writeCase(bulk, copyOf(pattern, teller.tell(pattern, -week * WEEK)));
    }
    done += amount;
    onProgress?.(done, cases);
  }
  bulk.write(teller.counters());
  bulk.pause();
}

function writeCase(bulk: Bulk, steps: readonly Step[]): void {
  bulk.write(steps);
  bulk.count(countedIn(steps));
  for (const { write, row } of steps) if (write === "addCase") bulk.addWords(row);
}

/** Roots of full pages, which a first checkpoint would make. */
async function finish(folder: string): Promise<void> {
  const store = openSqlite(folder);
  await store.record.keepNodes("sha256");
  await store.close();
}

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
