import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf } from "../../db/chain.ts";
import { bendings } from "./bendings.ts";
import { openPgliteStage, openSqliteStage, type Row, type Stage, type Thief } from "../support/stage.ts";

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
