/**
 * Two processes on one PostgreSQL, either of them killed again and again under load: the other goes on, and people whose
 * server is gone send what was not answered to the other one. Nothing acknowledged is lost, nothing stands twice.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../db/open.ts";
import { type Chance, createChance } from "../../server/demo/chance.ts";
import { type OwnDatabase, ownDatabase } from "../support/postgres.ts";
import { layOut, leaveLate, photoPath, type Place, workOff } from "./county.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { type Program, startProgram } from "./program.ts";
import { handedBy } from "./run.ts";
import { createSenders, type Senders } from "./senders.ts";
import type { Counts } from "./verdict.ts";

export interface PairTally extends Counts {
  readonly letters: number;
  readonly photos: number;
}

const LATE = 40;

/** @param server where a database of its own is made and dropped. */
export async function crashPair(server: string, kills: number, seed: string): Promise<PairTally> {
  const database = await ownDatabase(server);
  const dataDir = mkdtempSync(join(tmpdir(), "huying-pair-"));
  const place: Place = { dataDir, databaseUrl: database.url };
  try {
    await layOut(place);
    const late = Array.from({ length: LATE }, (_none, index) => `late-${seed}-${index}`);
    await leaveLate(place, late, Date.now());
    const pair = createPair(place, seed);
    await pair.live(kills);
    const handed = await pair.end();
    await workOff(place, async ({ id }) => void handed.push([id]));
    return { kills, ...(await judgePair(place, database, pair.ledger, handed)) };
  } finally {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Side {
  program: Program;
  address: string;
  readonly senders: Senders;
}

function createPair(place: Place, seed: string) {
  const chance: Chance = createChance(`pair ${seed}`);
  const ledger = createLedger();
  const handed: string[][] = [];
  const faults: string[] = [];
  const sides: Side[] = [];

  async function started(): Promise<Pick<Side, "program" | "address">> {
    const program = startProgram(place.dataDir, { DATABASE_URL: place.databaseUrl ?? "" });
    const address = await program.listening;
    if (address === null) throw new Error(`The server did not start:\n${program.said()}`);
    return { program, address };
  }

  /** Letters to either side until so many are on their way. */
  async function letters(count: number): Promise<void> {
    await new Promise<void>((resolve) => {
      let left = count;
      for (const { senders } of sides)
        senders.onSend = () => {
          left -= 1;
          if (left === 0) resolve();
        };
    });
  }

  return {
    ledger,
    async live(kills: number) {
      // Both at once: one migrates and seeds, the other waits
      const both = await Promise.all([started(), started()]);
      for (const [index, side] of both.entries())
        sides.push({ ...side, senders: createSenders(ledger, chance, `${seed}-${index}`) });
      const works = sides.map(async ({ senders, address }) => await senders.work(address));
      for (let kill = 0; kill < kills; kill++) {
        await letters(1 + Math.floor(chance.next() ** 2 * 120));
        const at = chance.happens(0.5) ? 0 : 1;
        const [side, other] = [sides[at], sides[1 - at]];
        if (side === undefined || other === undefined) throw new Error("There are two sides.");
        await side.program.kill();
        handed.push(handedBy(side.program));
        await works[at];
        // What the dead one did not answer goes to the one that lives, until the dead one is back
        const [back] = await Promise.all([started(), answeredBy(other, side.senders)]);
        Object.assign(side, back);
        works[at] = side.senders.work(side.address);
      }
      for (const { senders } of sides) senders.rest();
      await Promise.all(works);
    },
    /** @returns ids of messages handed over, by process. */
    async end() {
      for (const { senders, program } of sides) {
        if (senders.unanswered() > 0) faults.push(`${senders.unanswered()} letters were never answered`);
        const code = await program.stop();
        if (code !== 0) faults.push(`ended with ${String(code)} when it was told to stop`);
        handed.push(handedBy(program));
      }
      ledger.faults.push(...faults);
      return handed;
    },
  };
}

async function answeredBy({ address }: Side, senders: Senders): Promise<void> {
  senders.rest();
  await senders.work(address);
  senders.goOn();
}

type Judged = Omit<PairTally, "kills">;

async function judgePair(
  place: Place,
  { ask }: OwnDatabase,
  ledger: Ledger,
  handed: readonly (readonly string[])[],
): Promise<Judged> {
  const cases = await ask("select id, report_id from cases");
  const commands = await ask("select case_id, command_id from events where command_id is not null");
  const known = new Set(cases.map((row) => `${String(row["report_id"])} ${String(row["id"])}`));
  const acted = new Set(commands.map((row) => `${String(row["command_id"])} ${String(row["case_id"])}`));
  const lost = [
    ...[...ledger.reports]
      .filter(([id, caseId]) => !known.has(`${id} ${caseId}`))
      .map(([id]) => `report ${id}`),
    ...[...ledger.commands]
      .filter(([id, caseId]) => !acted.has(`${id} ${caseId}`))
      .map(([id]) => `command ${id}`),
    ...[...ledger.photos]
      .filter((id) => hashOf(photoPath(place.dataDir, id)) !== id)
      .map((id) => `photo ${id}`),
  ];
  const names = async (query: string) => (await ask(query)).map((row) => String(row["name"]));
  const doubled = [
    ...(await names(
      "select 'report ' || report_id as name from cases group by report_id having count(*) > 1",
    )),
    ...(await names(
      "select 'command ' || command_id as name from events where command_id is not null group by case_id, command_id having count(*) > 1",
    )),
    ...(await names(
      "select 'clock of ' || case_id || ' ' || action as name from events where actor_id = 'system' group by case_id, action, at, facts having count(*) > 1",
    )),
    ...(await names(
      "select 'notice of ' || case_id as name from outbox where seq > 0 group by case_id, seq, kind, to_kind, to_code having count(*) > 1",
    )),
    ...handed.filter((ids) => new Set(ids).size < ids.length).map(() => "a message twice by one process"),
  ];
  const silent = [
    ...(await names(
      `select 'limit of ' || case_id as name from clocks where running_since is not null and due_at < ${Date.now()} and stage in ('running', 'warned')`,
    )),
    ...(await names("select 'message ' || id as name from outbox where sent_at is null")),
  ];
  const store = await openStore(place);
  try {
    const { faults } = await store.verify();
    const [{ rung = 0 } = {}] = await ask(
      "select count(*)::int as rung from events where actor_id = 'system' and action <> 'report'",
    );
    return {
      letters: ledger.sent.size,
      reports: ledger.reports.size,
      commands: ledger.commands.size,
      photos: ledger.photos.size,
      rung: Number(rung),
      lost,
      doubled,
      bent: faults.map((fault) => JSON.stringify(fault)),
      faults: ledger.faults,
      silent,
    };
  } finally {
    await store.close();
  }
}

function hashOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
