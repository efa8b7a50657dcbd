/** Many plans as few statements of PostgreSQL, and what happens to the others when one of them cannot be written. */
import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/node-postgres";
import { describe, expect, it } from "vitest";
import type { Base, Db } from "../../db/db.ts";
import { pgKitWith } from "../../db/kit.ts";
import { compile } from "../../db/compile.ts";
import { gathered, type PgCall } from "../../db/pgBatch.ts";
import { manyChanges, manyRows } from "../../db/pgRows.ts";
import { createPgWriter, type Lock, type Transact } from "../../db/pgWriter.ts";
import { planFor } from "../../db/plan.ts";
import { createRing } from "../../db/secrets/ring.ts";
import { defineTables } from "../../db/tables.ts";
import type { Taking } from "../../db/writer.ts";
import type { Step } from "../../db/writes.ts";
import { aCase, aClock, aDecision, aMove } from "../../fixtures/build.ts";

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

describe("a change of many rows", () => {
  it("names only what is changed, finds each by its version, and is refused when one is not found", () => {
    const [found, ...others] = moves();
    const [step] = found ?? [];
    if (!step || others.length === 0) throw new Error("no move");
    const only = ["id", "expects", "expectsHash", "version", "rules"];
    const many = manyChanges(compile(base, step, only), base.tables);
    expect(many?.text).toBe(
      'with changed as (update "cases" set "version" = told."version", "rules" = told."rules" from rows from (json_to_recordset($1::json) as ("version" integer, "rules" jsonb, "id" text COLLATE "C", "expects" integer, "expectsHash" text COLLATE "C")) as told where ("cases"."id" = told."id" and "cases"."version" = told."expects" and "cases"."head_hash" = told."expectsHash") returning 1) select 1 / (count(*) = json_array_length($1::json))::int from changed',
    );
    const [told] = JSON.parse(many?.told([step.row]) ?? "[]") as object[];
    expect(Object.keys(told ?? {}).toSorted()).toEqual(only.toSorted());
  });

  it("is none of an insertion", () => {
    expect(manyChanges(compile(base, aStep("addEvent")), base.tables)).toBeNull();
  });
});

/** Cases that go on, each from the version it has. */
function moves(): readonly (readonly Step[])[] {
  return Array.from({ length: 4 }, () => {
    const before = aCase();
    const move = aMove({ ...before, headHash: "a".repeat(64) });
    return planFor({ ...move, before, clocks: [aClock(before)] }).steps;
  });
}

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
function server({ bad, known, taken }: Answering) {
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
    }, lock);
    committed.push(told);
    return answer;
  };
  const lock: Lock = async ({ name }) => (name === "due" ? (taken ?? []) : expect.fail(name));
  const writer = createPgWriter(transact, base, { isAlone: taken === undefined });
  return { committed, transactions: () => transactions, writer };
}

interface Answering {
  readonly bad?: Bad;
  readonly known?: string;
  /** What it locks, where others are on the database. */
  readonly taken?: readonly string[];
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

describe("plans for rows that were taken", () => {
  const plans = moves();
  const ids = plans.map(([first]) => idOf(first));
  const badId = ids[1] ?? "";
  const due: Taking<readonly Step[]> = {
    look: async () => ids,
    lock: { name: "due", text: "", values: [] },
    stepsFor: (steps) => (steps.length > 0 ? steps : expect.fail("no plan")),
    write: async () => "stale",
  };

  it("change them by one statement, since nobody else can, in the transaction that took them", async () => {
    const { writer, committed, transactions } = server({ taken: ids });
    const answers = await writer.runTaken(due, async (given) => {
      expect(given).toEqual(ids);
      return plans;
    });
    expect(answers).toEqual(["done", "done", "done", "done"]);
    expect(transactions()).toBe(1);
    const [change] = committed[0] ?? [];
    expect(change?.name).toBe("changeCaseAndLook many 0");
    expect((JSON.parse(String(change?.values[0])) as { id: string }[]).map(({ id }) => id)).toEqual(ids);
  });

  it("are not asked for where nothing is due", async () => {
    const { writer, transactions } = server({ taken: ids });
    const never = async () => expect.fail("nothing is due");
    expect(await writer.runTaken({ ...due, look: async () => [] }, never)).toEqual([]);
    expect(transactions()).toBe(0);
  });

  it("are each written for itself when the server refuses one of them", async () => {
    const { writer, committed } = server({ taken: ids, bad: { value: badId, error: refused("23505") } });
    const answers = await writer.runTaken(due, async () => plans);
    expect(answers).toEqual(["done", refused("23505"), "done", "done"]);
    expect(committed).toHaveLength(3);
  });

  it("are lost together over a line that broke, and nobody says what became of them", async () => {
    const { writer, transactions } = server({ taken: ids, bad: { value: badId, error: refused("57P01") } });
    await expect(writer.runTaken(due, async () => plans)).rejects.toThrow("57P01");
    expect(transactions()).toBe(1);
  });

  it("stand, too, when no plan can be made of one of the decisions", async () => {
    const { writer, committed } = server({ taken: ids });
    const answers = await writer.runTaken(due, async () => [[], ...plans]);
    expect(answers).toEqual([expect.any(Error), "done", "done", "done", "done"]);
    expect(committed).toHaveLength(1);
  });

  it("are written one batch after the other where nobody else is on the database", async () => {
    const { writer } = server({});
    let under = 0;
    const batch = async () =>
      await writer.runTaken(due, async () => {
        expect((under += 1)).toBe(1);
        await new Promise((resolve) => setImmediate(resolve));
        under -= 1;
        return plans;
      });
    const answers = (await Promise.all([batch(), batch()])).flat();
    expect(answers).toEqual(Array.from({ length: 8 }, () => "stale"));
  });
});

function idOf(step: Step | undefined): string {
  return step && "id" in step.row ? step.row.id : "";
}
