import { describe, expect, it } from "vitest";
import { aCase, aClock, aDecision, aMove, anActor, nextId } from "../../../fixtures/build.ts";
import type { Case } from "../../../server/domain/case.ts";
import { type CaseRules, rulesOf } from "../../../server/domain/caseRules.ts";
import type { Clock } from "../../../server/domain/clock.ts";
import type { Opened } from "../../support/engines.ts";

export function describeSupervision(current: () => Opened): void {
  const store = () => current().store;
  const all = { kind: "all" } as const;

  const add = async (parts: Partial<Case>, clocks: readonly Partial<Clock>[] = []) => {
    const found = aCase(parts);
    const rows = clocks.map((clock) => aClock(found, { unit: found.leadUnit, lookAt: null, ...clock }));
    const answer = await store().commit(aDecision({ case: found, clocks: rows, notices: [] }));
    if (answer.kind !== "committed") throw new Error(answer.kind);
    return answer.case;
  };
  const marked = (rules: Partial<CaseRules>): Partial<Case> => ({ rules: { ...rulesOf({}), ...rules } });

  describe("marks of supervision", () => {
    it("list and count the cases that carry them, open or over, within the scope", async () => {
      const unit = nextId("unit");
      const scope = { kind: "unit", unit, account: "nobody" } as const;
      const ladder = { unit, step: "urge", at: 5 } as const;
      const late = await add({ leadUnit: unit, ...marked({ ladders: [ladder], unheard: [ladder] }) });
      const ended = await add({ leadUnit: unit, state: "closed", ...marked({ exempt: ["overdue"] }) });
      await add({ leadUnit: unit });
      await add({ ...marked({ ladders: [ladder] }) });
      expect(await store().supervision.byMark(scope)).toEqual({
        "ladder:urge": 1,
        unheard: 1,
        "exempt:overdue": 1,
      });
      const page = { sort: "newest", after: null, limit: 10 } as const;
      const ids = async (mark: "ladder:urge" | "exempt:overdue") =>
        (await store().cases.list(scope, { mark }, page, 10)).rows.map((row) => row.id);
      expect(await ids("ladder:urge")).toEqual([late.id]);
      expect(await ids("exempt:overdue")).toEqual([ended.id]);
    });

    it("go with what they stood for", async () => {
      const unit = nextId("unit");
      const scope = { kind: "unit", unit, account: "nobody" } as const;
      const found = await add({ leadUnit: unit, ...marked({ exempt: ["overdue"] }) });
      await store().commit(aMove(found, marked({ exempt: [] })));
      expect(await store().supervision.byMark(scope)).toEqual({});
    });
  });

  describe("an order and its readers", () => {
    const told = async (accounts: readonly string[]) => {
      const found = aCase();
      const notices = accounts.map((code) => ({
        id: nextId("notice"),
        caseId: found.id,
        seq: 7,
        kind: "urge",
        to: { kind: "account", code } as const,
        createdAt: 50,
      }));
      await store().commit(aDecision({ case: found, notices }));
      return found;
    };

    it("is read once by each of them, and says when; the first reading counts", async () => {
      const [one, two] = [nextId("account"), nextId("account")];
      const found = await told([one, two]);
      const reader = anActor({ id: one, unit: null, cells: [] });
      expect((await store().outbox.inbox(reader, 5))[0]).toMatchObject({ seq: 7, readAt: null });
      expect(await store().outbox.markRead(reader, found.id, 60)).toBe(1);
      expect(await store().outbox.markRead(reader, found.id, 70)).toBe(0);
      expect((await store().outbox.inbox(reader, 5))[0]).toMatchObject({ readAt: 60 });
      expect(await store().outbox.orders(found.id)).toEqual([
        {
          seq: 7,
          kind: "urge",
          to: { kind: "account", code: one },
          reads: [{ accountId: one, readAt: 60 }],
        },
        { seq: 7, kind: "urge", to: { kind: "account", code: two }, reads: [] },
      ]);
    });

    it("is not read by somebody it was not addressed to", async () => {
      const found = await told([nextId("account")]);
      expect(await store().outbox.markRead(anActor({ id: nextId("account") }), found.id, 60)).toBe(0);
    });
  });

  describe("answers after their limit", () => {
    it("are told with unit, limit and instant, since a given day", async () => {
      const unit = nextId("unit");
      const scope = { kind: "unit", unit, account: "nobody" } as const;
      const late = await add({ leadUnit: unit }, [
        { kind: "supervise", outcome: "missed", dueAt: 90, stoppedAt: 120, runningSince: null },
        { kind: "supervise", outcome: "missed", dueAt: 40, stoppedAt: 60, runningSince: null },
        { kind: "handle", outcome: "missed", dueAt: 90, stoppedAt: 120, runningSince: null },
      ]);
      const answers = await store().supervision.lateAnswers(scope, 100, 10);
      expect(answers.map(({ case: found, ...rest }) => ({ id: found.id, ...rest }))).toEqual([
        { id: late.id, unit, dueAt: 90, answeredAt: 120 },
      ]);
    });
  });

  describe("what may be a sign of gaming", () => {
    it("finds cases that came back, once each", async () => {
      const found = await add({});
      const back = await store().commit(aMove(found, {}, { action: "rework", at: 7_000_000_000_100 }));
      if (back.kind !== "committed") throw new Error(back.kind);
      await store().commit(aMove(back.case, {}, { action: "rectify", at: 7_000_000_000_200 }));
      await store().commit(aMove(await add({}), {}, { action: "comment", at: 7_000_000_000_200 }));
      expect(await store().supervision.broughtBack(all, 7_000_000_000_000, 10)).toEqual([found.id]);
    });

    it("finds what was filed just before its limit", async () => {
      const scope = { kind: "unit", unit: nextId("unit"), account: "nobody" } as const;
      const filed = (stoppedAt: number) =>
        add({ leadUnit: scope.unit }, [{ kind: "file", dueAt: 1000, stoppedAt, runningSince: null }]);
      const near = await filed(950);
      for (const stoppedAt of [800, 1001]) await filed(stoppedAt);
      expect(await store().supervision.filedLate(scope, 0, 100)).toEqual([near.id]);
    });

    it("finds units that finished many cases together, and leaves others alone", async () => {
      const unit = nextId("unit");
      const scope = { kind: "unit", unit, account: "nobody" } as const;
      const ended = async (stoppedAt: number) =>
        (await add({ leadUnit: unit }, [{ kind: "handle", outcome: "met", stoppedAt, runningSince: null }]))
          .id;
      const ids: string[] = [];
      for (const at of [1000, 1030, 1060]) ids.push(await ended(at));
      for (const at of [1200, 1270]) await ended(at);
      const bursts = await store().supervision.bursts(scope, 0, { within: 60, count: 3 });
      expect(bursts).toEqual([{ unit, at: 1000, caseIds: ids }]);
    });

    it("holds apart what several units, and a unit by several kinds of work, finished in turn", async () => {
      const units = [nextId("unit"), nextId("unit")] as const;
      const since = 8_000_000_000_000;
      const ended = async (unit: string, kind: "handle" | "close", at: number) =>
        (await add({}, [{ unit, kind, outcome: "met", stoppedAt: since + at, runningSince: null }])).id;
      const many: string[] = [];
      for (const at of [0, 20, 40]) {
        many.push(await ended(units[0], "handle", at));
        if (at < 40) await ended(units[1], "handle", at + 5);
        if (at < 40) await ended(units[0], "close", at + 10);
      }
      const bursts = await store().supervision.bursts(all, since, { within: 60, count: 3 });
      expect(bursts).toEqual([{ unit: units[0], at: since, caseIds: many }]);
    });
  });
}
