/**
 * Whole cases told as the regulation tells them. A story drives the real core with a clock of its own and keeps what
 * the store would keep; nothing is asserted here but that each act is allowed.
 */
import type { Placement } from "../../geo/placement.ts";
import type { ComponentAt } from "../../server/domain/component/component.ts";
import { bookOf } from "../../server/domain/calendars.ts";
import type { Actor, CaseEvent, Decision, Notice, Refusal } from "../../server/domain/case.ts";
import type { Clock } from "../../server/domain/clock.ts";
import { decide, type Found, movesFrom } from "../../server/domain/move.ts";
import type { Reading } from "../../server/domain/reader.ts";
import { openCase, type Report } from "../../server/domain/report.ts";
import { ringCase } from "../../server/domain/ring.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Command } from "../../server/domain/workflow.ts";
import type { World } from "../../server/domain/world.ts";
import { at, calendar2026 } from "./calendar.ts";
import { smallReference } from "./reference.ts";

export const cell = "371122001001001";
export const township = "371122001";

export const people = {
  gridWorker: { id: "grid-1", role: "gridWorker", unit: township, cells: [cell] },
  township: { id: "town-1", role: "township", unit: township, cells: [] },
  otherTownship: { id: "town-2", role: "township", unit: "371122102", cells: [] },
  lights: { id: "lights-1", role: "department", unit: "LD", cells: [] },
  water: { id: "water-1", role: "department", unit: "SW", cells: [] },
  secondCentre: { id: "centre-2", role: "centre", unit: "XNZX", cells: [] },
  establishment: { id: "bb-1", role: "department", unit: "BB", cells: [] },
  centre: { id: "centre-1", role: "centre", unit: "XNZX", cells: [] },
  leader: { id: "leader-1", role: "leader", unit: null, cells: [] },
  admin: { id: "admin-1", role: "admin", unit: null, cells: [] },
  resident: { id: "resident", role: "resident", unit: null, cells: [], caseId: "case-1" },
  stranger: { id: "resident", role: "resident", unit: null, cells: [], caseId: "case-2" },
} as const satisfies Record<string, Actor>;

export type Person = keyof typeof people;

const inside: Placement = {
  kind: "inside",
  cell,
  borderMetres: 50,
  rule: "contained",
  gridVersion: "test",
  datum: "wgs84",
  point: { lng: 118.83, lat: 35.58 },
};

export const sureOfLight: Reading = {
  candidates: [{ code: "020101", probability: 0.9, words: [{ word: "路灯", weight: 1 }] }],
  sure: true,
  speech: "report",
  danger: [],
  why: null,
};

const plainReport: Report = {
  id: "report-1",
  text: "振兴路路灯不亮",
  channel: "gridWorker",
  point: { lng: 118.83, lat: 35.58 },
  address: null,
  photos: [],
  itemCode: null,
  reporter: null,
  confidential: false,
};

/** A command without the version: the story knows it. */
type Act = Command extends infer C ? (C extends Command ? Omit<C, "version"> : never) : never;

export interface Story {
  now: Instant;
  found: Found;
  events: CaseEvent[];
  notices: Notice[];
  /** Moves the clock to a Chinese wall clock and lets the sweep look, as it would. */
  until(text: string): Story;
  /** Moves the clock without a sweep: the server was off. */
  sleep(text: string): Story;
  sweep(): Story;
  act(person: Person, command: Act): Story;
  refused(person: Person, command: Act, version?: number): Refusal;
  offers(person: Person): readonly string[];
}

export interface Opening {
  readonly on?: string;
  readonly by?: Person;
  readonly report?: Partial<Report>;
  readonly placement?: Placement | null;
  readonly reading?: Reading;
  /** Who is named to receive orders; without it the unit itself is told. */
  readonly receivers?: World["receivers"];
  /** Another county than the small one: a unit that closes on a day. */
  readonly reference?: World["reference"];
}

/** The last clock of a kind. */
export function clock(story: Story, kind: string): Clock | undefined {
  return story.found.clocks.findLast((row) => row.kind === kind);
}

export function worldAt(now: Instant, newId: () => string): World {
  return {
    now,
    reference: smallReference,
    calendar: calendar2026,
    calendars: bookOf(calendar2026),
    locate: () => inside,
    componentAt: (code) => (code.startsWith("3711220137") ? lampOf(code) : null),
    newId,
  };
}

/** A lamp of the lighting office; the even ones are mended by the water bureau. */
function lampOf(code: string): ComponentAt {
  const unit = Number(code.at(-1)) % 2 === 0 ? "SW" : "LD";
  return {
    kept: { code, name: `路灯 ${code.slice(-2)}`, owner: unit, unit, items: ["020101"] },
    point: { lng: 118.83, lat: 35.58, datum: "wgs84", source: "register" },
  };
}

/** Opens a case: by default a grid worker reports a dead street light on Friday 2026-11-20 at 09:00. */
export function tell(opening: Opening = {}): Story {
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const start = at(opening.on ?? "2026-11-20 09:00");
  const { receivers, reference } = opening;
  const around = (now: Instant): World => ({
    ...worldAt(now, newId),
    ...(reference === undefined ? {} : { reference }),
    ...(receivers === undefined ? {} : { receivers }),
  });
  const opened = openCase(
    {
      report: { ...plainReport, ...opening.report },
      reading: opening.reading ?? sureOfLight,
      placement: opening.placement === undefined ? inside : opening.placement,
      caseId: "case-1",
      caseNumber: "20261120-00001",
      trackingCode: "track-1",
    },
    people[opening.by ?? "gridWorker"],
    worldAt(start, newId),
  );

  const story: Story = {
    now: start,
    found: { case: opened.case, clocks: opened.clocks },
    events: [...opened.events],
    notices: [...opened.notices],
    until: (text) => story.sleep(text).sweep(),
    sleep(text) {
      story.now = at(text);
      return story;
    },
    sweep() {
      const rung = ringCase(story.found, around(story.now));
      if (rung) keep(rung);
      return story;
    },
    act(person, command) {
      const answer = attempt(person, command);
      if (answer.kind === "refusal")
        throw new Error(`${person} may not ${command.action}: ${JSON.stringify(answer)}`);
      keep(answer);
      return story;
    },
    refused(person, command, version) {
      const answer = attempt(person, command, version);
      if (answer.kind !== "refusal")
        throw new Error(`${person} may ${command.action}, which the rule forbids`);
      return answer;
    },
    offers: (person) => movesFrom(story.found.case, people[person]).map((move) => move.action),
  };

  function attempt(person: Person, command: Act, version = story.found.case.version): Decision | Refusal {
    const versioned = { ...command, version } as Command;
    return decide(story.found, versioned, people[person], around(story.now));
  }

  function keep(decision: Decision): void {
    const changed = new Map(decision.clocks.map((clock) => [clock.id, clock]));
    const known = new Set(story.found.clocks.map((clock) => clock.id));
    const clocks = [
      ...story.found.clocks.map((clock) => changed.get(clock.id) ?? clock),
      ...decision.clocks.filter((clock) => !known.has(clock.id)),
    ];
    story.found = { case: decision.case, clocks };
    story.events.push(...decision.events);
    story.notices.push(...decision.notices);
  }

  return story;
}
