import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../../server/domain/case.ts";
import { type FactName, noFacts } from "../../../server/domain/evaluate/facts.ts";
import { tallyOf } from "../../../server/domain/evaluate/tally.ts";
import { type Story, tell } from "../../support/story.ts";

const phone = { report: { reporter: { name: null, phone: "13800001234" } } };

/** The facts that are not nothing: of the case, or of a unit. */
function told(story: Story, unit?: string): Partial<Record<FactName, number>> {
  const account = tallyOf(story.events).accounts.find((row) =>
    unit === undefined ? row.subject === "case" : row.subject === "turn" && row.unit === unit,
  );
  if (!account) throw new Error(`No account of ${unit ?? "the case"}`);
  const entries = Object.entries(account.facts).filter(([, value]) => value !== 0);
  return Object.fromEntries(entries);
}

function sent(): Story {
  return tell(phone)
    .act("township", { action: "file", itemCode: "020101" })
    .act("township", { action: "dispatch", unit: "LD" });
}

const result = { action: "handle", result: "已修", photosAfter: ["p"] } as const;

describe("the account of a case", () => {
  it("that went as it should tells what was done, and nothing was late", () => {
    const story = sent()
      .act("lights", { action: "accept" })
      .act("lights", { action: "contact", reached: true })
      .act("lights", result)
      .act("gridWorker", { action: "check" })
      .act("township", { action: "close" })
      .act("resident", { action: "rate", score: 4, solved: true });
    const done = { dispatched: 1, accepted: 1, contacts: 1, handled: 1, checks: 1, closed: 1 };
    const said = { score: 4, solvedYes: 1 };
    expect(told(story)).toEqual({ filed: 1, ...done, ...said });
    expect(told(story, "LD")).toEqual({ first: 1, ...done, ...said });
  });

  it("that was returned blames the next unit for nothing", () => {
    const story = sent()
      .act("lights", { action: "return", returnReason: "notOurDuty", basisItem: "020101", note: "不归我管" })
      .act("township", { action: "dispatch", unit: "SW" })
      .act("water", { action: "accept" })
      .act("water", result);
    expect(told(story)).toMatchObject({ returned: 1, hops: 1, handled: 1 });
    expect(told(story, "LD")).toEqual({ first: 1, dispatched: 1, returned: 1, gone: 1 });
    expect(told(story, "SW")).toEqual({ dispatched: 1, accepted: 1, handled: 1 });
  });

  it("keeps a miss for the unit under whose clock it happened, also after the work is done", () => {
    const story = sent().act("lights", { action: "accept" }).until("2026-11-25 10:00").act("lights", result);
    expect(told(story, "LD")).toMatchObject({ accepted: 1, handled: 1, lateHandle: 1, lateContact: 1 });
    expect(told(story, "LD")).not.toHaveProperty("lateAccept");
  });

  it("that is brought back is no longer handled, and the resident said so", () => {
    const story = sent()
      .act("lights", { action: "accept" })
      .act("lights", result)
      .act("gridWorker", { action: "check" })
      .act("township", { action: "close" })
      .act("resident", { action: "reopen" });
    expect(told(story)).toMatchObject({ reopens: 1, solvedNo: 1 });
    expect(told(story)).not.toHaveProperty("closed");
    expect(told(story, "LD")).not.toHaveProperty("handled");
  });

  it("knows an upheld appeal as an exemption beside the miss, and a dismissed one not at all", () => {
    const late = () =>
      sent()
        .act("lights", { action: "accept" })
        .until("2026-11-25 10:00")
        .act("lights", result)
        .act("gridWorker", { action: "check" })
        .act("township", { action: "close" })
        .act("lights", { action: "appeal", note: "停电" })
        .act("centre", { action: "support", note: "属实" });
    const upheld = late().act("secondCentre", { action: "confirm", note: "属实" });
    expect(told(upheld, "LD")).toMatchObject({ lateHandle: 1, exemptLate: 1 });
    const dismissed = late().act("secondCentre", { action: "dismiss", note: "不成立" });
    expect(told(dismissed, "LD")).not.toHaveProperty("exemptLate");
  });

  it("of an unreasonable request is left out for everybody", () => {
    const story = sent()
      .act("lights", { action: "accept" })
      .act("lights", result)
      .act("gridWorker", { action: "check" })
      .act("township", { action: "close" })
      .act("lights", { action: "askExclusion", note: "无依据" })
      .act("centre", { action: "support", note: "属实" })
      .act("secondCentre", { action: "confirm", note: "属实" });
    expect(told(story)).toMatchObject({ excluded: 1 });
    expect(told(story, "LD")).toMatchObject({ excluded: 1 });
  });

  it("that nobody could solve says so and is not closed", () => {
    const story = sent()
      .act("lights", { action: "accept" })
      .act("lights", { action: "admit", unsolvedReason: "noFunds", result: "无资金" })
      .act("gridWorker", { action: "check" })
      .act("township", { action: "closeUnsolved", note: "如实告知" });
    expect(told(story)).toMatchObject({ admitted: 1, unsolved: 1 });
    expect(told(story)).not.toHaveProperty("closed");
    expect(told(story)).not.toHaveProperty("handled");
  });

  it("that was merged counts for nobody until it is taken out again", () => {
    const story = sent().act("lights", { action: "accept" });
    const after = (...actions: readonly string[]) => {
      const events = actions.map((action) => ({ ...story.events[0], action, facts: {} }) as CaseEvent);
      return tallyOf([...story.events, ...events]).accounts.map(({ facts }) => facts.merged);
    };
    expect(after("merge")).toEqual([1, 1]);
    expect(after("merge", "unmerge")).toEqual([0, 0]);
  });

  it("does not blame the lead for the clock of a unit that helps", () => {
    const story = sent();
    const late = { ...story.events[0], action: "overdue", facts: { clock: "handle", unit: "SW" } };
    const { accounts } = tallyOf([...story.events, late as CaseEvent]);
    expect(accounts.map(({ facts }) => facts.lateHandle)).toEqual([0, 0]);
  });

  it("without a history tells nothing", () => {
    expect(tallyOf([]).accounts).toEqual([{ subject: "case", unit: "", openedAt: 0, facts: noFacts }]);
  });
});
