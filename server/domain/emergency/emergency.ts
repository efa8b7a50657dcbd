/**
 * 平战结合: an area is switched to emergency with a reason and back as one act. While it lasts, what is not urgent is not
 * dispatched there, named limits change for clocks that begin then, and whoever is on duty hears first.
 * The rules are the county's data (fixtures/emergency.json).
 */
import type { Case, Urgency } from "../case.ts";
import type { Policy } from "../policy.ts";
import type { PolicyCode } from "../reference.ts";
import type { Budget } from "../taxonomy.ts";
import { dayNumber, type Instant, MINUTE, startOfDay } from "../time.ts";

export interface Emergency {
  readonly id: string;
  /** Codes of townships; empty means the whole county. */
  readonly area: readonly string[];
  readonly reason: string;
  readonly startedAt: Instant;
  /** Account. */
  readonly startedBy: string;
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
  readonly endWords: string | null;
  /** Version of the rules that it was begun with. */
  readonly version: string;
}

export interface EmergencyLimit {
  readonly code: PolicyCode;
  readonly urgencies: readonly Urgency[];
  /** In place of the usual limit … */
  readonly budget?: Budget;
  /** … or so many times it. */
  readonly factor?: number;
  readonly basis: string;
}

/** Somebody who is on duty between two times of day; over midnight when `to` lies before `from`. */
export interface RosterRow {
  readonly unit: string;
  readonly username: string;
  /** `HH:MM` */
  readonly from: string;
  /** `HH:MM`, excluded; `24:00` is the end of the day. */
  readonly to: string;
}

export interface EmergencyRules {
  readonly version: string;
  readonly basis: string;
  readonly briefMinutes: number;
  /** 非紧急: cases of these are not dispatched. */
  readonly frozen: readonly Urgency[];
  readonly limits: readonly EmergencyLimit[];
  readonly roster: readonly RosterRow[];
}

type Placed = Pick<Case, "townshipCode" | "urgency">;

export function covers({ area }: Pick<Emergency, "area">, townshipCode: string | null): boolean {
  return area.length === 0 || (townshipCode !== null && area.includes(townshipCode));
}

/** The emergency that a case lies in; null in ordinary times. */
export function emergencyOf(
  { townshipCode }: Pick<Placed, "townshipCode">,
  emergencies: readonly Emergency[],
): Emergency | null {
  return emergencies.find((emergency) => covers(emergency, townshipCode)) ?? null;
}

/** May it be sent out, or does it wait until the emergency is over? */
export function isFrozen(found: Placed, emergencies: readonly Emergency[], rules: EmergencyRules): boolean {
  return rules.frozen.includes(found.urgency) && emergencyOf(found, emergencies) !== null;
}

/** The limit of a clock that begins now in the area: named limits change, all others stay. */
export function underEmergency(
  policy: Policy,
  { code, found }: { readonly code: PolicyCode; readonly found: Placed },
  { emergencies, rules }: { readonly emergencies: readonly Emergency[]; readonly rules: EmergencyRules },
): Policy {
  if (emergencies.length === 0 || emergencyOf(found, emergencies) === null) return policy;
  const limit = rules.limits.find((row) => row.code === code && row.urgencies.includes(found.urgency));
  if (!limit) return policy;
  const { value, unit } = policy.budget;
  const budget = limit.budget ?? { value: value * (limit.factor ?? 1), unit };
  return { ...policy, code: `${policy.code}+emergency`, version: rules.version, budget };
}

/** On duty at this instant, in the order of the roster. */
export function onDuty(roster: readonly RosterRow[], now: Instant): readonly RosterRow[] {
  const minute = Math.floor((now - startOfDay(dayNumber(now))) / MINUTE);
  return roster.filter(({ from, to }) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    return start < end ? minute >= start && minute < end : minute >= start || minute < end;
  });
}

/**
 * The instant of the last brief that is due: every `briefMinutes` since the beginning, none at the beginning itself.
 * @returns null while none is due; `missed` counts those between `last` and it, when the house was asleep.
 */
export function briefDue(
  { startedAt }: Pick<Emergency, "startedAt">,
  last: Instant | null,
  { briefMinutes, now }: { readonly briefMinutes: number; readonly now: Instant },
): { readonly at: Instant; readonly missed: number } | null {
  const gap = briefMinutes * MINUTE;
  const number = Math.floor((now - startedAt) / gap);
  const told = last === null ? 0 : Math.floor((last - startedAt) / gap);
  return number <= told || number < 1 ? null : { at: startedAt + number * gap, missed: number - told - 1 };
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
