import { describe, expect, it } from "vitest";
import type { Unit } from "../../server/domain/departments.ts";
import { tallyOf } from "../../server/domain/evaluate/tally.ts";
import { createCalendarBook } from "../../server/domain/calendars.ts";
import { decide, type Found } from "../../server/domain/move.ts";
import { deadline } from "../../server/domain/worktime.ts";
import type { Command } from "../../server/domain/workflow.ts";
import { fold } from "../../server/domain/fold.ts";
import { notBack } from "../../server/domain/succession/succeedCase.ts";
import { smallReference } from "../support/reference.ts";
import { at } from "../support/calendar.ts";
import { clock, people, type Story, tell, township, worldAt } from "../support/story.ts";

/** The small county, in which the lighting office is closed from a Wednesday on. */
function closing(mergedInto?: string) {
  const change: Partial<Unit> = { closedOn: "2026-11-25", ...(mergedInto ? { mergedInto } : {}) };
  const units = smallReference.units.map((unit) => (unit.code === "LD" ? { ...unit, ...change } : unit));
  return { ...smallReference, units, unitsByCode: new Map(units.map((unit) => [unit.code, unit])) };
}

/** The lighting office mends a lamp on Friday, five days before it is closed. */
const mended = (heir?: string): Story =>
  tell({ reference: closing(heir) })
    .until("2026-11-20 09:05")
    .act("township", { action: "file", itemCode: "020101" })
    .act("township", { action: "dispatch", unit: "LD" })
    .until("2026-11-20 10:00")
    .act("lights", { action: "accept" })
    .act("lights", { action: "handle", result: "已换灯泡", photosAfter: ["after-1"] });

const closed = (heir?: string): Story =>
  mended(heir).act("township", { action: "check" }).act("township", { action: "close" });

/** The county with calendars, in which one unit works day and night. */
function dayAndNight(unit: string) {
  const county = { code: "county", name: "全县", rule: "civilCode", version: "1", hours: "office" } as const;
  const units = closing("SW").units.map((row) => (row.code === unit ? { ...row, calendar: "always" } : row));
  return {
    ...closing("SW"),
    calendars: [county, { ...county, code: "always", name: "全天", hours: "always" } as const],
    units,
    unitsByCode: new Map(units.map((row) => [row.code, row])),
  };
}

const told = (story: Story, seqAbove: number) =>
  story.notices.filter(({ seq }) => seq > seqAbove).flatMap(({ to }) => ("code" in to ? [to.code] : []));

describe("a case that comes back after its unit was closed", () => {
  it("goes to the heir at once, and the record says by whom, to whom and why", () => {
    const story = closed("SW").until("2026-11-25 09:00").act("resident", { action: "reopen" });
    expect(story.found.case).toMatchObject({ state: "accepted", leadUnit: "SW", holder: "SW" });
    expect(story.events.slice(-2)).toMatchObject([
      { action: "reopen", actorRole: "resident" },
      {
        action: "succeed",
        actorId: "system",
        facts: { fromUnit: "LD", toUnit: "SW", leadUnit: "SW", holder: "SW" },
        words: { note: "路灯所已停用，退回重办由接续单位水务局承担" },
      },
    ]);
    expect(fold(story.events)).toMatchObject({ state: "accepted", leadUnit: "SW", holder: "SW" });
    story.act("water", { action: "handle", result: "已换灯头", photosAfter: ["after-2"] });
  });

  it("runs against the heir, which alone hears of it", () => {
    const story = closed("SW").until("2026-11-25 09:00");
    const { version } = story.found.case;
    story.act("resident", { action: "reopen" });
    expect(clock(story, "handle")).toMatchObject({ unit: "SW", stoppedAt: null });
    expect(told(story, version)).toContain("SW");
    expect(told(story, version)).not.toContain("LD");
  });

  it("does so too when a check sends the work back, or a bad rating does", () => {
    const reworked = mended("SW").until("2026-11-25 09:00");
    reworked.act("gridWorker", { action: "rework", reworkReason: "notFixed" });
    const rated = closed("SW").until("2026-11-25 09:00").act("resident", { action: "rate", score: 1 });
    for (const story of [reworked, rated])
      expect(story.found.case).toMatchObject({ state: "accepted", leadUnit: "SW", holder: "SW" });
    expect(clock(rated, "rectify")).toMatchObject({ unit: "SW", stoppedAt: null });
  });

  it("is charged to whoever did the work, and is no hop", () => {
    const story = closed("SW").until("2026-11-25 09:00").act("resident", { action: "reopen" });
    const { accounts } = tallyOf(story.events);
    const of = (unit: string) => accounts.find((row) => row.subject === "turn" && row.unit === unit)?.facts;
    expect(of("LD")).toMatchObject({ reopens: 1, gone: 1 });
    expect(of("SW")).toMatchObject({ reopens: 0, gone: 0, accepted: 1, handled: 0 });
    expect(accounts.find(({ subject }) => subject === "case")?.facts.hops).toBe(0);
  });

  it("can be given back while the heir has done nothing on it", () => {
    const story = closed("SW").until("2026-11-25 09:00").act("resident", { action: "reopen" });
    expect(notBack(story.found, { from: "LD", to: "SW" })).toBeNull();
  });

  it("counts a limit that begins with it in the working time of the heir, and one that began before as it began", () => {
    const reference = dayAndNight("SW");
    const calendars = createCalendarBook(reference);
    let ids = 0;
    const world = {
      ...worldAt(at("2026-11-25 16:00"), () => `new-${++ids}`),
      reference,
      calendars,
      calendar: calendars.of(null),
    };
    const answerTo = (person: "resident" | "gridWorker", asked: object, of: Found) => {
      const command = { ...asked, version: of.case.version } as Command;
      const answer = decide(of, command, people[person], world);
      if (answer.kind === "refusal") throw new Error(JSON.stringify(answer));
      return answer;
    };
    const rated = answerTo("resident", { action: "rate", score: 1 }, closed("SW").found);
    const rectify = rated.clocks.find(({ kind }) => kind === "rectify");
    const { budget } = smallReference.policies.get("rectify") ?? { budget: null };
    if (rectify === undefined || budget === null) throw new Error("No clock.");
    const due = (unit: string) => deadline(at("2026-11-25 16:00"), budget, calendars.of(unit));
    expect(due("SW")).not.toBe(due("LD"));
    expect(rectify).toMatchObject({
      unit: "SW",
      dueAt: due("SW"),
      policy: { calendar: calendars.of("SW").id },
    });
    expect(rated.case.dueAt).toBe(due("SW"));
    const handled = mended("SW").found;
    const before = handled.clocks.find(({ kind }) => kind === "handle");
    const reworked = answerTo("gridWorker", { action: "rework", reworkReason: "notFixed" }, handled);
    const handle = reworked.clocks.find(({ kind }) => kind === "handle");
    expect(handle).toMatchObject({ unit: "SW", id: before?.id });
    expect(handle?.policy).toEqual(before?.policy);
  });

  it("stays with its unit until the day it is closed", () => {
    const story = closed("SW").until("2026-11-24 17:00").act("resident", { action: "reopen" });
    expect(story.found.case).toMatchObject({ leadUnit: "LD", holder: "LD" });
  });
});

describe("where nobody goes on with the matters of the closed unit", () => {
  it("comes to the township's desk, which reads why and sends it to another unit", () => {
    const story = closed().until("2026-11-25 09:00");
    const { version } = story.found.case;
    story.act("resident", { action: "reopen" });
    expect(story.found.case).toMatchObject({ state: "filed", leadUnit: null, holder: township });
    expect(story.events.at(-1)).toMatchObject({
      action: "relieve",
      actorId: "system",
      words: { note: "路灯所已停用，也没有接续单位，请另派承办单位重办" },
    });
    expect(fold(story.events)).toMatchObject({ state: "filed", leadUnit: null, holder: township });
    expect(told(story, version)).toEqual([township]);
    expect(clock(story, "dispatch")).toMatchObject({ unit: township, stoppedAt: null });
    story.act("township", { action: "dispatch", unit: "SW" });
    expect(clock(story, "handle")).toMatchObject({ unit: "SW", stoppedAt: null });
    expect(story.found.clocks.filter(({ unit, stoppedAt }) => unit === "LD" && stoppedAt === null)).toEqual(
      [],
    );
  });

  it("comes to the centre's desk where the township is unknown", () => {
    const story = tell({ reference: closing(), placement: null })
      .until("2026-11-20 09:05")
      .act("centre", { action: "file", itemCode: "020101" })
      .act("centre", { action: "dispatch", unit: "LD" })
      .act("lights", { action: "accept" })
      .act("lights", { action: "handle", result: "已换灯泡", photosAfter: ["after-1"] })
      .until("2026-11-25 09:00")
      .act("centre", { action: "rework", reworkReason: "notFixed" });
    expect(story.found.case).toMatchObject({ state: "filed", holder: smallReference.deskUnit });
  });

  it("frees the next unit from a ruling that bound the closed one", () => {
    const notOurs = { returnReason: "notOurDuty", basisItem: "020101", note: "不属本单位" } as const;
    const story = tell({ reference: closing() })
      .until("2026-11-20 09:05")
      .act("township", { action: "file", itemCode: "020101" })
      .act("township", { action: "dispatch", unit: "LD" })
      .act("lights", { ...notOurs, action: "return" })
      .act("township", { action: "dispatch", unit: "SW" })
      .act("water", { ...notOurs, action: "dispute", suggestedUnit: "LD" })
      .act("centre", { action: "rule", unit: "LD", basisItem: "020101", note: "按清单" })
      .act("lights", { action: "accept" })
      .act("lights", { action: "handle", result: "已换灯泡", photosAfter: ["after-1"] })
      .until("2026-11-25 09:00")
      .act("township", { action: "rework", reworkReason: "notFixed" })
      .act("township", { action: "dispatch", unit: "SW" });
    expect(story.offers("water")).toContain("dispute");
  });

  it("counts no hop for whoever has it next, and the closed unit gave nothing back", () => {
    const story = closed().until("2026-11-25 09:00").act("resident", { action: "reopen" });
    story.act("township", { action: "dispatch", unit: "SW" });
    const { accounts } = tallyOf(story.events);
    expect(accounts.find(({ subject }) => subject === "case")?.facts).toMatchObject({ hops: 0, returned: 0 });
    expect(accounts.find(({ unit, subject }) => subject === "turn" && unit === "LD")?.facts.gone).toBe(1);
    expect(story.offers("water")).toContain("return");
  });
});

it("leaves to the administrator's batch what the unit had in hand when it was closed", () => {
  const story = tell({ reference: closing("SW") })
    .until("2026-11-20 09:05")
    .act("township", { action: "file", itemCode: "020101" })
    .act("township", { action: "dispatch", unit: "LD" })
    .until("2026-11-25 09:00");
  expect(story.found.case.leadUnit).toBe("LD");
  story.act("lights", { action: "accept" });
  expect(story.found.case.leadUnit).toBe("LD");
});
