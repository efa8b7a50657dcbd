import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf } from "../../db/chain.ts";
import type { Fault } from "../../db/store.ts";
import { openPgliteStage, openSqliteStage, type Row, type Stage, type Thief } from "../support/stage.ts";

type Expected = Partial<Fault>;

interface Bending {
  readonly name: string;
  /** `{case}` stands for the id of the case that was closed and rated. */
  readonly sql: string;
  /** The first fault, the one that verify names. */
  readonly first: Expected;
}

const ofCase = "case_id = '{case}'";
const second = `${ofCase} and seq = 2`;
const rowOf = (field: string): Expected => ({ kind: "row", field });

/** Each is one row bent by somebody who has the database, its password and a tool. */
const bendings: readonly Bending[] = [
  // events
  bent("an act is backdated", `update events set at = at - 86400000 where ${second}`, {
    kind: "hash",
    seq: 2,
  }),
  bent("its receipt is backdated", `update events set recorded_at = recorded_at - 1 where ${second}`, {
    kind: "hash",
  }),
  bent("an act gets another actor", `update events set actor_id = 'water-1' where ${second}`, {
    kind: "hash",
  }),
  bent("an act gets other facts", `update events set facts = '{}' where ${second}`, { kind: "hash" }),
  bent(
    "the last act is deleted",
    `delete from events where ${ofCase} and seq = (select max(seq) from events where ${ofCase})`,
    { kind: "head" },
  ),
  bent("an act is deleted", `delete from events where ${second}`, { kind: "gap", seq: 2 }),
  bent("a hash is exchanged", `update events set hash = previous_hash where ${second}`, { kind: "hash" }),
  bent(
    "an act is slipped in",
    `insert into events select case_id, seq + 100, action, at, recorded_at, actor_id, actor_role, actor_unit, "from", "to", facts, seals, command_id, previous_hash, hash from events where ${second}`,
    { kind: "gap" },
  ),
  bent(
    "words are changed",
    `update sealed_words set words = replace(cast(words as text), '路灯', '井盖'){cast} where ${ofCase} and seq = 1`,
    { kind: "seal", seq: 1 },
  ),
  bent("words are deleted", `delete from sealed_words where ${ofCase} and seq = 1`, { kind: "seal" }),
  // cases
  bent(
    "a case is backdated",
    "update cases set reported_at = reported_at - 86400000 where id = '{case}'",
    rowOf("reportedAt"),
  ),
  bent("a case is closed on paper", "update cases set state = 'closed' where id <> '{case}'", {
    kind: "state",
  }),
  bent(
    "a case gets another number",
    "update cases set number = '20260101-00001' where id = '{case}'",
    rowOf("cases"),
  ),
  bent("the channel is changed", "update cases set channel = 'import' where id = '{case}'", rowOf("cases")),
  bent("a case becomes urgent", "update cases set urgency = 'emergency' where id = '{case}'", rowOf("cases")),
  bent("a case is moved on the map", "update cases set lng = lng + 1 where id = '{case}'", rowOf("cases")),
  bent("a rating is improved", "update cases set rating_score = 4 where id = '{case}'", rowOf("cases")),
  bent("a limit is put off on the row", "update cases set due_at = 1 where id = '{case}'", rowOf("cases")),
  bent(
    "a missed limit is forgotten",
    "update cases set missed = missed + 1 where id = '{case}'",
    rowOf("missed"),
  ),
  bent(
    "a confidential case becomes open",
    "update cases set confidential = (1 = 1) where id = '{case}'",
    rowOf("cases"),
  ),
  bent("a case is deleted", "delete from cases where id = '{case}'", { kind: "head" }),
  // what belongs to it
  bent(
    "a clock is put off",
    `update clocks set due_at = due_at + 1 where ${ofCase} and kind = 'handle'`,
    rowOf("clocks.handle"),
  ),
  bent("a clock is deleted", `delete from clocks where ${ofCase} and kind = 'handle'`, rowOf("clocks")),
  bent(
    "an assignment is charged to another",
    `update assignments set unit = 'SW' where ${ofCase}`,
    rowOf("assignments.SW"),
  ),
  bent("an assignment is deleted", `delete from assignments where ${ofCase}`, rowOf("assignments.LD")),
  bent(
    "a reporter is exchanged",
    `update reporters set phone = '13900000000' where ${ofCase}`,
    rowOf("reporter"),
  ),
  bent(
    "an erasure is slipped in",
    `insert into erasures (id, case_id, what, rule, at) values ('e1', '{case}', 'reporter', 'reporter', 1)`,
    { kind: "unrecorded" },
  ),
  bent("a reporter is deleted", `delete from reporters where ${ofCase}`, rowOf("reporter")),
  bent("a picture is taken out of its case", `delete from case_photos where ${ofCase}`, rowOf("photos")),
  bent("an order is deleted", `delete from outbox where ${ofCase} and kind = 'dispatch'`, { kind: "row" }),
  bent(
    "an order is addressed to another",
    `update outbox set to_code = 'SW' where ${ofCase} and kind = 'dispatch'`,
    { kind: "row" },
  ),
  bent("a figure is improved", `update tallies set month = '2020-01' where ${ofCase}`, rowOf("tallies")),
  bent("a figure is deleted", `delete from tallies where ${ofCase}`, rowOf("tallies")),
  bent(
    "held time is charged to another",
    `update held_times set unit = 'SW' where ${ofCase} and at = 1`,
    rowOf("held_times"),
  ),
  // calls
  bent("an answer to a call is backdated", "update call_events set at = at - 60000 where seq = 2", {
    of: "call",
    kind: "hash",
    seq: 2,
  }),
  bent("a call is deleted", "delete from calls", { of: "call", kind: "head" }),
  bent("a call is made a daily one", "update calls set level = 'tough'", { of: "call", kind: "row" }),
  bent(
    "the words of a call are changed",
    `update call_words set words = replace(cast(words as text), '水渠', '路'){cast}`,
    { of: "call", kind: "seal" },
  ),
  bent("a call was never told", "delete from call_notices", { of: "call", kind: "row" }),
  // rows that stand for themselves
  bent("a look at a reporter is denied", "delete from reveals", { of: "reveal", kind: "gone" }),
  bent("a look gets another reason", "update reveals set reason = '例行检查'", {
    of: "reveal",
    kind: "rewritten",
  }),
  bent(
    "a look is slipped in",
    "insert into reveals select id || 'x', case_id, 'water-1', reason, at from reveals",
    { of: "reveal", kind: "unrecorded" },
  ),
  bent("a picture is dated otherwise", "update photos set uploaded_at = uploaded_at - 1", {
    of: "photo",
    kind: "rewritten",
  }),
  bent("a picture is deleted", "delete from photos", { of: "photo", kind: "gone" }),
  bent("an emergency is shortened", "update emergencies set started_at = started_at + 1", {
    of: "emergency",
    kind: "rewritten",
  }),
  bent("a brief is deleted", "delete from emergency_log where kind = 'brief'", {
    of: "emergencyLog",
    kind: "gone",
  }),
  bent("an objection gets other figures", 'update objections set "over" = "over" + 1', {
    of: "objection",
    kind: "rewritten",
  }),
  bent("an objection asks for another case", "update objection_cases set case_id = '{case}'", {
    of: "objection",
    kind: "rewritten",
  }),
  bent("a clerk becomes the centre", "update accounts set role = 'centre' where username = 'township'", {
    of: "account",
    kind: "rewritten",
    caseId: "township",
  }),
  bent(
    "a password is exchanged",
    "update accounts set password_hash = (select max(password_hash) || 'x' from accounts) where username = 'admin'",
    { of: "account", kind: "rewritten", caseId: "admin" },
  ),
  bent(
    "a closed account is opened",
    "update accounts set disabled = not disabled where username = 'lights'",
    {
      of: "account",
      kind: "rewritten",
    },
  ),
  bent("an account is deleted", "delete from accounts where username = 'leader'", {
    of: "account",
    kind: "gone",
    caseId: "leader",
  }),
  bent(
    "an account is slipped in",
    "insert into accounts (id, username, name, role, unit, cells, posts, disabled, demo, created_at, password_hash) select id || 'x', username || 'x', name, role, unit, cells, posts, disabled, demo, created_at, password_hash from accounts where username = 'admin'",
    { of: "account", kind: "unrecorded", caseId: "adminx" },
  ),
  bent("a published catalogue begins earlier", "update catalogues set valid_from = '2025-01-01'", {
    of: "catalogue",
    kind: "rewritten",
    caseId: "1",
  }),
  bent(
    "a cell of the grid is given another name",
    "update grid_cells set name = '城阳九组' where code = '371122001001001'",
    {
      of: "gridVersion",
      kind: "rewritten",
      caseId: "1",
    },
  ),
  bent("a version of the grid is deleted", "delete from grid_versions", { of: "gridVersion", kind: "gone" }),
  // the record itself
  bent("a recorded hash is changed", "update record_entries set hash = 'ff' where position = 15", {
    kind: "rewritten",
    position: 15,
  }),
  bent("an entry is deleted", "delete from record_entries where position = 3", {
    of: "record",
    kind: "missing",
    position: 3,
  }),
  bent("the last entries are cut off", "delete from record_entries where position > 28", {
    kind: "short",
    position: 29,
  }),
  bent(
    "an entry is slipped in at the end",
    "insert into record_entries select max(position) + 1, 'case', 'nothing', 1, 'ff' from record_entries",
    { kind: "gone", caseId: "nothing" },
  ),
  bent("a checkpoint is changed", "update checkpoints set root = 'ff'", { of: "record", kind: "checkpoint" }),
];

function bent(name: string, sql: string, first: Expected): Bending {
  return { name, sql, first };
}

for (const [engine, open] of [
  ["sqlite", openSqliteStage],
  ["pglite", openPgliteStage],
] as const) {
  describe(`verify on ${engine}`, () => {
    let stage: Stage | null = null;
    const current = (): Stage => {
      if (!stage) throw new Error("The stage is not set.");
      return stage;
    };
    beforeAll(async () => {
      stage = await open();
    });
    afterAll(async () => await stage?.close());

    it("finds nothing where nobody was", async () => {
      const { faults, entries } = await current().bend(async () => undefined, [current().saved]);
      expect(faults).toEqual([]);
      expect(entries).toBeGreaterThan(20);
    });

    it.each(bendings)("finds that $name", async ({ sql, first }) => {
      const { caseId, bend } = current();
      const statement = sql
        .replaceAll("{case}", caseId)
        .replaceAll("{cast}", engine === "pglite" ? "::jsonb" : "");
      const { faults } = await bend(async (thief) => await thief.run(statement));
      expect(faults[0]).toMatchObject(first);
    });

    it("finds two exchanged entries by the tree", async () => {
      const { faults } = await current().bend(exchange);
      expect(faults.map(({ kind }) => kind)).toContain("order");
    });

    it("finds by a saved checkpoint what nothing inside tells: a chain rewritten with its head and its record", async () => {
      const { caseId, bend, saved } = current();
      const rewrite = async (thief: Thief) => await rewriteChain(thief, caseId);
      expect((await bend(rewrite)).faults).toEqual([]);
      const [first] = (await bend(rewrite, [saved])).faults;
      expect(first).toMatchObject({ of: "record", kind: "checkpoint", file: "saved.txt", position: 0 });
    });

    it("finds that an old backup was put back, and where it ends", async () => {
      const { bend, saved } = current();
      const later = { ...saved, size: saved.size + 7 };
      const [first] = (await bend(async () => undefined, [later])).faults;
      expect(first).toMatchObject({ kind: "short", position: saved.size, until: saved.size + 6 });
    });
  });
}

/** As one who rewrites the beginning of a case: the positions of two acts swapped, nothing else touched. */
async function exchange(thief: Thief): Promise<void> {
  const found = await thief.rows(
    "select position from record_entries where kind = 'case' order by subject, seq limit 2",
  );
  const [first, second] = found.map((row) => Number(row["position"])) as [number, number];
  for (const [from, to] of [
    [first, -1],
    [second, first],
    [-1, second],
  ])
    await thief.run(`update record_entries set position = ${to} where position = ${from}`);
}

/** Another actor in the second act, and every hash after it made to fit: chain, head, record, own checkpoints. */
async function rewriteChain(thief: Thief, caseId: string): Promise<void> {
  const rows = await thief.rows(`select * from events where case_id = '${caseId}' order by seq`);
  let previousHash = "";
  for (const row of rows) {
    const event = eventOf(row, previousHash);
    const hash = hashOf(event);
    const where = `case_id = '${caseId}' and seq = ${event.seq}`;
    await thief.run(
      `update events set actor_id = '${event.actorId}', previous_hash = '${previousHash}', hash = '${hash}' where ${where}`,
    );
    await thief.run(
      `update record_entries set hash = '${hash}' where kind = 'case' and subject = '${caseId}' and seq = ${event.seq}`,
    );
    previousHash = hash;
  }
  await thief.run(`update cases set head_hash = '${previousHash}' where id = '${caseId}'`);
  await thief.run("delete from checkpoints; delete from record_nodes");
}

type Told = Parameters<typeof hashOf>[0];

function eventOf(row: Row, previousHash: string): Told {
  const read = (value: unknown) => (typeof value === "string" ? JSON.parse(value) : value) as Told["seals"];
  const seq = Number(row["seq"]);
  return {
    caseId: String(row["case_id"]),
    seq,
    action: String(row["action"]),
    at: Number(row["at"]),
    recordedAt: Number(row["recorded_at"]),
    actorId: seq === 2 ? "town-2" : String(row["actor_id"]),
    actorRole: row["actor_role"] as Told["actorRole"],
    actorUnit: row["actor_unit"] as Told["actorUnit"],
    from: row["from"] as Told["from"],
    to: String(row["to"]),
    facts: read(row["facts"]),
    seals: read(row["seals"]),
    commandId: row["command_id"] as Told["commandId"],
    previousHash,
  };
}
