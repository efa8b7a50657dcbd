/** Kills the server again and again under load, or cuts the power of its disk, and holds what it leaves against what it had acknowledged. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { type Chance, createChance } from "../../server/demo/chance.ts";
import { layOut, leaveLate, workOff } from "./county.ts";
import { inspect, judge, silentClocks } from "./judge.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import type { Disk } from "./disk.ts";
import { type Program, startProgram } from "./program.ts";
import { createSenders, type Senders } from "./senders.ts";
import { isWhole } from "./verdict.ts";

export interface Tally {
  kills: number;
  /** Of these, before the server listened. */
  killsAtStart: number;
  letters: number;
  reports: number;
  commands: number;
  photos: number;
  rung: number;
  notices: number;
  /** Handed over once more after a crash, under the same id. */
  handedAgain: number;
  readonly lost: string[];
  readonly doubled: string[];
  readonly bent: string[];
  readonly faults: string[];
  readonly silent: string[];
}

/** Kills in one county before another is begun: verifying a small record is quick. */
const KILLS_A_COUNTY = 25;

const LATE = 20;

/** @param disk whose power is cut each time, instead of the server being killed alone. */
export async function crash(
  kills: number,
  seed: string,
  onKill: (done: Tally) => void,
  disk: Disk | null = null,
): Promise<Tally> {
  const tally: Tally = {
    kills: 0,
    killsAtStart: 0,
    letters: 0,
    reports: 0,
    commands: 0,
    photos: 0,
    rung: 0,
    notices: 0,
    handedAgain: 0,
    lost: [],
    doubled: [],
    bent: [],
    faults: [],
    silent: [],
  };
  for (let county = 0; tally.kills < kills && isWhole(tally); county++)
    await oneCounty(`${seed}-${county}`, Math.min(KILLS_A_COUNTY, kills - tally.kills), {
      tally,
      onKill,
      disk,
    });
  return tally;
}

interface County {
  readonly dataDir: string;
  readonly disk: Disk | null;
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly senders: Senders;
  /** Ids of messages handed to the gateway, by process. */
  readonly handed: string[][];
}

interface Killing {
  readonly tally: Tally;
  readonly onKill: (done: Tally) => void;
  readonly disk: Disk | null;
}

async function oneCounty(round: string, kills: number, { tally, onKill, disk }: Killing): Promise<void> {
  const dataDir = mkdtempSync(join(disk?.folder ?? tmpdir(), "huying-crash-"));
  const chance = createChance(round);
  const ledger = createLedger();
  const senders = createSenders(ledger, chance, round);
  const county: County = { dataDir, disk, chance, ledger, senders, handed: [] };
  try {
    await layOut({ dataDir, databaseUrl: null });
    for (let kill = 0; kill < kills && isWhole(tally); kill++) {
      if (kill % 5 === 0) await leaveLate({ dataDir, databaseUrl: null }, lateIds(round, kill), Date.now());
      await oneLife(county, tally);
      tally.kills += 1;
      onKill(tally);
    }
    await lastLife(county, tally);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function lateIds(round: string, kill: number): readonly string[] {
  return Array.from({ length: LATE }, (_none, index) => `late-${round}-${kill}-${index}`);
}

async function oneLife(county: County, tally: Tally): Promise<void> {
  const { dataDir, chance, senders } = county;
  const program = startProgram(dataDir);
  if (chance.happens(0.15)) {
    await Promise.race([program.listening, pass(chance.between(0, 1500))]);
    tally.killsAtStart += 1;
    await end(program, county);
    return;
  }
  const address = await program.listening;
  if (address === null) throw new Error(`The server did not start:\n${program.said()}`);
  let working: Promise<void> = Promise.resolve();
  // The moment is drawn as a number of letters on their way, and a few milliseconds more
  const enough = new Promise<void>((resolve) => {
    let left = 1 + Math.floor(chance.next() ** 2 * 80);
    senders.onSend = () => {
      left -= 1;
      if (left === 0) resolve();
    };
    working = senders.work(address);
  });
  const judging = judged(county, tally);
  await Promise.all([enough, judging]);
  await pass(chance.between(0, 6));
  await end(program, county);
  await working;
}

async function judged({ dataDir, ledger }: County, tally: Tally): Promise<void> {
  const { lost, doubled, bent } = await judge(dataDir, ledger);
  tally.lost.push(...lost);
  tally.doubled.push(...doubled);
  tally.bent.push(...bent);
}

async function end(program: Program, county: County): Promise<void> {
  if (county.disk !== null) {
    await program.halt();
    county.disk.cut();
  }
  await program.kill();
  county.disk?.powerUp();
  county.handed.push(handedBy(program));
}

export function handedBy(program: Program): string[] {
  return program
    .lines()
    .filter((line) => line.includes('"notice.toReporter"'))
    .map((line) => (JSON.parse(line) as { noticeId: string }).noticeId);
}

/** Everybody gets their answer, every clock its due, every message goes; then the books are closed. */
async function lastLife(county: County, tally: Tally): Promise<void> {
  const { dataDir, senders, ledger, handed } = county;
  const program = startProgram(dataDir);
  const address = await program.listening;
  if (address === null) throw new Error(`The server did not start:\n${program.said()}`);
  senders.rest();
  await senders.work(address);
  if (senders.unanswered() > 0) tally.faults.push(`${senders.unanswered()} letters were never answered`);
  const code = await program.stop();
  if (code !== 0) tally.faults.push(`ended with ${String(code)} when it was told to stop`);
  handed.push(handedBy(program));
  const last: string[] = [];
  await workOff({ dataDir, databaseUrl: null }, async ({ id }) => void last.push(id));
  handed.push(last);
  await judged(county, tally);
  closeBooks(county, tally);
  tally.faults.push(...ledger.faults);
}

function closeBooks({ dataDir, ledger, handed }: County, tally: Tally): void {
  const silent = silentClocks(dataDir, Date.now());
  if (silent > 0) tally.silent.push(`${silent} limits ran out and nothing was written`);
  const unsent = inspect(dataDir, (inspector) => inspector.unsentNotices());
  if (unsent > 0) tally.silent.push(`${unsent} messages were never sent`);
  for (const ids of handed)
    if (new Set(ids).size < ids.length) tally.doubled.push("a message was handed over twice by one process");
  const all = handed.flat();
  tally.notices += new Set(all).size;
  tally.handedAgain += all.length - new Set(all).size;
  tally.rung += inspect(dataDir, rungIn(ledger));
  tally.letters += ledger.sent.size;
  tally.reports += ledger.reports.size;
  tally.commands += ledger.commands.size;
  tally.photos += ledger.photos.size;
}

function rungIn(ledger: Ledger): Parameters<typeof inspect<number>>[1] {
  return (inspector) => inspector.counts().events - ledger.commands.size - inspector.counts().cases;
}
