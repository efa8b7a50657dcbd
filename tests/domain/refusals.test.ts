import { describe, expect, it } from "vitest";
import type { Assistant } from "../../server/domain/assignment.ts";
import type { Actor, Case, CaseState, Refusal } from "../../server/domain/case.ts";
import { type CaseRules, withRules } from "../../server/domain/caseRules.ts";
import type { Clock } from "../../server/domain/clock.ts";
import { type Bonds, bondsOf, withBonds } from "../../server/domain/linking/bonds.ts";
import type { GuardName } from "../../server/domain/guards.ts";
import { blockedFor, decide, type Found } from "../../server/domain/move.ts";
import { ruleOf } from "../../server/domain/ruleOf.ts";
import { ruleWords } from "../../server/domain/ruleWords.ts";
import { type Command, type Move, moves } from "../../server/domain/workflow.ts";
import { explain } from "../../server/explain.ts";
import { reference } from "../support/county.ts";
import { smallReference } from "../support/reference.ts";
import { people, sureOfLight, tell, township, worldAt } from "../support/story.ts";
import { at } from "../support/calendar.ts";

/** Every guard in every row of the table of moves: it says no, by its name, with its line and a way on. */
const now = at("2026-11-20 10:00");
const base = tell().act("township", { action: "file", itemCode: "020101" }).found;

interface Patch {
  readonly case?: Partial<Case>;
  readonly rules?: Partial<CaseRules>;
  readonly clocks?: readonly Clock[];
}

const dispute: CaseRules["dispute"] = {
  by: "LD",
  at: now,
  suggestedUnit: null,
  level: 1,
  rulers: ["XNZX"],
};
const request = (kind: "extension" | "suspension" | "wait"): Patch => ({
  rules: { request: { kind, at: now, until: null } },
});
const suspendTo = (until: string): Patch => ({
  rules: { request: { kind: "suspension", at: now, until } },
});
const review = (first: string | null): Patch => ({
  rules: { review: { kind: "overdue", by: "LD", asker: "lights-1", at: now, first } },
});
const assisting = (parts: Partial<Assistant>): Patch => ({
  rules: { assistants: [{ unit: "SW", state: "called", until: now + 1, declines: 0, ...parts }] },
});
const staged = (doneAt: number | null): Patch => {
  const limit = { value: 2, unit: "calendarHour" } as const;
  const stages = [{ code: "secure", name: "围护", budget: limit, doneAt }];
  return { rules: { staging: { plan: "pole", total: limit, stages } } };
};
const supervision = { kind: "supervise", unit: "LD", at: now, by: null, limit: null } as const;
const handling = (parts: Partial<Clock>): Patch => {
  const [sample] = base.clocks;
  if (!sample) throw new Error("A case has a clock");
  return {
    clocks: [{ ...sample, kind: "handle", lookAt: null, runningSince: now, dueAt: now + 1, ...parts }],
  };
};

const bound = (bonds: Partial<Bonds>): Patch => ({ rules: { bonds: bondsOf(withBonds({}, bonds)) } });
const recheck = { unit: "371122001001001", first: "somebody", askedAt: now, by: null, at: null };
const merged: Bonds["merged"] = {
  into: "lead",
  number: "20261120-00002",
  at: now,
  state: "reported",
  holder: null,
  leadUnit: null,
  ladders: [],
  unheard: [],
  parked: [],
};

/** How a case looks under which the guard holds, and one under which it alone says no. */
const patches: Record<GuardName, { readonly holds: Patch; readonly breaks: Patch }> = {
  componentNamed: {
    holds: {
      rules: { component: { code: "3711220137000001", name: "", owner: null, unit: null, items: [] } },
    },
    breaks: {},
  },
  cellKnown: { holds: {}, breaks: { case: { cellCode: null } } },
  contactable: { holds: { case: { contactable: true } }, breaks: { case: { contactable: false } } },
  notFrozen: { holds: {}, breaks: {} },
  selfHandled: {
    holds: { rules: { selfHandled: true }, case: { leadUnit: null } },
    breaks: { rules: { selfHandled: false } },
  },
  notTakenUp: {
    holds: { case: { state: "reported" } },
    breaks: { case: { state: "handled" }, rules: { selfHandled: false } },
  },
  noDanger: { holds: {}, breaks: { case: { reading: { ...sureOfLight, danger: ["漏电"] } } } },
  hasLead: { holds: { case: { leadUnit: "LD" } }, breaks: { case: { leadUnit: null } } },
  assistCalled: { holds: assisting({}), breaks: assisting({ state: "signed" }) },
  assistSigned: { holds: assisting({ state: "signed" }), breaks: assisting({}) },
  firstDecline: { holds: {}, breaks: assisting({ declines: 1 }) },
  inAssistWindow: { holds: {}, breaks: assisting({ until: now }) },
  assistantsLive: { holds: assisting({}), breaks: { rules: { assistants: [] } } },
  assistantsSettled: { holds: { rules: { assistants: [] } }, breaks: assisting({}) },
  stageOpen: { holds: staged(null), breaks: {} },
  stagesFinished: { holds: {}, breaks: staged(null) },
  notRuled: { holds: { rules: { ruled: false } }, breaks: { rules: { ruled: true } } },
  noDispute: { holds: { rules: { dispute: null } }, breaks: { rules: { dispute } } },
  inDispute: { holds: { rules: { dispute } }, breaks: { rules: { dispute: null } } },
  firstReturn: { holds: { case: { returns: 0 } }, breaks: { case: { returns: 1 } } },
  returnedBefore: { holds: { case: { returns: 1 } }, breaks: { case: { returns: 0 } } },
  inReturnWindow: { holds: { rules: { returnUntil: null } }, breaks: { rules: { returnUntil: now - 1 } } },
  belowTopLevel: { holds: { rules: { dispute } }, breaks: { rules: { dispute: { ...dispute, level: 3 } } } },
  requested: { holds: request("wait"), breaks: { rules: { request: null } } },
  noRequest: { holds: { rules: { request: null } }, breaks: request("wait") },
  extensionAsked: { holds: request("extension"), breaks: request("wait") },
  suspensionAsked: { holds: request("suspension"), breaks: request("wait") },
  suspensionAhead: { holds: {}, breaks: suspendTo("2026-11-20") },
  waitAsked: { holds: request("wait"), breaks: request("extension") },
  extensionLeft: { holds: {}, breaks: { rules: { extensions: 2 } } },
  suspensionLeft: { holds: {}, breaks: { rules: { suspensions: 1 } } },
  waitLeft: { holds: {}, breaks: { rules: { waits: 1 } } },
  handlingRuns: { holds: handling({}), breaks: handling({ dueAt: now }) },
  admitted: { holds: { rules: { unsolved: "noFunds" } }, breaks: { rules: { unsolved: null } } },
  notAdmitted: { holds: { rules: { unsolved: null } }, breaks: { rules: { unsolved: "noFunds" } } },
  reopenLeft: { holds: {}, breaks: { rules: { reopens: 1 } } },
  dissatisfied: {
    holds: { case: { rating: { score: 1, by: "reporter", at: now } } },
    breaks: { case: { rating: { score: 3, by: "reporter", at: now } } },
  },
  rectifyLeft: { holds: {}, breaks: { rules: { rectifications: 1 } } },
  supervised: { holds: { rules: { supervision } }, breaks: { rules: { supervision: null } } },
  notSupervised: { holds: { rules: { supervision: null } }, breaks: { rules: { supervision } } },
  heldByOthers: { holds: {}, breaks: { case: { holder: township } } },
  superviseLeft: {
    holds: { rules: { ladders: [] } },
    breaks: { rules: { ladders: [{ unit: "LD", step: "supervise", at: now }] } },
  },
  notInstructed: {
    holds: { rules: { supervision: null } },
    breaks: { rules: { supervision: { ...supervision, kind: "instruct" } } },
  },
  climbed: {
    holds: { rules: { ladders: [{ unit: "LD", step: "supervise", at: now }] } },
    breaks: { rules: { ladders: [{ unit: "LD", step: "urge", at: now }] } },
  },
  handledLate: { holds: handling({ outcome: "missed" }), breaks: handling({ outcome: "met" }) },
  noReview: { holds: { rules: { review: null } }, breaks: review(null) },
  reviewPending: { holds: review(null), breaks: { rules: { review: null } } },
  appealLeft: { holds: {}, breaks: { rules: { reviewed: ["overdue"] } } },
  exclusionLeft: { holds: {}, breaks: { rules: { reviewed: ["unreasonable"] } } },
  firstReview: { holds: review(null), breaks: review("somebody") },
  secondReview: { holds: review("somebody"), breaks: review(null) },
  notOwnRequest: {
    holds: {},
    breaks: { rules: { review: { kind: "overdue", by: "LD", asker: "centre-1", at: now, first: null } } },
  },
  recheckOwed: {
    holds: { rules: { recheck: { ...recheck, solved: null } } },
    breaks: { rules: { recheck: { ...recheck, solved: true } } },
  },
  notLead: { holds: {}, breaks: bound({ group: { voices: 2, base: "normal" } }) },
  notFollower: { holds: {}, breaks: bound({ merged }) },
  noPart: { holds: {}, breaks: bound({ parent: "whole" }) },
  otherReviewer: { holds: {}, breaks: review("centre-1") },
};

const inEmergency = {
  ...worldAt(now, () => "id"),
  emergencies: [
    {
      id: "e1",
      area: [],
      reason: "暴雨红色预警",
      startedAt: now,
      startedBy: "centre-1",
      endedAt: null,
      endedBy: null,
      endWords: null,
      version: "test",
    },
  ],
};

const actors: Record<string, Actor> = {
  leadUnit: people.lights,
  assistant: people.water,
  holder: people.lights,
  rechecker: people.gridWorker,
  reporter: people.gridWorker,
  ruler: people.centre,
  resident: people.resident,
  township: people.township,
  department: people.lights,
  centre: people.centre,
  leader: people.leader,
  gridWorker: people.gridWorker,
};

function patched(found: Found, patch: Patch): Found {
  const held = { ...found.case, ...patch.case };
  return {
    case: { ...held, ...withRules(held, patch.rules ?? {}) },
    clocks: [...found.clocks.map((clock) => ({ ...clock, lookAt: null })), ...(patch.clocks ?? [])],
  };
}

/** A case at the stage of the row, in the hands of the unit that leads it, under which every guard holds but one. */
function brokenAt(move: Move, broken: GuardName): Found {
  const start: Patch = {
    case: { state: move.from[0] as CaseState, leadUnit: "LD", holder: "LD", contactable: true },
  };
  let found = patched(base, start);
  for (const name of move.when ?? []) if (name !== broken) found = patched(found, patches[name].holds);
  return patched(found, patches[broken].breaks);
}

const rows = (moves as readonly Move[]).flatMap((move) =>
  (move.when ?? []).map((guard): [string, GuardName, Move] => [move.action, guard, move]),
);

describe("every guard of every row", () => {
  it.each(rows)("%s is refused by %s, with its line and a way on", (action, guard, move) => {
    const found = brokenAt(move, guard);
    // A ruler above the centre is a leader; the top level is theirs.
    const mover = guard === "belowTopLevel" ? "leader" : (move.by[0] ?? "centre");
    const actor = actors[mover] ?? people.centre;
    const command = { action, version: found.case.version } as unknown as Command;
    const world = guard === "notFrozen" ? inEmergency : worldAt(now, () => "id");
    const answer = decide(found, command, actor, world) as Refusal;
    expect(answer).toMatchObject({ kind: "refusal", code: "wrongState", rule: guard });
    const rule = explain(answer, { action, found: found.case, reference, offers: [] });
    expect(rule).toMatchObject({ id: guard, kind: ruleWords[guard].isLimit ? "limit" : "guard" });
    for (const words of [rule.why, rule.basis, rule.instead]) expect(words).toMatch(/\p{Script=Han}{4}/u);
    expect(rule.source.code).not.toBe("");
  });

  it("has a pair of cases in this table", () => {
    const used = new Set(rows.map(([, guard]) => guard));
    expect(Object.keys(patches).filter((name) => !used.has(name as GuardName))).toEqual([]);
  });
});

describe("a dead button", () => {
  it("stands for a limit that has run out, and names the policy with its amount", () => {
    const found = brokenAt({ ...rowOf("return") }, "inReturnWindow");
    const [blocked] = blockedFor(found.case, people.lights, { now, clocks: found.clocks }).filter(
      ({ move }) => move.action === "return",
    );
    expect(blocked).toBeDefined();
    const rule = ruleOf(blocked?.refusal as Refusal, {
      action: "return",
      found: found.case,
      reference,
      offers: [],
    });
    expect(rule).toMatchObject({
      kind: "limit",
      id: "inReturnWindow",
      source: { kind: "policy", code: "returnWindow" },
    });
    expect(rule.basis).toContain("4 工作时");
  });

  it("does not stand for what nobody asked for", () => {
    const found = brokenAt(rowOf("grantExtension"), "extensionAsked");
    const actions = blockedFor(found.case, people.centre, { now, clocks: found.clocks }).map(
      ({ move }) => move.action,
    );
    expect(actions).not.toContain("grantExtension");
    expect(actions).not.toContain("uphold");
  });

  it("tells the desk that handled it that others must check", () => {
    const handled = patched(base, { case: { state: "handled", leadUnit: township, holder: township } });
    const [blocked] = blockedFor(handled.case, people.township, { now });
    expect(blocked).toMatchObject({ move: { action: "check" }, refusal: { code: "ownWork" } });
  });
});

describe("refusals of other kinds", () => {
  const asked = (action: string, offers: readonly string[] = []) => ({
    action,
    found: base.case,
    reference: smallReference,
    offers,
  });

  it.each([
    [{ code: "outOfScope" }, "return", "scope", "scope"],
    [{ code: "notAllowed", given: "return", expected: "leadUnit" }, "return", "role", "return.by"],
    [{ code: "ownWork" }, "check", "role", "ownWork"],
    [{ code: "wrongState", given: "filed", expected: "dispatched" }, "return", "state", "return.from"],
    [{ code: "stale" }, "return", "state", "version"],
    [{ code: "missing", field: "basisItem" }, "return", "field", "return.basisItem"],
    [
      { code: "badValue", field: "unit", given: township, expected: "county department" },
      "dispatch",
      "field",
      "dispatch.unit",
    ],
    [
      { code: "badValue", field: "until", given: "2030-01-01", expected: "" },
      "askSuspension",
      "limit",
      "askSuspension.until",
    ],
    [{ code: "duplicate", field: "score", given: "5" }, "rate", "field", "rate.score"],
  ] as const)("%o at %s is of the kind %s, called %s", (refusal, action, kind, id) => {
    const rule = explain({ kind: "refusal", ...refusal }, asked(action));
    expect(rule).toMatchObject({ kind, id });
    for (const words of [rule.why, rule.basis, rule.instead]) expect(words).toMatch(/\p{Script=Han}{3}/u);
  });

  it("names the line of the duty list that keeps a matter from the township", () => {
    const refusal = {
      kind: "refusal",
      code: "badValue",
      field: "unit",
      expected: "county department",
    } as const;
    expect(ruleOf(refusal, asked("dispatch"))).toMatchObject({
      source: { kind: "dutyList", code: "020101" },
    });
  });

  it("offers what is open instead", () => {
    const refusal = { kind: "refusal", code: "wrongState", given: "filed", expected: "dispatched" } as const;
    expect(ruleOf(refusal, asked("accept", ["dispatch", "comment"])).instead).toBe("您现在可以：派遣、备注");
  });
});

function rowOf(action: string): Move {
  const move = (moves as readonly Move[]).find((row) => row.action === action);
  if (!move) throw new Error(`No move ${action}`);
  return move;
}
