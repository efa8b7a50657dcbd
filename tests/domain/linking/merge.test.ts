import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor, Case } from "../../../server/domain/case.ts";
import { rulesOf } from "../../../server/domain/caseRules.ts";
import { type Clock, isRunning } from "../../../server/domain/clock.ts";
import { fold } from "../../../server/domain/fold.ts";
import { bondsOf } from "../../../server/domain/linking/bonds.ts";
import { movesFrom } from "../../../server/domain/move.ts";
import { MINUTE } from "../../../server/domain/time.ts";
import { timeSpent } from "../../../server/domain/worktime.ts";
import { calendar2026 } from "../../support/calendar.ts";
import { type Act, herd, type Herd } from "../../support/herd.ts";
import { people } from "../../support/story.ts";

const { township: desk, lights, gridWorker, centre, otherTownship, resident } = people;

const filed = { action: "file", itemCode: "020101" };
const fixes = { action: "handle", result: "换灯", photosAfter: ["p"] };

/** Two reports of the same light; the first is already with the street-light office. */
function two(): Herd {
  const all = herd();
  all.report("first");
  all.act(desk, "first", filed).act(desk, "first", { action: "dispatch", unit: "LD" });
  all.report("second");
  return all;
}

const merge = (all: Herd, into: string) => ({ action: "merge", into: all.number(into) });

function closed(all: Herd, id: string): Herd {
  return closedAgain(all.act(lights, id, { action: "accept" }), id);
}

function closedAgain(all: Herd, id: string): Herd {
  return all
    .act(lights, id, fixes)
    .act(gridWorker, id, { action: "check" })
    .act(desk, id, { action: "close" });
}

describe("merging 并案", () => {
  it("leaves one lead case; the other waits in nobody's hands with all its clocks standing still", () => {
    const all = two();
    all.act(desk, "second", merge(all, "first"));
    const second = all.of("second");
    expect(second.case).toMatchObject({ state: "merged", holder: null, dueAt: null });
    expect(second.clocks.some(isRunning)).toBe(false);
    expect(all.of("first").case).toMatchObject({ state: "dispatched", holder: "LD" });
    expect(bondsOf(all.of("first").case).group).toEqual({ voices: 2, base: "normal" });
    expect(all.notices.filter((row) => row.kind === "merge").map((row) => row.to.kind)).toContain("unit");
  });

  it("gives every reporter the lead's end, the unit that did it, and a follow-up of their own", () => {
    const all = two();
    all.act(desk, "second", merge(all, "first"));
    closed(all, "first");
    expect(all.of("second").case).toMatchObject({ state: "closed", leadUnit: "LD", closedAt: all.now });
    expect(all.of("second").clocks.find((row) => row.kind === "followUp")).toMatchObject({ outcome: null });
    expect(all.notices.filter((row) => row.kind === "conclude")).toMatchObject([
      { caseId: "second", to: { kind: "account", code: "grid-1" } },
    ]);
  });

  it("tells of an honest end as what it is", () => {
    const all = two();
    all.act(desk, "second", merge(all, "first"));
    all
      .act(lights, "first", { action: "accept" })
      .act(lights, "first", { action: "admit", unsolvedReason: "noFunds", result: "无资金" })
      .act(gridWorker, "first", { action: "check" })
      .act(desk, "first", { action: "closeUnsolved", note: "列入计划" });
    expect(all.of("second").case.state).toBe("unsolved");
  });

  it("owes nobody a follow-up when the lead was declined: no act could ever make it", () => {
    const all = herd();
    all.report("first", { reporter: { name: null, phone: "13800001234" } });
    all.report("second", { reporter: { name: null, phone: "13800005678" } });
    all.act(desk, "second", merge(all, "first"));
    all.act(desk, "first", { action: "decline", declineReason: "repeat", note: "重复反映" });
    expect(all.of("second").case).toMatchObject({ state: "declined", holder: null, dueAt: null });
    expect(all.of("second").clocks.some(isRunning)).toBe(false);
  });

  it("brings everybody back with the lead when its reporter says that it is not solved", () => {
    const all = two();
    all.act(desk, "second", merge(all, "first"));
    closed(all, "first");
    all.act({ ...resident, caseId: "first" }, "first", { action: "reopen" });
    expect(all.of("second").case).toMatchObject({ state: "merged", closedAt: null, holder: null });
    closedAgain(all, "first");
    expect(all.of("second").case.state).toBe("closed");
  });

  it("brings the lead back when the reporter of a merged case says so, or rates the result badly", () => {
    for (const said of [{ action: "reopen" }, { action: "rate", score: 1 }]) {
      const all = two();
      all.act(desk, "second", merge(all, "first"));
      closed(all, "first").act({ ...resident, caseId: "second" }, "second", said);
      expect(all.of("first").case).toMatchObject({ state: "accepted", holder: "LD", closedAt: null });
      expect(all.of("second").case).toMatchObject({ state: "merged", closedAt: null });
      closedAgain(all, "first");
      expect(all.of("second").case.state).toBe("closed");
    }
  });

  it("lets no order run on against a case that has come back under its lead, and gives it back un-merged", () => {
    const all = two();
    all.act(desk, "second", merge(all, "first"));
    closed(all, "first");
    // Nobody asks the second reporter, for weeks: what is owed climbs by itself to an order that must be answered
    for (const day of ["24", "26", "28", "30"]) all.until(`2026-11-${day} 17:00`);
    const ordered = all.of("second").clocks.filter((row) => row.kind === "supervise" && isRunning(row));
    expect(ordered).toHaveLength(1);
    all.act({ ...resident, caseId: "first" }, "first", { action: "reopen" });
    expect(all.of("second").case).toMatchObject({ state: "merged", dueAt: null });
    expect(all.of("second").clocks.some(isRunning)).toBe(false);
    all.act(desk, "second", { action: "unmerge", note: "不是一处" });
    const again = all.of("second").clocks.find((row) => row.id === ordered[0]?.id);
    expect(again && isRunning(again)).toBe(true);
  });

  it("raises urgency by the number of different people, not of reports", () => {
    const all = two();
    for (const [id, voice] of [
      ["third", "first"],
      ["fourth", "other"],
    ] as const) {
      all.report(id, {}, voice);
      all.act(desk, id, merge(all, "first"));
    }
    expect(bondsOf(all.of("first").case).group?.voices).toBe(2);
    expect(all.of("first").case.urgency).toBe("normal");
    all.act(desk, "second", merge(all, "first"));
    expect(bondsOf(all.of("first").case).group?.voices).toBe(3);
    expect(all.of("first").case.urgency).toBe("elevated");
  });

  it("counts the voices on top of the urgency that filing gives", () => {
    const all = herd();
    all.report("first");
    for (const id of ["second", "third"]) {
      all.report(id);
      all.act(desk, id, merge(all, "first"));
    }
    all.act(desk, "first", { ...filed, conditionCode: "020101-3" });
    // The condition is urgent and the rule raises by one, but voices alone never raise above urgent.
    expect(all.of("first").case.urgency).toBe("urgent");
    all.act(desk, "third", { action: "unmerge", note: "不是一处" });
    all.act(desk, "second", { action: "unmerge", note: "不是一处" });
    expect(all.of("first").case).toMatchObject({ urgency: "urgent" });
    expect(bondsOf(all.of("first").case).group).toBeNull();
  });
});

describe("a merge that the rules refuse", () => {
  it("says why, and what to do instead", () => {
    const all = two();
    all.report("third");
    expect(all.refused(desk, "second", { action: "merge", into: all.number("second") })).toMatchObject({
      code: "badValue",
      field: "into",
    });
    expect(all.refused(desk, "second", { action: "merge", into: "20261120-99999" })).toMatchObject({
      field: "into",
    });
    all.act(desk, "second", merge(all, "first"));
    expect(all.refused(desk, "third", merge(all, "second"))).toMatchObject({ field: "into" });
    expect(all.refused(desk, "first", merge(all, "third"))).toMatchObject({ rule: "notLead" });
    expect(all.refused(lights, "first", merge(all, "third"))).toMatchObject({ code: "notAllowed" });
    expect(all.refused(otherTownship, "third", merge(all, "first"))).toMatchObject({
      code: "outOfScope",
    });
  });

  it("does not hang a report on a case that is over", () => {
    const all = two();
    closed(all, "first");
    expect(all.refused(desk, "second", merge(all, "first"))).toMatchObject({
      code: "wrongState",
      field: "into",
    });
  });
});

describe("two cases that a person kept apart 不是重复", () => {
  it("both remember it, and nothing else about them changes", () => {
    const all = two();
    const before = all.of("first").case;
    all.act(desk, "second", { action: "keepApart", into: all.number("first") });
    expect(bondsOf(all.of("second").case).apart).toEqual(["first"]);
    expect(bondsOf(all.of("first").case).apart).toEqual(["second"]);
    expect(all.of("first").case).toMatchObject({ state: before.state, holder: before.holder });
  });
});

const RUNS = Number(process.env["HUYING_RUNS"] ?? 150);

/** Acts that some case may accept before or after a merge. */
const acts: readonly (readonly [Actor, Act])[] = [
  [desk, filed],
  [desk, { ...filed, conditionCode: "020101-3" }],
  [desk, { action: "askVerify" }],
  [gridWorker, { action: "verified", genuine: true }],
  [desk, { action: "dispatch", unit: "LD" }],
  [lights, { action: "accept" }],
  [lights, { action: "contact", reached: true }],
  [lights, { action: "askExtension", note: "缺料" }],
  [centre, { action: "grantExtension" }],
  [centre, { action: "supervise", note: "请答复" }],
  [lights, { action: "explain", note: "在办" }],
  [centre, { action: "urge" }],
  [lights, fixes],
  [gridWorker, { action: "rework", reworkReason: "notFixed" }],
  [gridWorker, { action: "check" }],
  [desk, { action: "close" }],
  [{ ...resident, caseId: "b" }, { action: "reopen" }],
  [
    { ...resident, caseId: "b" },
    { action: "rate", score: 1 },
  ],
  [{ ...resident, caseId: "a" }, { action: "reopen" }],
];

const step = fc.record({ act: fc.nat(acts.length - 1), on: fc.constantFrom("a", "b"), wait: fc.nat(3000) });

function play(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Herd {
  const all = herd();
  all.report("a");
  all.report("b");
  for (const { act, on, wait } of steps) {
    all.now += wait * MINUTE;
    all.sweep();
    const found = all.of(on);
    const offered = acts.filter(([actor, { action }]) =>
      movesFrom(found.case, actor, { now: all.now, clocks: found.clocks }).some(
        (move) => move.action === action,
      ),
    );
    const [actor, command] = offered[act % Math.max(1, offered.length)] ?? [];
    if (!actor || !command || "kind" in all.try(actor, on, command)) continue;
    all.act(actor, on, command);
  }
  return all;
}

/** Everything of a case but the marks every act leaves. */
function standing(found: Case) {
  const { version: _1, turn: _2, updatedAt: _3, headHash: _4, rules: _5, ...rest } = found;
  return { ...rest, rules: rulesOf(found) };
}

/** In millionths of the unit of the limit: parts of a workday do not add up to the last bit. */
function timeLeft(clock: Clock, now: number): number | null {
  return isRunning(clock) && clock.dueAt > now
    ? Math.round(timeSpent(now, clock.dueAt, clock.policy.budget.unit, calendar2026) * 1e6)
    : null;
}

describe("merging and un-merging again 撤销并案", () => {
  it("is as if it had never been, whatever has happened to both cases before", () => {
    let merged = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.nat(4000), (steps, held) => {
        const all = play(steps);
        const [a, b] = [all.of("a"), all.of("b")];
        if ("kind" in all.try(desk, "a", merge(all, "b"))) return;
        merged++;
        all.act(desk, "a", merge(all, "b"));
        const joined = all.now;
        all.now += held * MINUTE;
        all.act(desk, "a", { action: "unmerge", note: "不是一处" });
        const after = all.of("a");
        const { warnAt: _1, dueAt: _2, severeAt: _3, ...kept } = standing(a.case);
        expect(standing(after.case)).toMatchObject(kept);
        expect(
          after.clocks.map(({ id, kind, unit, stage, outcome }) => ({ id, kind, unit, stage, outcome })),
        ).toEqual(a.clocks.map(({ id, kind, unit, stage, outcome }) => ({ id, kind, unit, stage, outcome })));
        expect(after.clocks.map((clock) => timeLeft(clock, all.now))).toEqual(
          a.clocks.map((clock) => timeLeft(clock, joined)),
        );
        if (held === 0) expect(standing(after.case)).toEqual(standing(a.case));
        const lead = all.of("b").case;
        expect([lead.urgency, bondsOf(lead)]).toEqual([b.case.urgency, bondsOf(b.case)]);
        for (const id of ["a", "b"])
          expect(all.of(id).case).toMatchObject(fold(all.events.filter((event) => event.caseId === id)));
      }),
      { numRuns: RUNS },
    );
    expect(merged).toBeGreaterThan(RUNS / 5);
  });

  it("never leaves a reporter with an open case whose lead is over, on any walk of three cases", () => {
    const walk = fc.record({ act: fc.nat(99), who: fc.nat(99), on: fc.nat(2), wait: fc.nat(600) });
    fc.assert(
      fc.property(fc.array(walk, { minLength: 30, maxLength: 60 }), (steps) => {
        const all = herd();
        const ids = ["a", "b", "c"];
        for (const id of ids) all.report(id);
        for (const { act, who, on, wait } of steps) {
          all.now += wait * MINUTE;
          all.sweep();
          const id = ids[on] ?? "a";
          const other = ids[(on + 1 + (who % 2)) % 3] ?? "b";
          // Late acts of the list count several times, so that walks reach the end of a case.
          const late = acts.slice(-9);
          const pairs: readonly (readonly [Actor, Act])[] = [
            [desk, merge(all, other)],
            [desk, { action: "unmerge", note: "分开" }],
            ...acts,
            ...late,
            ...late,
          ];
          const possible = pairs.filter(([actor, command]) => !("kind" in all.try(actor, id, command)));
          const [actor, command] = possible[act % Math.max(1, possible.length)] ?? [];
          if (actor && command) all.act(actor, id, command);
          judge(all, ids);
        }
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});

function judge(all: Herd, ids: readonly string[]): void {
  const over = ["declined", "closed", "unsolved", "followedUp"];
  for (const id of ids) {
    const { case: found, clocks } = all.of(id);
    const { merged } = bondsOf(found);
    if (merged === null) {
      expect(found.state).not.toBe("merged");
      continue;
    }
    const lead = all.of(merged.into).case;
    expect(over.includes(found.state)).toBe(over.includes(lead.state));
    expect(bondsOf(lead).group).not.toBeNull();
    if (found.state !== "merged") continue;
    expect(found.holder).toBeNull();
    expect(clocks.some(isRunning)).toBe(false);
  }
}
