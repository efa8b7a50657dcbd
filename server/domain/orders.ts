/**
 * 催办、督办、批示、通报: who must hear of each, and who was told (fixtures/supervision.json). A step for which nobody is
 * named is taken all the same and stays on the list 无人接收 until somebody has heard of it.
 */
import type { Case, Notice } from "./case.ts";
import { type CaseRules, type OrderKind, rulesOf, type Unheard } from "./caseRules.ts";
import type { Budget } from "./taxonomy.ts";
import { type Day, dayNumber, parseDay } from "./time.ts";
import type { World } from "./world.ts";

/**
 * 联络员, 分管领导（班子成员）, 主要领导（党政主要负责人）, 值班带班领导: what a person of a unit is named for. Whom orders reach,
 * and who may start which call, is data.
 */
export type Post = "liaison" | "deputy" | "chief" | "onDuty";

export const posts: readonly Post[] = ["liaison", "deputy", "chief", "onDuty"];

/** Besides the posts of the unit: the efficiency centre, and the leaders of the county. */
export type Receiver = Post | "centre" | "leader";

export interface OrderRule {
  readonly code: OrderKind;
  readonly name: string;
  /** At least one of them must be named, or nobody has heard of it. */
  readonly to: readonly Receiver[];
  /** 抄送 */
  readonly copy: readonly Receiver[];
  /** Time on the ladder from the step before; null where nothing comes before. */
  readonly wait: Budget | null;
  /** Within which it must be answered; null when it need not be. */
  readonly answer: Budget | null;
  /** The ground it stands on, for papers. */
  readonly basis: string;
}

const kinds: readonly string[] = ["urge", "supervise", "circulate", "instruct"] satisfies OrderKind[];

export function isOrder(action: string): action is OrderKind {
  return kinds.includes(action);
}

export function orderRule(kind: OrderKind, { reference }: Pick<World, "reference">): OrderRule {
  const rule = reference.orders.find((row) => row.code === kind);
  if (!rule) throw new Error(`No order ${kind}`);
  return rule;
}

/** Whom an order is about: for a circulation the unit that was supervised, else whoever has the case in hand. */
export function orderedUnit(kind: OrderKind, found: Case): string | null {
  const { ladders } = rulesOf(found);
  const climbed = kind === "circulate" ? ladders.find(({ step }) => step === "supervise") : undefined;
  return climbed?.unit ?? found.holder ?? found.leadUnit;
}

/** At most so far ahead may an answer be asked for. */
const MOST_WORKDAYS = 30;

/** The workdays from tomorrow to a day, both included; null when there is none, or too many for an answer. */
export function answerBudget(day: Day, unit: string | null, { now, calendars }: World): Budget | null {
  const last = parseDay(day);
  if (last === null) return null;
  const calendar = calendars.of(unit);
  let value = 0;
  for (let number = dayNumber(now) + 1; number <= last && value <= MOST_WORKDAYS; number++)
    if (calendar.day(number).segments.length > 0) value++;
  return value === 0 || value > MOST_WORKDAYS ? null : { value, unit: "workday" };
}

export interface Told {
  readonly notices: readonly Notice[];
  /** Accounts named to receive it; 0 means that nobody has heard of it. */
  readonly heard: number;
  readonly unheard: CaseRules["unheard"];
}

/** An order also reaches those who are named by now for earlier steps that nobody had heard of. */
export function tellOrder(kind: OrderKind, unit: string, found: Case, world: World): Told {
  const { unheard } = rulesOf(found);
  const missed = unheard.filter((row) => row.unit === unit && row.step !== kind);
  const reached = (row: Pick<Unheard, "step">) => receiversOf(row.step, unit, "to", world);
  const to = reached({ step: kind });
  const late = missed.filter((row) => reached(row).length > 0);
  const accounts = new Set([...to, ...late.flatMap(reached), ...receiversOf(kind, unit, "copy", world)]);
  const others = unheard.filter((row) => row.unit !== unit || (row.step !== kind && !late.includes(row)));
  const always = world.receivers === undefined || orderRule(kind, world).to.includes("centre");
  const heard = to.length + (always ? 1 : 0);
  return {
    notices: noticesTo([...accounts], { kind, unit, found, world }),
    heard,
    unheard: heard > 0 ? others : [...others, { unit, step: kind, at: world.now }],
  };
}

/** Entries that still concern somebody: the unit is on the ladder, must answer, or has the open case in hand. */
export function stillUnheard(found: Case, isOpenCase: boolean): CaseRules["unheard"] {
  const { unheard, ladders, supervision } = rulesOf(found);
  return unheard.filter(
    ({ unit }) =>
      ladders.some((ladder) => ladder.unit === unit) ||
      supervision?.unit === unit ||
      (isOpenCase && found.holder === unit),
  );
}

function receiversOf(kind: OrderKind, unit: string, part: "to" | "copy", world: World): readonly string[] {
  // The centre is told as a unit
  const people = orderRule(kind, world)[part].filter((receiver) => receiver !== "centre");
  return people.flatMap((receiver) => world.receivers?.(unit, receiver) ?? []);
}

interface Ordered {
  readonly kind: OrderKind;
  readonly unit: string;
  readonly found: Case;
  readonly world: World;
}

/** The unit itself, each named account, and the centre where it is copied. */
function noticesTo(accounts: readonly string[], { kind, unit, found, world }: Ordered): readonly Notice[] {
  const { superviseUnit } = world.reference;
  const rule = orderRule(kind, world);
  const copied = [...rule.to, ...rule.copy].includes("centre") && unit !== superviseUnit;
  const addresses: readonly Notice["to"][] = [
    addressOf(unit, found),
    ...accounts.map((code) => ({ kind: "account" as const, code })),
    ...(copied ? [{ kind: "unit" as const, code: superviseUnit }] : []),
  ];
  return addresses.map((to) => ({
    id: world.newId(),
    caseId: found.id,
    seq: found.version,
    kind,
    to,
    createdAt: world.now,
  }));
}

export function addressOf(holder: string, found: Pick<Case, "cellCode">): Notice["to"] {
  return { kind: holder === found.cellCode ? "cell" : "unit", code: holder };
}
