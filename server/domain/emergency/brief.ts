/** 情况简报: what is under way in the area of an emergency, in counts, every half hour. */
import type { Urgency } from "../case.ts";
import type { Lamp } from "../clock.ts";
import type { EmergencyRules } from "./emergency.ts";

export type EmergencyLogKind = "begin" | "brief" | "end";

/** Open cases of the area by what a brief asks of them. */
export interface AreaCount {
  readonly urgency: Urgency;
  readonly lamp: Lamp | null;
  /** Filed and waiting to be sent out. */
  readonly waiting: boolean;
  /** Reported since the brief before. */
  readonly fresh: boolean;
  readonly n: number;
}

export interface EmergencyFacts {
  readonly open: number;
  /** 紧急 and 特急. */
  readonly urgent: number;
  readonly overdue: number;
  readonly severe: number;
  readonly warned: number;
  /** Waiting because dispatch is frozen. */
  readonly frozen: number;
  readonly fresh: number;
  /** Briefs that could not be told because the house was asleep. */
  readonly missed: number;
}

export function briefOf(
  counts: readonly AreaCount[],
  rules: Pick<EmergencyRules, "frozen">,
  missed: number,
): EmergencyFacts {
  const sum = (is: (row: AreaCount) => boolean) => counts.filter(is).reduce((total, { n }) => total + n, 0);
  const isFrozen = ({ urgency }: AreaCount) => rules.frozen.includes(urgency);
  return {
    open: sum(() => true),
    urgent: sum((row) => !isFrozen(row)),
    overdue: sum(({ lamp }) => lamp === "red" || lamp === "severe"),
    severe: sum(({ lamp }) => lamp === "severe"),
    warned: sum(({ lamp }) => lamp === "amber"),
    frozen: sum((row) => row.waiting && isFrozen(row)),
    fresh: sum(({ fresh }) => fresh),
    missed,
  };
}
