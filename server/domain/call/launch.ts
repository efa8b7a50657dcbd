/** A township launches a call: who may at this level, whom it calls, and which limits begin. */
import { type Refusal, refuse } from "../case.ts";
import type { CallLevel, Reference } from "../reference.ts";
import type { Budget } from "../taxonomy.ts";
import type { World } from "../world.ts";
import { deadline } from "../worktime.ts";
import type { Answer, Call, CallClock, CallClockKind } from "./call.ts";

/** The post of whoever launches: which levels it may, is in fixtures/calls.json in words and here in order. */
export type Post = "member" | "head" | "onDuty";

export interface Launch {
  readonly id: string;
  readonly caseId: string | null;
  readonly township: string;
  readonly level: CallLevel["code"];
  readonly post: Post;
  /** The matter by the duty list; null for a call outside the list (清单外). */
  readonly itemCode: string | null;
  readonly lead: string | null;
  readonly assist: readonly string[];
  /** The township's head has to agree first (optional rule of the township). */
  readonly needsApproval: boolean;
}

/** 日常: any member of the leading group; 攻坚: the head alone; 应急: whoever is on duty, or the head. */
const launchers: Record<CallLevel["code"], readonly Post[]> = {
  daily: ["member", "head"],
  tough: ["head"],
  emergency: ["onDuty", "head"],
};

export function launchCall(launch: Launch, world: World): Call | Refusal {
  const { level, post, lead, assist, itemCode } = launch;
  if (!launchers[level].includes(post))
    return refuse("notAllowed", { given: `launch ${level}`, expected: launchers[level].join() });
  const stranger = [lead, ...assist].find((unit) => unit !== null && !isCounty(unit, world.reference));
  if (stranger != null)
    return refuse("badValue", { field: "unit", given: stranger, expected: "county unit" });
  if (lead !== null && assist.includes(lead)) return refuse("duplicate", { field: "unit", given: lead });
  const answers = [
    ...(lead === null ? [] : [called(lead, "lead", itemCode)]),
    ...assist.map((unit) => called(unit, "assist", itemCode)),
  ];
  const call: Call = {
    id: launch.id,
    version: 1,
    caseId: launch.caseId,
    township: launch.township,
    level,
    state: "asked",
    itemCode,
    answers,
    clocks: [],
    climbed: 0,
    reopens: 0,
    launchedAt: world.now,
  };
  return launch.needsApproval && post !== "head" ? call : sentOut(call, world);
}

/** Approved, or needing no approval: every department's limits begin; without a lead the centre must name one. */
export function sentOut(call: Call, world: World): Call {
  if (!call.answers.some(({ part }) => part === "lead")) return { ...call, state: "uncaught" };
  const clocks = call.answers
    .filter(({ state }) => state !== "declined")
    .flatMap(({ unit }) => clocksFor(unit, call, world));
  return { ...call, state: "open", clocks: [...call.clocks, ...clocks] };
}

export function called(unit: string, part: Answer["part"], basisItem: string | null): Answer {
  const blank = { absent: false, cosigned: false, ratedBy: null, rates: null };
  return { unit, part, basisItem, state: "called", ...blank };
}

/** 办结: by the matter's own limit; 15 workdays for a tough one, two hours for an emergency's first report. */
function doneBudget({ level, itemCode }: Call, { taxonomy }: Reference): Budget {
  if (level === "emergency") return { value: 2, unit: "calendarHour" };
  if (level === "tough") return { value: 15, unit: "workday" };
  const item = itemCode === null ? null : taxonomy.lookUp(itemCode);
  return item?.limits.handle ?? { value: 5, unit: "workday" };
}

export function clocksFor(
  unit: string,
  call: Call,
  { now, reference, calendar }: World,
): readonly CallClock[] {
  const level = reference.calls.find(({ code }) => code === call.level);
  if (!level) throw new Error(`No call level ${call.level}`);
  const budgets: Record<CallClockKind, Budget> = {
    sign: level.sign,
    contact: level.contact,
    onSite: level.onSite,
    done: doneBudget(call, reference),
  };
  return (["sign", "contact", "onSite", "done"] as const).map((kind) => ({
    unit,
    kind,
    startedAt: now,
    dueAt: deadline(now, budgets[kind], calendar),
    stoppedAt: null,
    outcome: null,
    rung: false,
  }));
}

function isCounty(unit: string, { unitsByCode }: Reference): boolean {
  return unitsByCode.get(unit)?.level === "county";
}
