/** Several cases that may be bound to each other, driven through the real core as the server would drive them. */
import { expect } from "vitest";
import type { Actor, CaseEvent, Decision, Notice, Refusal } from "../../server/domain/case.ts";
import { bondsOf } from "../../server/domain/linking/bonds.ts";
import { afterwards, decideTogether, type Kin } from "../../server/domain/linking/together.ts";
import type { Found } from "../../server/domain/move.ts";
import { openCase, type Report } from "../../server/domain/report.ts";
import { ringCase } from "../../server/domain/ring.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Command } from "../../server/domain/workflow.ts";
import type { World } from "../../server/domain/world.ts";
import { at } from "./calendar.ts";
import { firstLook } from "./walk.ts";
import { people, sureOfLight, worldAt as smallWorldAt } from "./story.ts";

export type Act = Readonly<Record<string, unknown>> & { readonly action: string; readonly into?: string };

export interface Herd {
  now: Instant;
  readonly found: Map<string, Found>;
  readonly events: CaseEvent[];
  readonly notices: Notice[];
  /** A dead street light in the township of the stories, told by a voice of its own unless one is given. */
  report(id: string, report?: Partial<Report>, voice?: string): Found;
  of(id: string): Found;
  number(id: string): string;
  try(actor: Actor, id: string, command: Act): readonly Decision[] | Refusal;
  /** @throws when the act is refused. */
  act(actor: Actor, id: string, command: Act): Herd;
  refused(actor: Actor, id: string, command: Act): Refusal;
  sweep(): Herd;
  until(text: string): Herd;
}

/** @param reference another county than the small one: a unit that closes on a day. */
export function herd(on = "2026-11-20 09:00", reference?: World["reference"]): Herd {
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const worldAt = (now: Instant, nextId: () => string): World => ({
    ...smallWorldAt(now, nextId),
    ...(reference === undefined ? {} : { reference }),
  });
  const voices = new Map<string, string>();
  const all: Herd = {
    now: at(on),
    found: new Map(),
    events: [],
    notices: [],
    report(id, report = {}, voice = id) {
      const serial = String(all.found.size + 1).padStart(5, "0");
      const opened = openCase(
        {
          report: { ...lightReport, id: `report-${id}`, ...report },
          reading: sureOfLight,
          placement: worldAt(all.now, newId).locate({ lng: 118.83, lat: 35.58 }) as never,
          caseId: id,
          caseNumber: `20261120-${serial}`,
          trackingCode: `track-${id}`,
        },
        people.gridWorker,
        worldAt(all.now, newId),
      );
      voices.set(id, voice);
      keep([opened]);
      return all.of(id);
    },
    of(id) {
      const found = all.found.get(id);
      if (!found) throw new Error(`No case ${id}`);
      return found;
    },
    number: (id) => all.of(id).case.number,
    try(actor, id, command) {
      const found = all.of(id);
      const full = { version: found.case.version, ...command } as unknown as Command;
      const kin = kinOf(id, command.into ?? "");
      return decideTogether(full, { found, actor, world: worldAt(all.now, newId), kin });
    },
    act(actor, id, command) {
      const answer = all.try(actor, id, command);
      if ("kind" in answer) throw new Error(`${command.action} refused: ${JSON.stringify(answer)}`);
      keep(answer);
      return all;
    },
    refused(actor, id, command) {
      const answer = all.try(actor, id, command);
      if (!("kind" in answer)) throw new Error(`${command.action} is allowed`);
      return answer;
    },
    sweep() {
      for (const found of all.found.values()) {
        const rung = ringCase(found, worldAt(all.now, newId));
        if (rung) keep([rung]);
      }
      return all;
    },
    until(text) {
      all.now = at(text);
      return all.sweep();
    },
  };

  function kinOf(id: string, named: string): Kin {
    const others = [...all.found.values()].filter((row) => row.case.id !== id);
    const other = others.find((row) => row.case.number === named) ?? null;
    const own = bondsOf(all.of(id).case);
    const known = [id, own.merged?.into, own.parent, other?.case.id];
    return {
      named: other,
      bound: others.filter(
        (row) => known.some((kin) => kin != null && isBound(row, kin)) || isBound(all.of(id), row.case.id),
      ),
      voiceOf: (caseId) => voices.get(caseId) ?? caseId,
      births: ["x", "y", "z"].map((letter, at) => ({
        caseId: `${id}-${letter}`,
        caseNumber: `20261121-${String(all.found.size * 10 + at).padStart(5, "0")}`,
        trackingCode: `track-${id}-${letter}`,
        reading: sureOfLight,
      })),
    };
  }

  function keep(decisions: readonly Decision[]): void {
    for (const decision of decisions) {
      const { id } = decision.case;
      const before = all.found.get(id) ?? { case: decision.case, clocks: [] };
      const after = afterwards(before, decision);
      expect(decision.lookAt).toBe(firstLook(after.clocks));
      all.found.set(id, after);
      all.events.push(...decision.events);
      all.notices.push(...decision.notices);
    }
  }

  return all;
}

function isBound(row: Found, id: string): boolean {
  const { merged, parent, parts } = bondsOf(row.case);
  return merged?.into === id || parent === id || parts.includes(id);
}

const lightReport: Report = {
  id: "report",
  text: "振兴路路灯不亮",
  channel: "gridWorker",
  point: { lng: 118.83, lat: 35.58 },
  address: null,
  photos: [],
  itemCode: null,
  reporter: { name: null, phone: "13800001234" },
  confidential: false,
};
