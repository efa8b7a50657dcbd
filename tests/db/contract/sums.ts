import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCase, aDecision, aMove, nextId } from "../../../fixtures/build.ts";
import type { FigureQuestion, GroupBy } from "../../../db/store.ts";
import type { Case, CaseEvent, Decision } from "../../../server/domain/case.ts";
import { profileOf } from "../../../server/domain/evaluate/facts.ts";
import { tallyOf } from "../../../server/domain/evaluate/tally.ts";
import { ledgerOf } from "../../../server/domain/ledger.ts";
import { DAY, dayNumber, dayOf, HOUR, parseDay, startOfDay } from "../../../server/domain/time.ts";
import type { Opened } from "../../support/engines.ts";

/** Years of their own, so that these tests see nothing of the others. */
let year = 2200;

const dayAt = (day: string) => startOfDay(parseDay(day) ?? Number.NaN);

/** From a day to a day, or some hours beside them. */
const aPeriod = fc.tuple(
  fc.constantFrom("01-01", "02-01", "03-01", "03-17", "11-30"),
  fc.constantFrom("01-01", "03-01", "04-02", "06-01"),
  fc.constantFrom(0, 0, 0, 5 * HOUR),
);

export function describeSums(current: () => Opened): void {
  const evaluation = () => current().store.evaluation;
  const counted = async () => {
    while ((await evaluation().catchUp(100)) === 100);
  };
  const stored = async (decision: Decision): Promise<Case> => {
    const answer = await current().store.commit(decision);
    if (answer.kind !== "committed") throw new Error(answer.kind);
    return answer.case;
  };

  describe("the sums of figures", () => {
    it("say what the events say of any period, after any walk of moves, counted at any time", async () => {
      const act = fc.record({
        which: fc.integer({ min: 0, max: 6 }),
        after: fc.integer({ min: 1, max: 50 * 24 }),
        isCounted: fc.boolean(),
      });
      const walks = fc.array(fc.array(act, { maxLength: 7 }), { minLength: 1, maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(walks, fc.array(aPeriod, { minLength: 3, maxLength: 3 }), async (told, periods) => {
          year += 5;
          const [unit, township] = [nextId("U"), nextId("T")];
          const ids: string[] = [];
          for (const walk of told) {
            let at = dayAt(`${year}-01-29`) + ids.length * HOUR;
            let found = await stored(
              aDecision({
                case: aCase({ reportedAt: at, leadUnit: null, cellCode: null, townshipCode: township }),
              }),
            );
            ids.push(found.id);
            for (const { which, after, isCounted } of walk) {
              at += after * HOUR;
              found = await stored(aMove(found, {}, { ...actsFor(unit)[which], at }));
              if (isCounted) await counted();
            }
          }
          await counted();
          const histories = await Promise.all(ids.map(async (id) => await current().store.cases.history(id)));
          for (const [first, last, hours] of periods) {
            const from = dayAt(`${year}-${first}`) + hours;
            const to = dayAt(`${year + 1}-${last}`);
            for (const scope of [
              { kind: "unit", unit, account: "a" },
              { kind: "township", township, account: "a" },
            ] satisfies FigureQuestion["scope"][]) {
              for (const by of ["all", "unit", "township", "month"] satisfies GroupBy[])
                expect(sorted(await evaluation().profiles({ scope, from, to }, by))).toEqual(
                  profilesIn(histories, { scope, from, to }, by),
                );
              for (const now of [to + DAY, to - 9 * DAY]) {
                const sums = await evaluation().heldTimes({ scope, from, to }, now);
                expect(sorted(sums.filter(({ cases }) => cases > 0))).toEqual(
                  heldIn(histories, scope, { from, to: Math.min(to, now) }),
                );
              }
            }
          }
          expect((await evaluation().recountSums()).bent).toBe(0);
        }),
        { numRuns: 10 },
      );
    });

    it("are told anew when a case was counted since they were last asked for", async () => {
      const unit = nextId("U");
      const asked = {
        scope: { kind: "all" },
        from: dayAt("2198-05-01"),
        to: dayAt("2198-06-01"),
        unit,
      } as const;
      const file = async () => {
        const at = dayAt("2198-05-20");
        const found = await stored(aDecision({ case: aCase({ reportedAt: at, leadUnit: null }) }));
        await stored(aMove(found, {}, { action: "dispatch", facts: { unit, holder: unit }, at: at + 1 }));
        await counted();
      };
      const countsOf = async () => (await evaluation().profiles(asked, "unit")).map(({ count }) => count);
      expect(await countsOf()).toEqual([]);
      await file();
      expect(await countsOf()).toEqual([1]);
      await file();
      expect(await countsOf()).toEqual([2]);
    });

    it("are right of cases that go on while they are counted together with others", async () => {
      const [unit, at] = [nextId("U"), dayAt("2197-03-01")];
      const opened = await Promise.all(
        Array.from({ length: 5 }, async () =>
          stored(aDecision({ case: aCase({ reportedAt: at, leadUnit: null }) })),
        ),
      );
      const goOn = async (n: number) => {
        const found = opened[n];
        if (!found) return;
        const facts = { unit, holder: unit };
        opened[n] = await stored(aMove(found, {}, { action: "dispatch", facts, at: at + 1 + n }));
      };
      for (let n = 0; n < opened.length; n += 1)
        await Promise.all([evaluation().catchUp(100), goOn(n), evaluation().catchUp(100)]);
      await counted();
      expect(await evaluation().catchUp(100)).toBe(0);
      expect((await evaluation().recountSums()).bent).toBe(0);
      const asked = { scope: { kind: "all" }, from: at, to: at + DAY, unit } as const;
      const counts = (await evaluation().profiles(asked, "unit")).map(({ count }) => count);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(opened.length);
    });

    it("are named by recounting when one was bent, and made anew", async () => {
      const at = dayAt("2199-05-01");
      const unit = nextId("U");
      const found = await stored(aDecision({ case: aCase({ reportedAt: at, leadUnit: null }) }));
      const sent = await stored(
        aMove(found, {}, { action: "dispatch", facts: { unit, holder: unit }, at: at + 1 }),
      );
      await stored(aMove(sent, {}, { action: "handle", facts: { holder: "371122101" }, at: at + 2 }));
      await counted();
      expect((await evaluation().recountSums()).bent).toBe(0);
      await current().tamper(
        `UPDATE tally_sums SET count = count + 1 WHERE unit = '${unit}' AND span = '2199'`,
      );
      await current().tamper(`DELETE FROM held_sums WHERE unit = '${unit}'`);
      expect((await evaluation().recountSums()).bent).toBe(2);
      await evaluation().forgetSums();
      await evaluation().makeSums();
      expect((await evaluation().recountSums()).bent).toBe(0);
    });

    it("are made for a house from before there were any", async () => {
      await current().tamper("DELETE FROM tally_sums; DELETE FROM held_sums");
      await evaluation().forgetSums();
      await evaluation().makeSums();
      const { sums, bent } = await evaluation().recountSums();
      expect([sums > 0, bent]).toEqual([true, 0]);
    });
  });
}

const actsFor = (unit: string): readonly Pick<CaseEvent, "action" | "facts">[] => [
  { action: "dispatch", facts: { unit, holder: unit } },
  { action: "dispatch", facts: { unit: "SW", holder: "SW" } },
  { action: "accept", facts: {} },
  { action: "return", facts: { holder: "371122101" } },
  { action: "handle", facts: { holder: "371122101001001" } },
  { action: "rework", facts: { holder: unit } },
  { action: "close", facts: { holder: null } },
];

type Histories = readonly (readonly CaseEvent[])[];
type Scope = Extract<FigureQuestion["scope"], { readonly kind: "unit" | "township" }>;

function profilesIn(histories: Histories, { scope, from, to }: FigureQuestion, by: GroupBy) {
  const counts = new Map<string, number>();
  for (const events of histories) {
    const { accounts, townshipCode } = tallyOf(events);
    for (const { unit, openedAt, subject, facts } of accounts) {
      const isSeen = scope.kind === "unit" ? unit === scope.unit : true;
      if (!isSeen || openedAt < from || openedAt >= to) continue;
      const groups = { unit, township: townshipCode ?? "", month: dayOf(dayNumber(openedAt)).slice(0, 7) };
      const group = by === "unit" || by === "township" || by === "month" ? groups[by] : "";
      const key = JSON.stringify({ group, subject, profile: profileOf(facts) });
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return sorted([...counts].map(([key, count]) => ({ ...(JSON.parse(key) as object), count })));
}

/** Grid workers' time is their township's. */
const townshipOf = (holder: string) => (/^\d{10,}$/u.test(holder) ? holder.slice(0, 9) : holder);

function heldIn(
  histories: Histories,
  scope: Scope,
  { from, to }: { readonly from: number; readonly to: number },
) {
  const sums = new Map<string, { held: number; cases: Set<number> }>();
  for (const [at, events] of histories.entries()) {
    const lead = tallyOf(events).accounts[0]?.unit;
    for (const stretch of ledgerOf(events, Number.POSITIVE_INFINITY)) {
      const unit = townshipOf(stretch.holder);
      const isSeen = scope.kind === "township" || unit === scope.unit || lead === scope.unit;
      const held = Math.min(stretch.to, to) - Math.max(stretch.from, from);
      if (!isSeen || held <= 0) continue;
      const key = JSON.stringify({ unit, state: stretch.state });
      const sum = sums.get(key) ?? { held: 0, cases: new Set() };
      sum.held += held;
      sum.cases.add(at);
      sums.set(key, sum);
    }
  }
  return sorted(
    [...sums].map(([key, { held, cases }]) => ({ ...(JSON.parse(key) as object), held, cases: cases.size })),
  );
}

function sorted(rows: readonly object[]): readonly string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}
