/** A township launches a call: who may at this level, whom it calls by which line, and which limits begin. */
import { type Refusal, refuse } from "../case.ts";
import type { CallLevel, Reference } from "../reference.ts";
import type { Answer, Call, CallDecision, CallEvent } from "./call.ts";
import { departmentClocks, levelOf, startClock } from "./callClocks.ts";
import { launchNotices } from "./callNotices.ts";
import { callLevelWords, postWords } from "./callWords.ts";
import type { Caller } from "./callScope.ts";
import type { CallWorld } from "./callWorld.ts";

export interface Launch {
  readonly id: string;
  readonly number: string;
  readonly caseId: string | null;
  readonly level: CallLevel["code"];
  /** The matter by the duty list; null for a call outside the list (清单外). */
  readonly itemCode: string | null;
  readonly lead: string | null;
  readonly assist: readonly string[];
  readonly text: string;
  readonly address: string | null;
  /** 已做工作: what the township has done by itself, so that nobody called begins with it again. */
  readonly doneBefore: string | null;
  /** The township's head has to agree first (rule of the township); emergencies and the head's own calls do not wait. */
  readonly needsApproval: boolean;
  /** Made by the sender, so that sending twice launches once. */
  readonly launchId: string;
}

/** May this person start a call of this level? null says yes. */
export function forbidsLevel(
  code: CallLevel["code"],
  { actor, posts }: Caller,
  reference: Reference,
): Refusal | null {
  if (actor.role !== "township" || actor.unit === null) return refuse("notAllowed", { rule: "onlyTownship" });
  const { launchPosts } = levelOf(code, reference);
  if (launchPosts.some((post) => posts.includes(post))) return null;
  const expected = launchPosts.map((post) => postWords[post]).join("、");
  return refuse("notAllowed", { rule: "postForLevel", given: callLevelWords[code], expected });
}

/** County units that the duty list names for a matter, the lead first: any of them may lead by this line. */
export function leadsByList(itemCode: string, { taxonomy, unitsByCode }: Reference): readonly string[] {
  const item = taxonomy.lookUp(itemCode);
  if (!item) return [];
  const named = [item.leadUnit, ...item.routing.map(({ unit }) => unit), ...item.assistUnits];
  return [...new Set(named)].filter((unit) => unitsByCode.get(unit)?.level === "county");
}

export function launchCall(launch: Launch, caller: Caller, world: CallWorld): CallDecision | Refusal {
  const { reference, now } = world;
  const no = forbidsLevel(launch.level, caller, reference) ?? misnames(launch, reference);
  if (no !== null) return no;
  const blank: Call = {
    id: launch.id,
    number: launch.number,
    version: 1,
    turn: 1,
    caseId: launch.caseId,
    township: caller.actor.unit ?? "",
    level: launch.level,
    state: "asked",
    itemCode: launch.itemCode,
    text: launch.text,
    address: launch.address,
    launchedBy: caller.actor.id,
    answers: answersOf(launch),
    clocks: [],
    climbed: 0,
    unheard: [],
    reopens: 0,
    launchedAt: now,
    sentAt: null,
    closedAt: null,
    updatedAt: now,
    headHash: "",
  };
  const waits = launch.needsApproval && launch.level !== "emergency" && !caller.posts.includes("chief");
  const call = waits ? asked(blank, world) : sentOut(blank, world);
  return {
    kind: "decision",
    call,
    expects: null,
    launchId: launch.launchId,
    events: [launchEvent(call, launch, caller)],
    notices: launchNotices(call, world),
  };
}

function misnames({ lead, assist, itemCode }: Launch, reference: Reference): Refusal | null {
  const nameOf = (code: string) => reference.unitsByCode.get(code)?.name ?? code;
  const item = itemCode === null ? null : reference.taxonomy.lookUp(itemCode);
  if (itemCode !== null && !item)
    return refuse("badValue", { field: "itemCode", rule: "noSuchLine", given: itemCode });
  const named = [...(lead === null ? [] : [lead]), ...assist];
  const stranger = named.find((code) => reference.unitsByCode.get(code)?.level !== "county");
  if (stranger !== undefined)
    return refuse("badValue", { field: "unit", rule: "countyUnit", given: nameOf(stranger) });
  const twice = named.find((code, index) => named.indexOf(code) !== index);
  if (twice !== undefined)
    return refuse("duplicate", { field: "unit", rule: "namedTwice", given: nameOf(twice) });
  if (lead === null) return null;
  if (item === null) return refuse("missing", { field: "itemCode", rule: "leadNeedsLine" });
  const leads = leadsByList(item.code, reference);
  if (leads.includes(lead)) return null;
  const expected = leads.length === 0 ? "效能中心指定的单位" : leads.map(nameOf).join("、");
  return refuse("badValue", {
    field: "lead",
    rule: "leadByList",
    given: `${item.code} ${item.name}`,
    expected,
  });
}

function answersOf({ lead, assist, itemCode }: Launch): readonly Answer[] {
  const first = lead === null ? [] : [called(lead, "lead", itemCode)];
  return [...first, ...assist.map((unit) => called(unit, "assist", itemCode))];
}

function asked(call: Call, world: CallWorld): Call {
  const isHeard = world.ears.heads(call.township).length > 0;
  return {
    ...call,
    clocks: [startClock("approve", call.township, call, world)],
    unheard: isHeard ? [] : [call.township],
  };
}

/** Approved, or needing no approval: every department's limits begin; without a lead the centre must name one. */
export function sentOut(call: Call, world: CallWorld): Call {
  const { now, reference, ears } = world;
  if (!call.answers.some(({ part }) => part === "lead")) {
    const unit = reference.superviseUnit;
    const clocks = [...call.clocks, startClock("lead", unit, call, world)];
    return { ...call, state: "uncaught", clocks, unheard: ears.unit(unit) ? [] : [unit] };
  }
  const begun = call.answers.flatMap(({ unit }) => departmentClocks(unit, call, world));
  const unheard = call.answers.map(({ unit }) => unit).filter((unit) => !ears.unit(unit));
  return { ...call, state: "open", sentAt: now, clocks: [...call.clocks, ...begun], unheard };
}

export function called(unit: string, part: Answer["part"], basisItem: string | null): Answer {
  const blank = { absent: false, cosigned: false, ratedBy: null, rates: null };
  return { unit, part, basisItem, state: "called", ...blank };
}

function launchEvent(call: Call, { assist, doneBefore, launchId }: Launch, { actor }: Caller): CallEvent {
  const { number, level, township, caseId, itemCode, text, address, unheard } = call;
  const lead = call.answers.find(({ part }) => part === "lead")?.unit ?? null;
  return {
    callId: call.id,
    seq: 1,
    action: "launch",
    at: call.launchedAt,
    recordedAt: call.launchedAt,
    actorId: actor.id,
    actorRole: actor.role,
    actorUnit: actor.unit,
    from: null,
    to: call.state,
    facts: { number, level, township, caseId, itemCode, lead, assist, unheard },
    words: {
      text,
      ...(address === null ? {} : { address }),
      ...(doneBefore === null ? {} : { doneBefore }),
    },
    commandId: launchId,
  };
}
