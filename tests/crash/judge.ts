/** Holds a copy of the database against the ledger: nothing acknowledged is lost, nothing stands twice, the record is whole. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { createInspector, type Inspector } from "../../db/inspector.ts";
import { copyDatabase, databaseName } from "../../db/openCopy.ts";
import { openStore } from "../../db/open.ts";
import { photoPath } from "./county.ts";
import type { Ledger } from "./ledger.ts";

export interface Judgement {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** What `huying verify` says. */
  readonly bent: readonly string[];
}

export async function judge(dataDir: string, ledger: Ledger): Promise<Judgement> {
  // What is acknowledged while the copy is made may or may not be in it
  const promised = {
    reports: new Map(ledger.reports),
    commands: new Map(ledger.commands),
    photos: new Set(ledger.photos),
  };
  const folder = mkdtempSync(join(tmpdir(), "huying-judge-"));
  try {
    await copyDatabase(dataDir, join(folder, databaseName));
    const bent = await verified(folder, join(dataDir, "huying.keys"));
    const database = new Database(join(folder, databaseName), { readonly: true });
    try {
      const inspector = createInspector(database.prepare.bind(database));
      const lost = lostOf(promised, inspector, dataDir);
      return { lost, doubled: doubledOf(ledger, inspector, database), bent };
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function verified(folder: string, keyFile: string): Promise<readonly string[]> {
  const store = await openStore({ databaseUrl: null, dataDir: folder, keyFile });
  try {
    return (await store.verify()).faults.map((fault) => JSON.stringify(fault));
  } finally {
    await store.close();
  }
}

function lostOf(
  { reports, commands, photos }: Pick<Ledger, "reports" | "commands" | "photos">,
  inspector: Inspector,
  dataDir: string,
): readonly string[] {
  const lost: string[] = [];
  for (const [reportId, caseId] of reports)
    if (!inspector.casesOfReport(reportId).includes(caseId)) lost.push(`report ${reportId}`);
  for (const [commandId, caseId] of commands)
    if (!inspector.eventsOf(caseId).some((event) => event.commandId === commandId))
      lost.push(`command ${commandId}`);
  for (const id of photos) {
    const bytes = readFileSync(photoPath(dataDir, id));
    if (createHash("sha256").update(bytes).digest("hex") !== id) lost.push(`photo ${id}`);
  }
  return lost;
}

function doubledOf(ledger: Ledger, inspector: Inspector, database: Database.Database): readonly string[] {
  const doubled: string[] = [];
  for (const reportId of ledger.sent)
    if (inspector.casesOfReport(reportId).length > 1) doubled.push(`report ${reportId}`);
  for (const [id, caseId] of ledger.refusals)
    if (caseId !== null && inspector.eventsOf(caseId).some((event) => event.commandId === id))
      doubled.push(`refused command ${id} acted`);
  const twice = database
    .prepare(
      "select case_id || ' ' || command_id from events where command_id is not null group by 1 having count(*) > 1",
    )
    .pluck()
    .all() as string[];
  // What the machine writes by itself: the same clock rung for the same limit twice
  const rung = database
    .prepare(
      `select case_id || ' ' || action || ' ' || facts from events where actor_id = 'system'
       group by case_id, action, at, facts having count(*) > 1`,
    )
    .pluck()
    .all() as string[];
  const notices = inspector.doubledNotices();
  return [...doubled, ...twice, ...rung, ...(notices > 0 ? [`${notices} notices`] : [])];
}

/** Limits that have run out and of which nothing was written. */
export function silentClocks(dataDir: string, now: number): number {
  const database = new Database(join(dataDir, databaseName), { readonly: true });
  try {
    return Number(
      database
        .prepare(
          "select count(*) from clocks where running_since is not null and due_at < ? and stage in ('running', 'warned')",
        )
        .pluck()
        .get(now),
    );
  } finally {
    database.close();
  }
}

export function inspect<T>(dataDir: string, look: (inspector: Inspector) => T): T {
  const database = new Database(join(dataDir, databaseName), { readonly: true });
  try {
    return look(createInspector(database.prepare.bind(database)));
  } finally {
    database.close();
  }
}
