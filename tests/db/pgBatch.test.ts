/** Many plans as few statements of PostgreSQL, and what happens to the others when one of them cannot be written. */
import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/node-postgres";
import { describe, expect, it } from "vitest";
import type { Base, Db } from "../../db/db.ts";
import { pgKitWith } from "../../db/kit.ts";
import { gathered, type PgCall, severalRows } from "../../db/pgBatch.ts";
import { createPgWriter, type Transact } from "../../db/pgWriter.ts";
import { planFor } from "../../db/plan.ts";
import { createRing } from "../../db/secrets/ring.ts";
import { defineTables } from "../../db/tables.ts";
import type { Step } from "../../db/writes.ts";
import { aDecision } from "../../fixtures/build.ts";

const ring = createRing(new Map([["k1", randomBytes(32)]]));
const base: Base = {
  engine: "postgres",
  db: drizzle.mock({ casing: "snake_case" }) as unknown as Db,
  tables: defineTables(pgKitWith(ring)),
  ring,
};

const namesOf = (calls: readonly PgCall[]) => calls.map(({ name }) => name);

describe("an insertion of several rows", () => {
  const one = 'insert into "t" ("a", "b") values ($1, $2)';

  it("numbers the places of each row on", () => {
    expect(severalRows(one, 3, false)).toBe('insert into "t" ("a", "b") values ($1, $2), ($3, $4), ($5, $6)');
  });

  it("keeps what is said of rows that are there, unless they change and may come twice", () => {
    const skips = `${one} on conflict ("a") do nothing`;
    const changes = `${one} on conflict ("a") do update set "b" = excluded.b`;
    expect(severalRows(skips, 2, false)).toMatch(/\(\$3, \$4\) on conflict \("a"\) do nothing$/u);
    expect(severalRows(changes, 2, false)).toBeNull();
    expect(severalRows(changes, 2, true)).toMatch(/\(\$3, \$4\) on conflict/u);
  });

  it("is none where a row is made of more than values", () => {
    expect(severalRows('insert into "t" ("a") values ((select max("a") from "t"))', 2, true)).toBeNull();
    expect(severalRows('update "t" set "a" = $1 where "b" = $2', 2, true)).toBeNull();
  });
});

describe("steps of several plans", () => {
  const plan = (...names: readonly string[]) =>
    names.map((write, row) => ({ write, row: { row } }) as unknown as Step);
  const groupsOf = (...plans: readonly (readonly Step[])[]) =>
    gathered(plans).map((group) => `${group[0].write} ${group.length}`);

  it("stand together by kind", () => {
    expect(groupsOf(plan("addEvent", "putClock"), plan("addEvent", "addEvent", "putClock"))).toEqual([
      "addEvent 3",
      "putClock 2",
    ]);
  });

  it("keep the order that they have in their plan", () => {
    expect(groupsOf(plan("addWords", "unfind"), plan("unfind", "addWords"))).toEqual([
      "addWords 1",
      "unfind 2",
      "addWords 1",
    ]);
  });
});

/** A server that notes what it is told and refuses a transaction in which `bad` comes. */
function server(bad: { readonly value: string; readonly error: Error } | null) {
  const committed: (readonly PgCall[])[] = [];
  const transact: Transact = async (work) => {
    const told: PgCall[] = [];
    const answer = await work(async (calls) => {
      told.push(...calls);
      if (bad && calls.some(({ values }) => values.includes(bad.value))) throw bad.error;
      return calls.map(() => 1);
    });
    committed.push(told);
    return answer;
  };
  return { committed, writer: createPgWriter(transact, base) };
}

const refused = (code: string) => Object.assign(new Error(`refused with ${code}`), { code });

describe("plans that arrive together", () => {
  const decisions = [aDecision(), aDecision(), aDecision(), aDecision()];
  const plans = decisions.map((decision) => planFor(decision).steps);
  const badId = decisions[1]?.case.id ?? "";

  it("share one transaction: their cases first, their entries behind the lock at the end", async () => {
    const { writer, committed } = server(null);
    const answers = await Promise.all(plans.map(async (steps) => await writer.run(steps)));
    expect(answers).toEqual(["done", "done", "done", "done"]);
    expect(committed).toHaveLength(1);
    const names = namesOf(committed[0] ?? []);
    expect(names.slice(0, 4)).toEqual(["addCase", "addCase", "addCase", "addCase"]);
    expect(names.slice(-5)).toEqual(["record_lock", "addEntry", "addEntry", "addEntry", "addEntry"]);
    expect(names).toContain("addEvent 4");
  });

  it("are each written for itself when the server refuses one of them", async () => {
    const { writer, committed } = server({ value: badId, error: refused("23505") });
    const answers = await Promise.allSettled(plans.map(async (steps) => await writer.run(steps)));
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    expect(committed).toHaveLength(3);
  });

  it("are not tried again over a line that broke: they may stand already", async () => {
    const { writer, committed } = server({ value: badId, error: refused("57P01") });
    const answers = await Promise.allSettled(plans.map(async (steps) => await writer.run(steps)));
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
    expect(committed).toHaveLength(0);
  });
});
