/**
 * A county moves from its SQLite file to PostgreSQL. What stands in the file at the beginning is moved, in one transaction
 * that ends only once both sides are proved equal: cut off or found unequal, nothing of it stays, and it is begun again.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../db/open.ts";
import { copyDatabaseFile, databaseName } from "../../db/openCopy.ts";
import {
  DatabaseFault,
  filledTables,
  moveRows,
  sumsOfFile,
  sumsOfTarget,
  tablesOf,
  type Vessel,
  withVessel,
} from "../../db/openMove.ts";
import type { Store } from "../../db/store.ts";
import type { Reference } from "../domain/reference.ts";
import type { Instant } from "../domain/time.ts";
import { type Account, accountOf, type Difference, differences } from "./prove.ts";

export interface Move {
  /** The SQLite file; its house may go on meanwhile. */
  readonly file: string;
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly reference: Reference;
  readonly now: Instant;
  /** @param what is done now: `move` rows, `verify` the file, `compare` what arrived. */
  readonly onProgress: (what: Stage, done: number, total: number) => void;
}

export type Stage = "move" | "verify" | "compare";

export interface Moved {
  readonly account: Account;
  readonly differences: readonly Difference[];
}

/** @throws DatabaseFault, KeyFault; anything else has moved nothing either. */
export async function moveCounty(move: Move): Promise<Moved> {
  return await withCopy(
    move,
    async (copy, store) =>
      await withVessel(move, async (vessel) => {
        await insistOnEmpty(vessel);
        const sums = await moveRows(copy, vessel.asks, stageOf(move, "move"));
        // Verifying asks as a house does: the planner needs to know how much there is
        await vessel.asks.query("analyze");
        const moved = await prove(move, { store, sums, vessel });
        if (moved.differences.length === 0) await vessel.commit();
        return moved;
      }),
  );
}

/** Only holds what was moved against the file. */
export async function compareCounties(move: Move): Promise<Moved> {
  return await withCopy(
    move,
    async (copy, store) =>
      await withVessel(move, async (vessel) => {
        const sums = await sumsOfFile(copy, vessel.asks);
        return await prove(move, { store, sums, vessel });
      }),
  );
}

interface Sides {
  readonly store: Store;
  readonly sums: Account["sums"];
  readonly vessel: Vessel;
}

async function prove(move: Move, { store, sums, vessel }: Sides): Promise<Moved> {
  const { reference, now } = move;
  const looking = (stage: Stage) => ({ reference, now, onProgress: stageOf(move, stage) });
  const account = await accountOf(store, sums, looking("verify"));
  const arrived = await sumsOfTarget(vessel.asks);
  const there = await accountOf(await vessel.house(), arrived, looking("compare"));
  return { account, differences: differences(account, there) };
}

function stageOf({ onProgress }: Move, stage: Stage): (done: number, total: number) => void {
  return (done, total) => onProgress(stage, done, total);
}

async function insistOnEmpty({ asks }: Vessel): Promise<void> {
  const filled = await filledTables(asks, await tablesOf(asks));
  if (filled.length === 0) return;
  const some = filled.slice(0, 5).join("、");
  throw new DatabaseFault(
    "pgNotEmpty",
    `目标库里已经有内容（${some} 等 ${filled.length} 张表），不往里写。请建一个空库：createdb 库名`,
  );
}

/** The county as it is now, brought to the version of this program and counted, in a folder that goes afterwards. */
async function withCopy<T>(
  { file, keyFile }: Move,
  use: (copy: string, store: Store) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "huying-move-"));
  try {
    const copy = join(folder, databaseName);
    await copyDatabaseFile(file, copy);
    const store = await openStore({ databaseUrl: null, dataDir: folder, keyFile });
    try {
      while ((await store.evaluation.catchUp(BITE)) > 0);
      return await use(copy, store);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const BITE = 200;
