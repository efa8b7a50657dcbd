import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCase, aDecision, aMove, nextId } from "../../../fixtures/build.ts";
import { loadReference } from "../../../fixtures/load.ts";
import type { FigureQuestion, GroupBy } from "../../../db/store.ts";
import type { Case, CaseEvent } from "../../../server/domain/case.ts";
import { profileOf } from "../../../server/domain/evaluate/facts.ts";
import { type CountedProfile, figuresByGroup } from "../../../server/domain/evaluate/figure.ts";
import type { Objection } from "../../../server/domain/evaluate/objection.ts";
import { indicatorsOf } from "../../../server/domain/evaluate/rules.ts";
import { tallyOf } from "../../../server/domain/evaluate/tally.ts";
import { ledgerOf } from "../../../server/domain/ledger.ts";
import type { Opened } from "../../support/engines.ts";

const rules = loadReference().evaluation;
const indicators = indicatorsOf(rules);

/** Periods of their own, so that these tests see nothing of the others. */
let period = 4_000_000_000_000;

function aPeriod(): Pick<FigureQuestion, "from" | "to"> {
  period += 10_000_000;
  return { from: period, to: period + 1_000_000 };
}

const acts: readonly Pick<CaseEvent, "action" | "facts">[] = [
  { action: "file", facts: { itemCode: "020101" } },
  { action: "dispatch", facts: { unit: "LD", holder: "LD" } },
  { action: "dispatch", facts: { unit: "SW", holder: "SW" } },
  { action: "accept", facts: {} },
  { action: "return", facts: { holder: "371122101" } },
  { action: "overdue", facts: { clock: "handle", unit: "LD" } },
  { action: "handle", facts: { holder: "371122101001001" } },
  { action: "rework", facts: { holder: "LD" } },
  { action: "check", facts: { holder: "371122101" } },
  { action: "close", facts: { holder: null } },
  { action: "rate", facts: { score: 2, solved: false } },
];

export function describeEvaluation(current: () => Opened): void {
  const evaluation = () => current().store.evaluation;

  /** A case with these acts, a thousand apart. */
  const lived = async (from: number, told: readonly (typeof acts)[number][], parts: Partial<Case> = {}) => {
    const opened = aCase({ reportedAt: from, updatedAt: from, leadUnit: null, ...parts });
    let found = await stored(aDecision({ case: opened }));
    for (const [index, act] of told.entries())
      found = await stored(aMove(found, {}, { ...act, at: from + (index + 1) * 1000 }));
    return found;

    async function stored(decision: Parameters<Opened["store"]["commit"]>[0]): Promise<Case> {
      const answer = await current().store.commit(decision);
      if (answer.kind !== "committed") throw new Error(answer.kind);
      return answer.case;
    }
  };

  const counted = async () => {
    while ((await evaluation().catchUp(100)) === 100);
  };

  describe("the figures of a period", () => {
    it("are those of the replayed events, by every grouping, and add up to the whole", async () => {
      const history = fc.array(fc.constantFrom(...acts), { maxLength: 10 });
      await fc.assert(
        fc.asyncProperty(fc.array(history, { minLength: 1, maxLength: 4 }), async (histories) => {
          const { from, to } = aPeriod();
          const cases: Case[] = [];
          for (const [index, told] of histories.entries()) cases.push(await lived(from + index, told));
          await counted();
          const question: FigureQuestion = { scope: { kind: "all" }, from, to };
          const replayed: CountedProfile[] = [];
          for (const { id } of cases)
            for (const row of tallyOf(await current().store.cases.history(id)).accounts)
              replayed.push({ group: "", subject: row.subject, profile: profileOf(row.facts), count: 1 });
          const wanted = figuresByGroup(indicators, replayed, [], rules.minimum).get("");
          for (const by of ["all", "unit", "township", "cell", "item", "month"] satisfies GroupBy[]) {
            const rows = await evaluation().profiles(question, by);
            const whole = rows.map((row) => ({ ...row, group: "" }));
            expect(figuresByGroup(indicators, whole, [], rules.minimum).get("")).toEqual(wanted);
          }
        }),
        { numRuns: 15 },
      );
    });

    it("are counted again after every act, and only then", async () => {
      const { from, to } = aPeriod();
      const question: FigureQuestion = { scope: { kind: "all" }, from, to };
      const found = await lived(from, []);
      await counted();
      expect(await evaluation().catchUp(100)).toBe(0);
      expect(await evaluation().profiles(question, "unit")).toHaveLength(1);
      await current().store.commit(
        aMove(found, {}, { action: "dispatch", facts: { unit: "LD" }, at: from + 1 }),
      );
      expect(await evaluation().catchUp(100)).toBe(1);
      const groups = (await evaluation().profiles(question, "unit")).map(({ group }) => group);
      expect(groups.toSorted()).toEqual(["LD", "LD"]);
    });

    it("hold what was opened in it, within the scope of who asks", async () => {
      const { from, to } = aPeriod();
      const unit = nextId("U");
      const township = nextId("T");
      const toUnit = [{ action: "dispatch" as const, facts: { unit } }];
      await lived(from, toUnit, { cellCode: null, townshipCode: township });
      await lived(to - 1, toUnit);
      await lived(to, toUnit);
      await counted();
      const count = async (scope: FigureQuestion["scope"]) =>
        (await evaluation().profiles({ scope, from, to }, "all")).reduce((all, row) => all + row.count, 0);
      // What was sent after the end of the period belongs to the next one
      expect(await count({ kind: "all" })).toBe(3);
      expect(await count({ kind: "unit", unit, account: "a" })).toBe(3);
      expect(await count({ kind: "township", township, account: "a" })).toBe(2);
      expect(await count({ kind: "none" })).toBe(0);
    });

    it("show the rows behind them page by page, as many as are counted", async () => {
      const { from, to } = aPeriod();
      for (let n = 0; n < 5; n += 1) await lived(from + n, [{ action: "dispatch", facts: { unit: "LD" } }]);
      await counted();
      const question: FigureQuestion = { scope: { kind: "all" }, from, to };
      const turns = (await evaluation().profiles(question, "all")).filter(
        ({ subject }) => subject === "turn",
      );
      const wanted = {
        indicator: "handled",
        subject: "turn" as const,
        profiles: turns.map(({ profile }) => profile),
        takenProfiles: [],
      };
      const first = await evaluation().rows(question, wanted, { after: null, limit: 3 });
      const rest = await evaluation().rows(question, wanted, { after: first.next, limit: 3 });
      expect([first.total, first.rows.length, rest.rows.length, rest.next]).toEqual([5, 3, 2, null]);
      expect(new Set([...first.rows, ...rest.rows].map((row) => row.caseId)).size).toBe(5);
      // More ids than either database takes as values of one statement
      const others = Array.from({ length: 70_000 }, (_, place) => `none-${place}`);
      const caseIds = [...others, first.rows[0]?.caseId ?? ""];
      const among = await evaluation().rows({ ...question, caseIds }, wanted, { after: null, limit: 3 });
      expect(among.rows.map((row) => row.caseId)).toEqual([first.rows[0]?.caseId]);
    });
  });

  describe("held time", () => {
    it("is cut to the period and adds up to the whole, whoever had it", async () => {
      const { from, to } = aPeriod();
      const unit = nextId("U");
      const found = await lived(from - 500, [
        { action: "dispatch", facts: { unit, holder: unit } },
        { action: "accept", facts: {} },
      ]);
      await counted();
      const scope = { kind: "unit" as const, unit, account: "a" };
      const now = from + 10_000;
      const sums = await evaluation().heldTimes({ scope, from, to }, now);
      const whole = ledgerOf(await current().store.cases.history(found.id), now);
      const inPeriod = whole.reduce((all, row) => all + Math.max(0, row.to - Math.max(from, row.from)), 0);
      expect(sums.reduce((all, row) => all + row.held, 0)).toBe(inPeriod);
      expect(inPeriod).toBe(10_000);
      expect(sums.filter((row) => row.unit === unit).reduce((all, row) => all + row.held, 0)).toBe(9500);
    });

    it("has a row for each case, unit and stage behind a sum, the longest first", async () => {
      const { from, to } = aPeriod();
      const unit = nextId("U");
      for (const late of [0, 4000, 2000])
        await lived(from + late, [
          { action: "dispatch", facts: { unit, holder: unit } },
          { action: "accept", facts: {} },
        ]);
      await counted();
      const question = { scope: { kind: "unit" as const, unit, account: "a" }, from, to };
      const now = from + 10_000;
      const sums = await evaluation().heldTimes(question, now);
      for (const { unit: holder, state, cases, held } of sums) {
        const rows = await evaluation().heldRows(
          question,
          { state, unit: holder },
          { now, skip: 0, limit: 9 },
        );
        expect([state, rows.length, rows.reduce((all, row) => all + row.held, 0)]).toEqual([
          state,
          cases,
          held,
        ]);
      }
      const page = { now, skip: 0, limit: 2 };
      const first = await evaluation().heldRows(question, { unit }, page);
      const rest = await evaluation().heldRows(question, { unit }, { ...page, skip: 2, limit: 9 });
      const lengths = [...first, ...rest].map((row) => row.held);
      expect(lengths).toEqual([9000, 7000, 5000]);
      expect(first.map((row) => row.running)).toEqual([true, true]);
      const others = await evaluation().heldRows(question, {}, { ...page, limit: 9 });
      expect(others.filter((row) => row.unit !== unit).map((row) => row.running)).toEqual([
        false,
        false,
        false,
      ]);
    });
  });

  describe("an objection", () => {
    const objected = (parts: Partial<Objection>): Objection => ({
      id: nextId("objection"),
      indicator: "handled",
      groupBy: "unit",
      unit: "LD",
      from: 0,
      to: 1,
      over: 1,
      of: 2,
      reason: "现场停电",
      askedBy: "lights-1",
      askedAt: 5,
      dueAt: 9,
      state: "open",
      answer: null,
      answeredBy: null,
      answeredAt: null,
      undoReason: null,
      undoneBy: null,
      undoneAt: null,
      ...parts,
    });

    it("stands once for a figure, and once withdrawn may be made again", async () => {
      const { from, to } = aPeriod();
      const first = objected({ from, to });
      expect(await evaluation().addObjection(first, [])).toBe(true);
      expect(await evaluation().addObjection(objected({ from, to }), [])).toBe(false);
      expect(await evaluation().changeObjection(first, { ...first, state: "withdrawn" })).toBe(true);
      expect(await evaluation().changeObjection(first, { ...first, state: "accepted" })).toBe(false);
      expect(await evaluation().addObjection(objected({ from, to }), [])).toBe(true);
      const found = await evaluation().objections({ unit: "LD", from, to, limit: 10 });
      expect(found.map(({ state }) => state).toSorted()).toEqual(["open", "withdrawn"]);
    });

    it("takes its cases out while it is accepted, and no longer", async () => {
      const { from, to } = aPeriod();
      const found = await lived(from, [{ action: "dispatch", facts: { unit: "LD" } }]);
      await counted();
      const question: FigureQuestion = { scope: { kind: "all" }, from, to };
      const open = objected({ from, to });
      const row = { caseId: found.id, subject: "turn" as const, unit: "LD" };
      await evaluation().addObjection(open, [row]);
      expect(await evaluation().casesOf(open.id)).toEqual([row]);
      expect(await evaluation().takenOut(question, "unit")).toEqual([]);
      const accepted: Objection = { ...open, state: "accepted" };
      await evaluation().changeObjection(open, accepted);
      expect(await evaluation().takenOut(question, "unit")).toMatchObject([
        { indicator: "handled", group: "LD", subject: "turn", count: 1 },
      ]);
      const wanted = { indicator: "handled", subject: "turn" as const };
      const page = { after: null, limit: 9 };
      const [{ profile } = { profile: "" }] = await evaluation().takenOut(question, "all");
      const inside = await evaluation().rows(
        question,
        { ...wanted, profiles: [profile], takenProfiles: [] },
        page,
      );
      const outside = await evaluation().rows(
        question,
        { ...wanted, profiles: [], takenProfiles: [profile] },
        page,
      );
      expect([inside.total, outside.total, outside.rows[0]?.taken]).toEqual([0, 1, true]);
      await evaluation().changeObjection(accepted, { ...accepted, state: "undone" });
      expect(await evaluation().takenOut(question, "unit")).toEqual([]);
    });
  });
}
