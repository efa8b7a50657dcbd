import { describe, expect, it } from "vitest";
import {
  calendarId,
  createCalendarBook,
  type KeptCalendar,
  type NamedCalendar,
} from "../../server/domain/calendars.ts";
import { withRules } from "../../server/domain/caseRules.ts";
import { bondsOf } from "../../server/domain/linking/bonds.ts";
import { decide, type Found } from "../../server/domain/move.ts";
import { wallClock } from "../../server/domain/time.ts";
import { turnClocks } from "../../server/domain/turnClocks.ts";
import { type Command, moveNamed } from "../../server/domain/workflow.ts";
import type { World } from "../../server/domain/world.ts";
import { at, eightHours, year2026 } from "../support/calendar.ts";
import { smallReference } from "../support/reference.ts";
import { people, type Person, tell, worldAt } from "../support/story.ts";

/** 放假通知改了: Monday 23 November becomes a day off while a case is under way. */
const county: NamedCalendar = {
  code: "county",
  name: "全县",
  rule: "civilCode",
  version: "1",
  hours: "office",
};
const changedYear = {
  ...year2026,
  holidays: [...year2026.holidays, { name: "县庆", start: "2026-11-23", end: "2026-11-23" }],
  offDates: [...year2026.offDates, "2026-11-23"],
};
const before = { ...smallReference, calendars: [county] };
const after = { ...before, years: [changedYear] };
const keptBefore: KeptCalendar = { row: county, years: before.years, hours: before.hours };
const kept = new Map([[calendarId(keptBefore), keptBefore]]);

let ids = 0;
const world = (text: string, reference: typeof before): World => {
  const calendars = createCalendarBook(reference, kept);
  const plain = worldAt(at(text), () => `id-${++ids}`);
  return { ...plain, reference, calendars, calendar: calendars.of(null) };
};

function done(found: Found, person: Person, command: Record<string, unknown>, then: World): Found {
  const asked = { ...command, version: found.case.version } as unknown as Command;
  const answer = decide(found, asked, people[person], then);
  if (answer.kind === "refusal") throw new Error(JSON.stringify(answer));
  const changed = new Map(answer.clocks.map((clock) => [clock.id, clock]));
  const old = found.clocks.map((clock) => changed.get(clock.id) ?? clock);
  return {
    case: answer.case,
    clocks: [...old, ...answer.clocks.filter(({ id }) => !found.clocks.some((row) => row.id === id))],
  };
}

const dueOf = ({ clocks }: Found, kind: string) => {
  const due = clocks.findLast((clock) => clock.kind === kind)?.dueAt;
  return due === undefined ? null : wallClock(due);
};

function accepted(reference: typeof before): Found {
  let found = tell().found;
  found = done(
    found,
    "township",
    { action: "file", itemCode: "020101" },
    world("2026-11-20 09:05", reference),
  );
  found = done(found, "township", { action: "dispatch", unit: "LD" }, world("2026-11-20 09:10", reference));
  return done(found, "lights", { action: "accept" }, world("2026-11-20 09:20", reference));
}

describe("a calendar that changes while a case is under way", () => {
  it("moves only limits that begin afterwards", () => {
    expect(dueOf(accepted(before), "handle")).toBe("2026-11-24 18:00"); // Mon, Tue
    expect(dueOf(accepted(after), "handle")).toBe("2026-11-25 18:00"); // Tue, Wed
  });

  it("leaves a running limit by the version it began with, when it is prolonged too", () => {
    let found = accepted(before);
    found = done(found, "lights", { action: "askExtension", note: "缺料" }, world("2026-11-20 10:00", after));
    found = done(found, "centre", { action: "grantExtension" }, world("2026-11-20 10:30", after));
    expect(dueOf(found, "handle")).toBe("2026-11-26 18:00");
    expect(found.clocks.findLast(({ kind }) => kind === "handle")?.policy.calendar).toMatch(/^county@1\./);
    expect(dueOf(found, "approve")).toBe("2026-11-20 15:30");
  });

  it("gives every content a name of its own, whether or not somebody raised the version", () => {
    const [old, fresh] = [before, after].map((reference) => createCalendarBook(reference).of(null).id);
    expect(old).not.toBe(fresh);
  });

  it("refuses to go on by a version that nobody kept", () => {
    expect(() => createCalendarBook(after).frozen("county@0.00000000")).toThrow("No calendar county@0");
  });
});

describe("a unit with hours of its own", () => {
  const late: NamedCalendar = {
    ...county,
    code: "late",
    hours: [{ ...eightHours, segments: [["10:00", "20:00"]] }],
    additions: [{ date: "2026-11-21", kind: "work", name: "夜市", basis: "本局通知" }],
  };
  const units = new Map(smallReference.unitsByCode);
  const lights = units.get("LD");
  if (lights) units.set("LD", { ...lights, calendar: "late" });
  const reference = { ...before, calendars: [county, late], unitsByCode: units };

  it("is timed by them, its neighbours by the county's", () => {
    const found = accepted(reference);
    expect(dueOf(found, "handle")).toBe("2026-11-23 20:00"); // worked Sat, Mon
    expect(dueOf(found, "dispatch")).toBe("2026-11-20 10:05");
    expect(found.case.dueBy).toMatchObject({ calendar: "late" });
  });

  it("goes on by them when the case was merged for an hour and is given back", () => {
    const found = accepted(reference);
    const row = (action: string) => {
      const move = moveNamed(action);
      if (move === null) throw new Error(`No row ${action}`);
      return move;
    };
    const turn = { before: found.case, held: found.case };
    const parked = turnClocks(
      found.clocks,
      { ...turn, move: row("merge") },
      world("2026-11-20 11:00", reference),
    );
    const ids = parked.map(({ id }) => id);
    const merged = {
      into: "other",
      number: "20261120-00009",
      at: at("2026-11-20 11:00"),
      state: found.case.state,
      holder: found.case.holder,
      leadUnit: found.case.leadUnit,
      ladders: [],
      unheard: [],
      parked: ids,
    };
    const before = { ...found.case, ...withRules(found.case, { bonds: { ...bondsOf(found.case), merged } }) };
    const clocks = turnClocks(
      parked,
      { before, held: found.case, move: row("unmerge") },
      world("2026-11-20 12:00", reference),
    );
    expect(dueOf({ case: found.case, clocks }, "handle")).toBe("2026-11-24 11:00"); // an hour after Monday 20:00
  });

  it("day and night where the crew never leaves", () => {
    const always: NamedCalendar = { ...county, code: "always", hours: "always" };
    const on = new Map(units);
    if (lights) on.set("LD", { ...lights, calendar: "always" });
    const book = createCalendarBook({ ...reference, calendars: [county, always], unitsByCode: on });
    expect(book.of("LD").id).toMatch(/^always@/);
    expect(book.of("371122001").id).toMatch(/^county@/);
    expect(book.of(null).id).toMatch(/^county@/);
  });
});
