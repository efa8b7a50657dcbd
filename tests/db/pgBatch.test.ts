/** Many plans as few statements of PostgreSQL, and what happens to the others when one of them cannot be written. */
import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/node-postgres";
import { describe, expect, it } from "vitest";
import type { Base, Db } from "../../db/db.ts";
import { pgKitWith } from "../../db/kit.ts";
import { compile } from "../../db/compile.ts";
import { gathered, type PgCall } from "../../db/pgBatch.ts";
import { manyRows } from "../../db/pgRows.ts";
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

const reported = planFor(aDecision({ reporter: { name: "王建国", phone: "13800000000" } })).steps;

function aStep(write: Step["write"]): Step {
  const found = reported.find((step) => step.write === write);
  if (!found) throw new Error(`No step of a report is ${write}.`);
  return found;
}

const namesOf = (calls: readonly PgCall[]) => calls.map(({ name }) => name);

describe("an insertion of many rows", () => {
  const { tables } = base;
  const one = 'insert into "counters" ("name", "n") values ($1, $2)';

  it("takes them as one value, by the members of the row", () => {
    const many = manyRows(one, tables);
    expect(many?.text).toBe(
      'insert into "counters" ("name", "n") select "name", "n" from rows from (json_to_recordset($1::json) as ("name" text COLLATE "C", "n" integer))',
    );
    expect(many?.told([{ name: "a", n: 1 }])).toBe('[{"name":"a","n":1}]');
  });

  it("keeps what is said of rows that are there", () => {
    expect(manyRows(`${one} on conflict ("name") do nothing`, tables)?.text).toMatch(
      / on conflict \("name"\) do nothing$/u,
    );
  });

  it("seals what the column seals", () => {
    const step = aStep("addReporter");
    const { text } = compile(base, step);
    const [told] = JSON.parse(manyRows(text, tables)?.told([step.row]) ?? "[]") as { phone: string }[];
    expect(told?.phone).toMatch(/^v1\.k1\./u);
    expect(ring.open("reporters.phone", told?.phone ?? "")).toBe("13800000000");
  });

  it("is none where a row is made of more than values", () => {
    const last = 'insert into "counters" ("name", "n") values ($1, (select max("n") from "counters"))';
    expect(manyRows(last, tables)).toBeNull();
    expect(manyRows('update "counters" set "n" = $1 where "name" = $2', tables)).toBeNull();
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

/** A server that notes what it commits and refuses a transaction in which `bad` comes; of reports it knows it touches no row. */
function server({ bad, known }: { readonly bad?: Bad; readonly known?: string }) {
  const committed: (readonly PgCall[])[] = [];
  let transactions = 0;
  const transact: Transact = async (work) => {
    const told: PgCall[] = [];
    transactions += 1;
    const answer = await work(async (calls) => {
      told.push(...calls);
      const comes = ({ values }: PgCall, text: string) =>
        values.some((value) => String(value).includes(text));
      if (bad && calls.some((call) => comes(call, bad.value))) throw bad.error;
      if (calls.some((call) => call.name === "addCase new" && known !== undefined && comes(call, known)))
        throw refused("23505");
      return calls.map((call) => (known !== undefined && comes(call, known) ? 0 : 1));
    });
    committed.push(told);
    return answer;
  };
  return { committed, transactions: () => transactions, writer: createPgWriter(transact, base) };
}

interface Bad {
  readonly value: string;
  readonly error: Error;
}

const refused = (code: string) => Object.assign(new Error(`refused with ${code}`), { code });

describe("plans that arrive together", () => {
  const decisions = [aDecision(), aDecision(), aDecision(), aDecision()];
  const plans = decisions.map((decision) => planFor(decision).steps);
  const badId = decisions[1]?.case.id ?? "";

  it("share one transaction: their cases first, their entries behind the lock at the end", async () => {
    const { writer, committed, transactions } = server({});
    const answers = await Promise.all(plans.map(async (steps) => await writer.run(steps)));
    expect(answers).toEqual(["done", "done", "done", "done"]);
    expect(transactions()).toBe(1);
    const names = namesOf(committed[0] ?? []);
    expect(names[0]).toBe("addCase new");
    expect(names.slice(-2)).toEqual(["record_lock", "addEntry many"]);
    expect(names).toContain("addEvent many");
    expect(JSON.parse(String(committed[0]?.[0]?.values[0]))).toHaveLength(4);
  });

  it("are shared by both lanes when they are many", async () => {
    const { writer, committed } = server({});
    const many = Array.from({ length: 40 }, () => planFor(aDecision()).steps);
    await Promise.all(many.map(async (steps) => await writer.run(steps)));
    const sizes = committed.map(([cases]) => (JSON.parse(String(cases?.values[0])) as unknown[]).length);
    expect(sizes).toEqual([20, 20]);
  });

  it("are asked what they touch when one of them finds its row there already", async () => {
    const { writer, committed } = server({ known: badId });
    const answers = await Promise.all(plans.map(async (steps) => await writer.run(steps)));
    expect(answers).toEqual(["done", "duplicate", "done", "done"]);
    expect(committed).toHaveLength(1);
    expect(namesOf(committed[0] ?? []).slice(0, 4)).toEqual(["addCase", "addCase", "addCase", "addCase"]);
    expect(committed[0]?.slice(4).some(({ values }) => String(values[0]).includes(badId))).toBe(false);
  });

  it("insist on every row that is asked for, also where it would be left out", async () => {
    const { writer, committed } = server({});
    const nothing = { takenAt: null, lng: null, lat: null, print: null };
    const bands = { band0: null, band1: null, band2: null, band3: null };
    const size = { bytes: 1, width: 1, height: 1, uploadedBy: null, uploadedAt: 1 };
    const row = { id: "a".repeat(64), ...size, ...nothing, ...bands };
    await writer.run([{ write: "addPhotoFile", row, orElse: "duplicate" }]);
    expect(committed[0]?.[0]?.text).toMatch(/^insert into "photos" /u);
    expect(committed[0]?.[0]?.text).not.toContain("on conflict");
  });

  it("are each written for itself when the server refuses one of them", async () => {
    const { writer, committed } = server({ bad: { value: badId, error: refused("23505") } });
    const answers = await Promise.allSettled(plans.map(async (steps) => await writer.run(steps)));
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    expect(committed).toHaveLength(3);
  });

  it("are not tried again over a line that broke: they may stand already", async () => {
    const { writer, committed, transactions } = server({ bad: { value: badId, error: refused("57P01") } });
    const answers = await Promise.allSettled(plans.map(async (steps) => await writer.run(steps)));
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
    expect(committed).toHaveLength(0);
    expect(transactions()).toBe(1);
  });
});
