import { describe, expect, it } from "vitest";
import { briefDue, covers, type Emergency, onDuty } from "../../server/domain/emergency/emergency.ts";
import { decide, type Found } from "../../server/domain/move.ts";
import { MINUTE, wallClock } from "../../server/domain/time.ts";
import type { Command } from "../../server/domain/workflow.ts";
import type { World } from "../../server/domain/world.ts";
import { at } from "../support/calendar.ts";
import { smallReference } from "../support/reference.ts";
import { people, type Person, tell, township, worldAt } from "../support/story.ts";

const storm = (parts: Partial<Emergency> = {}): Emergency => ({
  id: "storm",
  area: [township],
  reason: "暴雨红色预警",
  startedAt: at("2026-11-20 09:30"),
  startedBy: "centre-1",
  endedAt: null,
  endedBy: null,
  endWords: null,
  version: "test-emergency",
  ...parts,
});

let ids = 0;
const world = (text: string, emergencies: readonly Emergency[]): World => ({
  ...worldAt(at(text), () => `e-${++ids}`),
  emergencies,
  onDuty: (unit) => (unit === "LD" ? ["on-duty"] : []),
});

function attempt(found: Found, person: Person, command: Record<string, unknown>, then: World) {
  const asked = { ...command, version: found.case.version } as unknown as Command;
  return decide(found, asked, people[person], then);
}

function done(found: Found, person: Person, command: Record<string, unknown>, then: World) {
  const answer = attempt(found, person, command, then);
  if (answer.kind === "refusal") throw new Error(JSON.stringify(answer));
  const changed = new Map(answer.clocks.map((clock) => [clock.id, clock]));
  const old = found.clocks.map((clock) => changed.get(clock.id) ?? clock);
  const added = answer.clocks.filter(({ id }) => !found.clocks.some((row) => row.id === id));
  return { case: answer.case, clocks: [...old, ...added], notices: answer.notices };
}

const filed = (then: World, conditionCode?: string) =>
  done(
    tell().found,
    "township",
    { action: "file", itemCode: "020101", ...(conditionCode ? { conditionCode } : {}) },
    then,
  );
const handleDue = ({ clocks }: Found) =>
  wallClock(clocks.findLast(({ kind }) => kind === "handle")?.dueAt ?? 0);
const send = { action: "dispatch", unit: "LD" };

describe("an area in emergency", () => {
  it("sends out nothing that is not urgent, and says so", () => {
    const found = filed(world("2026-11-20 10:00", [storm()]));
    const refused = attempt(found, "township", send, world("2026-11-20 10:05", [storm()]));
    expect(refused).toMatchObject({ kind: "refusal", rule: "notFrozen" });
  });

  it("sends out what is urgent, within ten minutes to sign, by the rules it froze", () => {
    const found = filed(world("2026-11-20 10:00", [storm()]), "020101-3");
    const sent = done(found, "township", send, world("2026-11-20 10:05", [storm()]));
    const accept = sent.clocks.findLast(({ kind }) => kind === "accept");
    expect(wallClock(accept?.dueAt ?? 0)).toBe("2026-11-20 10:15");
    expect(accept?.policy).toMatchObject({ code: "020101-3:accept+emergency", version: "test-emergency" });
  });

  it("tells whoever stands on the roster twice once", () => {
    const found = filed(world("2026-11-20 10:00", [storm()]), "020101-3");
    const then = { ...world("2026-11-20 10:05", [storm()]), onDuty: () => ["on-duty", "on-duty"] };
    const told = done(found, "township", send, then).notices.map(({ to }) => JSON.stringify(to));
    expect(told.toSorted()).toEqual([...new Set(told)].toSorted());
    expect(told).toContain(JSON.stringify({ kind: "account", code: "on-duty" }));
  });

  it("tells whoever is on duty first", () => {
    const found = filed(world("2026-11-20 10:00", [storm()]), "020101-3");
    const sent = done(found, "township", send, world("2026-11-20 10:05", [storm()]));
    expect(sent.notices.map(({ to }) => to).slice(0, 2)).toEqual([
      { kind: "account", code: "on-duty" },
      { kind: "unit", code: "LD" },
    ]);
  });

  it("leaves other townships as they are", () => {
    const elsewhere = [storm({ area: ["371122102"] })];
    const sent = done(
      filed(world("2026-11-20 10:00", elsewhere)),
      "township",
      send,
      world("2026-11-20 10:05", elsewhere),
    );
    expect(handleDue(sent)).toBe("2026-11-24 18:00"); // two workdays as ever
    expect(sent.notices.map(({ to }) => to)).not.toContainEqual({ kind: "account", code: "on-duty" });
  });

  it("covers every township when the county is switched", () => {
    expect(covers({ area: [] }, township)).toBe(true);
    expect(covers({ area: [] }, null)).toBe(true);
    expect(covers({ area: [township] }, null)).toBe(false);
  });
});

describe("the end of an emergency", () => {
  it("undoes all of it at once: the same case goes out, by ordinary limits", () => {
    const found = filed(world("2026-11-20 10:00", [storm()]));
    const sent = done(found, "township", send, world("2026-11-20 11:00", []));
    expect(handleDue(sent)).toBe("2026-11-24 18:00");
    expect(sent.clocks.every(({ policy }) => !policy.code.endsWith("handle+emergency"))).toBe(true);
  });

  it("leaves running clocks by the limit they began with", () => {
    // Sent the day before the switch; the emergency comes and goes.
    const found = filed(world("2026-11-20 09:10", []));
    const sent = done(found, "township", send, world("2026-11-20 09:20", []));
    const accepted = done(sent, "lights", { action: "accept" }, world("2026-11-20 10:00", [storm()]));
    expect(handleDue(accepted)).toBe(handleDue(sent));
  });
});

describe("briefs", () => {
  const gap = { briefMinutes: 30 };
  const { startedAt } = storm();

  it.each([
    [29, null, null],
    [30, null, { at: 30, missed: 0 }],
    [59, 30, null],
    [61, 30, { at: 60, missed: 0 }],
    [185, 30, { at: 180, missed: 4 }], // asleep for two hours: four briefs nobody could write
  ])("%i minutes on, the last at %s: due %o", (minutes, last, expected) => {
    const due = briefDue({ startedAt }, last === null ? null : startedAt + last * MINUTE, {
      ...gap,
      now: startedAt + minutes * MINUTE,
    });
    expect(due && { at: (due.at - startedAt) / MINUTE, missed: due.missed }).toEqual(expected);
  });
});

describe("the duty roster", () => {
  it.each([
    ["2026-11-20 07:00", 1], // 18:00–08:30 runs over midnight
    ["2026-11-20 08:30", 0],
    ["2026-11-20 17:59", 0],
    ["2026-11-20 23:00", 1],
  ])("at %s has %i on duty", (text, count) => {
    expect(onDuty(smallReference.emergency.roster, at(text))).toHaveLength(count);
  });
});
