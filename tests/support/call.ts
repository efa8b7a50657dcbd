/** Calls told as stories: the real core with a clock of its own, and accounts for those who would hear. */
import { expect } from "vitest";
import type {
  Answer,
  Call,
  CallClock,
  CallDecision,
  CallEvent,
  CallNotice,
} from "../../server/domain/call/call.ts";
import type { CallCommand } from "../../server/domain/call/callMoves.ts";
import type { Caller } from "../../server/domain/call/callScope.ts";
import type { CallWorld, Ears } from "../../server/domain/call/callWorld.ts";
import { callMovesFrom, decideCall, ringCall } from "../../server/domain/call/decideCall.ts";
import { foldCall } from "../../server/domain/call/foldCall.ts";
import { type Launch, launchCall } from "../../server/domain/call/launch.ts";
import type { Refusal } from "../../server/domain/case.ts";
import { at } from "./calendar.ts";
import { people, township, worldAt } from "./story.ts";

export const callers = {
  township: { actor: people.township, posts: ["deputy"] },
  onDuty: { actor: { ...people.township, id: "duty-1" }, posts: ["onDuty"] },
  clerk: { actor: { ...people.township, id: "clerk-1" }, posts: [] },
  head: { actor: { ...people.township, id: "head-1" }, posts: ["chief"] },
  otherHead: { actor: people.otherTownship, posts: ["chief"] },
  lights: { actor: people.lights, posts: [] },
  water: { actor: people.water, posts: [] },
  centre: { actor: people.centre, posts: [] },
} as const satisfies Record<string, Caller>;

export type Who = keyof typeof callers;

const everybody: Ears = { unit: () => true, heads: () => ["head-1"], leaders: ["leader-1"] };

/** Friday 2026-11-20 09:00: the township calls the lamp office to lead and the water office to assist. */
export const plainLaunch: Launch = {
  id: "call-1",
  number: "HJ20261120-00001",
  caseId: null,
  level: "daily",
  itemCode: "020101",
  lead: "LD",
  assist: ["SW"],
  text: "灯杆倒在水渠边，需要现场会商",
  address: "振兴路中段",
  doneBefore: null,
  needsApproval: false,
  launchId: "launch-1",
};

interface Opening {
  readonly on?: string;
  readonly by?: Who;
  readonly ears?: Partial<Ears>;
}

export interface CallStory {
  call: Call;
  events: CallEvent[];
  notices: CallNotice[];
  /** @param version what the person saw; the latest by default. */
  act(on: string, who: Who, sent: Sent, version?: number): CallStory;
  refused(on: string, who: Who, sent: Sent, version?: number): Refusal;
  /** The sweep looks. */
  until(on: string): CallStory;
  offers(on: string, who: Who): readonly string[];
  part(unit: string): Answer | undefined;
  clock(unit: string, kind: string, round?: number): CallClock | undefined;
}

export function tries(change: Partial<Launch> = {}, opening: Opening = {}): CallDecision | Refusal {
  const { on = "2026-11-20 09:00", by = "township" } = opening;
  return launchCall({ ...plainLaunch, ...change }, callers[by], worldOf(on, opening.ears));
}

export function launched(change: Partial<Launch> = {}, opening: Opening = {}): CallStory {
  const decision = tries(change, opening);
  if (decision.kind === "refusal") throw new Error(`Not launched: ${JSON.stringify(decision)}`);
  return story(decision, opening.ears);
}

export function worldOf(text: string, ears: Partial<Ears> = {}): CallWorld {
  return { ...worldAt(at(text), () => "id"), ears: { ...everybody, ...ears } };
}

type Sent = Omit<CallCommand, "version">;

function story(opening: CallDecision, ears: Partial<Ears> = {}): CallStory {
  const told: CallStory = {
    call: opening.call,
    events: [...opening.events],
    notices: [...opening.notices],
    act(on, who, sent, version = told.call.version) {
      const answer = decideCall(told.call, { ...sent, version }, callers[who], worldOf(on, ears));
      if (answer.kind === "refusal")
        throw new Error(`${who} may not ${sent.action}: ${JSON.stringify(answer)}`);
      take(answer);
      return told;
    },
    refused(on, who, sent, version = told.call.version) {
      const answer = decideCall(told.call, { ...sent, version }, callers[who], worldOf(on, ears));
      if (answer.kind !== "refusal") throw new Error(`${who} may ${sent.action}`);
      return answer;
    },
    until(on) {
      const answer = ringCall(told.call, worldOf(on, ears));
      if (answer) take(answer);
      return told;
    },
    offers: (on, who) =>
      callMovesFrom(told.call, callers[who], worldOf(on, ears)).map(({ action }) => action),
    part: (unit) => told.call.answers.find((answer) => answer.unit === unit),
    clock: (unit, kind, round = 0) =>
      told.call.clocks.find((row) => row.unit === unit && row.kind === kind && row.round === round),
  };
  /** What every decision must keep: events in order, and a row that its events can tell. */
  function take(decision: CallDecision): void {
    const first = told.call.version + 1;
    expect(decision.events.map(({ seq }) => seq)).toEqual(decision.events.map((_, index) => first + index));
    expect(decision.call.version).toBe(first + decision.events.length - 1);
    told.call = decision.call;
    told.events.push(...decision.events);
    told.notices.push(...decision.notices);
    expect(told.call).toMatchObject(foldCall(told.events) ?? {});
  }

  return told;
}

export const good = { signing: 5, arrival: 5, solution: 4, conduct: 5 };
export const fair = { necessity: 5, cooperation: 4 };

/** Both departments sign, arrive and finish in time, hour by hour. */
export function bothCome(told: CallStory, day = "2026-11-20"): CallStory {
  for (const [time, action] of [
    ["09:20", "sign"],
    ["10:00", "arrive"],
    ["15:00", "finish"],
  ] as const)
    for (const who of ["lights", "water"] as const) told.act(`${day} ${time}`, who, sentOf(action));
  return told;
}

function sentOf(action: "sign" | "arrive" | "finish"): Sent {
  return action === "finish" ? { action, result: "已处置" } : { action };
}

export function comes(told: CallStory, who: "lights" | "water", day = "2026-11-20"): CallStory {
  return told
    .act(`${day} 09:20`, who, { action: "sign" })
    .act(`${day} 10:00`, who, { action: "arrive" })
    .act(`${day} 15:00`, who, { action: "finish", result: "已处置" });
}

export { township };
