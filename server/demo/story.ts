/** What one case of the demo tells: who reported what and where, and what then happens to it. */
import type { Channel, Reporter } from "../domain/case.ts";
import type { CaseComponent } from "../domain/component/component.ts";
import type { Item } from "../domain/taxonomy.ts";
import type { Instant } from "../domain/time.ts";
import type { Action } from "../domain/workflow.ts";
import type { Chance } from "./chance.ts";
import type { Spot } from "./spots.ts";

export interface Story {
  /** Stable within a day: chance and report id come from it. */
  readonly key: string;
  readonly reportedAt: Instant;
  readonly channel: Channel;
  readonly text: string;
  readonly spot: Spot;
  /** False: nobody sent coordinates; the desk finds the place from the words. */
  readonly isPlaced: boolean;
  /** Even the words do not say where it is: the desk has to ask. */
  readonly isVague: boolean;
  /** Radius of the phone's accuracy circle in metres. */
  readonly accuracy: number;
  readonly reporter: Reporter | null;
  /** Grid workers mostly choose the item themselves. */
  readonly choosesItem: boolean;
  readonly item: Item;
  readonly conditionCode: string;
  readonly turns: readonly Turn[];
  /** 部件 that was picked from the register. */
  readonly component: CaseComponent | null;
}

/** The acts that demo stories tell. */
type Told = Extract<
  Action,
  | "place"
  | "file"
  | "decline"
  | "dispatch"
  | "accept"
  | "return"
  | "handle"
  | "check"
  | "rework"
  | "close"
  | "followUp"
  | "rate"
  | "urge"
  | "comment"
>;

/** One act to come. `pace` is the share of the running limit that it takes: above 1 it is late. */
export interface Turn {
  readonly action: Told;
  readonly pace: number;
  /** At this instant, whatever the limit. */
  readonly at?: Instant;
  readonly score?: number;
}

/** The life of an ordinary case: most are on time, some are late, returned, reworked, urged or declined. */
export function turnsOf(
  chance: Chance,
  { isPlaced, isContactable }: { readonly isPlaced: boolean; readonly isContactable: boolean },
): readonly Turn[] {
  const turn = (action: Turn["action"], late = 0.02): Turn => ({ action, pace: paceOf(chance, late) });
  const placing = isPlaced ? [] : [turn("place")];
  if (chance.happens(0.06)) return [...placing, turn("decline")];
  const returned = chance.happens(0.09) ? [turn("return"), turn("dispatch", 0.1)] : [];
  const nudged = chance.happens(0.08) ? [turn("urge")] : [];
  const noted = chance.happens(0.1) ? [turn("comment")] : [];
  const reworked = chance.happens(0.09) ? [turn("rework"), turn("handle", 0.15)] : [];
  return [
    ...placing,
    turn("file"),
    turn("dispatch"),
    ...returned,
    turn("accept", 0.04),
    ...noted,
    ...nudged,
    turn("handle", 0.1),
    ...reworked,
    turn("check"),
    turn("close"),
    ...(isContactable ? afterwards(chance, turn("followUp")) : []),
  ];
}

function afterwards(chance: Chance, followUp: Turn): readonly Turn[] {
  const score = chance.weighted([5, 4, 3, 2, 1], (value) => [4, 6, 12, 27, 51][value - 1] ?? 0);
  if (chance.happens(0.45)) return [{ action: "rate", pace: 0.3, score }, followUp];
  return [{ ...followUp, score }];
}

function paceOf(chance: Chance, late: number): number {
  return chance.happens(late) ? chance.between(1.1, 3.2) : chance.between(0.08, 0.85);
}
