/**
 * Figures of a unit (综合评价): formulas as data over counts, so that a county reads and changes them without code.
 * Sources: 按期处置率, 返工率, 退单率 as published by 金牛区, 天门, 福州 (handbook §2.7). Persons are never ranked.
 */

/** Counts of one unit or of the county in a period; see `StatQueries.byUnit` for what is counted. */
export interface Counts {
  /** Clocks of a kind that ended in the period: kept and missed. */
  readonly acceptMet: number;
  readonly acceptMissed: number;
  readonly handleMet: number;
  readonly handleMissed: number;
  readonly returns: number;
  readonly reworks: number;
  readonly closed: number;
  readonly rated: number;
  readonly satisfied: number;
}

interface Formula {
  readonly over: readonly (keyof Counts)[];
  readonly of: readonly (keyof Counts)[];
}

export const formulas = {
  /** 签收及时率 */
  acceptedOnTime: { over: ["acceptMet"], of: ["acceptMet", "acceptMissed"] },
  /** 按期处置率 */
  handledOnTime: { over: ["handleMet"], of: ["handleMet", "handleMissed"] },
  /** 退单率 */
  returned: { over: ["returns"], of: ["acceptMet", "acceptMissed"] },
  /** 返工率 */
  reworked: { over: ["reworks"], of: ["handleMet", "handleMissed"] },
  /** 满意率 */
  satisfied: { over: ["satisfied"], of: ["rated"] },
} as const satisfies Record<string, Formula>;

export type Indicator = keyof typeof formulas;

export interface Figure {
  /** 0 … 1; null when nothing was counted. */
  readonly rate: number | null;
  readonly over: number;
  readonly of: number;
  /** Too few to compare units by: shown grey and not sorted by. */
  readonly small: boolean;
}

/** Below this many a rate says nothing about a unit. */
const SMALL = 10;

export function evaluate(counts: Counts): Readonly<Record<Indicator, Figure>> {
  const figure = ({ over, of }: Formula): Figure => {
    const [top, bottom] = [sum(counts, over), sum(counts, of)];
    return { rate: bottom === 0 ? null : top / bottom, over: top, of: bottom, small: bottom < SMALL };
  };
  return {
    acceptedOnTime: figure(formulas.acceptedOnTime),
    handledOnTime: figure(formulas.handledOnTime),
    returned: figure(formulas.returned),
    reworked: figure(formulas.reworked),
    satisfied: figure(formulas.satisfied),
  };
}

/** Counts of several units as those of one. */
export function addCounts(rows: readonly Counts[]): Counts {
  const total = (name: keyof Counts) => rows.reduce((all, row) => all + row[name], 0);
  return {
    acceptMet: total("acceptMet"),
    acceptMissed: total("acceptMissed"),
    handleMet: total("handleMet"),
    handleMissed: total("handleMissed"),
    returns: total("returns"),
    reworks: total("reworks"),
    closed: total("closed"),
    rated: total("rated"),
    satisfied: total("satisfied"),
  };
}

function sum(counts: Counts, names: readonly (keyof Counts)[]): number {
  return names.reduce((all, name) => all + counts[name], 0);
}
