/**
 * Which earlier rulings a person should see (先例) before dispatching, disputing or ruling: about the same matter, about
 * the same units, or told in like words. The best first, each with why it is shown.
 */
import type { Precedent } from "../precedent.ts";
import { likeness, type Print, printOf } from "./likeness.ts";

/** A ruling with the words of its case, to be compared by. */
export interface ToldPrecedent extends Precedent {
  readonly text: string;
}

export interface Asked {
  readonly itemCode: string | null;
  readonly townshipCode: string | null;
  /** Units that might get the case, or had it. */
  readonly units: readonly string[];
  readonly text: string;
}

export type PrecedentGround = "item" | "township" | "units" | "text";

export interface RankedPrecedent<Row extends ToldPrecedent = ToldPrecedent> {
  readonly precedent: Row;
  /** Why it is shown; `township` only beside another ground. */
  readonly grounds: readonly PrecedentGround[];
}

/** Below this two complaints share no more than the manner of complaining. */
const ALIKE = 0.3;

/** The matter before the words, the words before the units: a unit alone argues about many things. */
const weightOf: Readonly<Record<PrecedentGround, number>> = { item: 4, text: 2, units: 1, township: 1 };

/** @param rows latest first; of equals the later one stays before the earlier. */
export function rankPrecedents<Row extends ToldPrecedent>(
  rows: readonly Row[],
  asked: Asked,
  limit: number,
): readonly RankedPrecedent<Row>[] {
  const print = printOf(asked.text);
  return rows
    .map((precedent) => ({ precedent, grounds: groundsOf(precedent, asked, print) }))
    .filter(
      ({ grounds }) => grounds.includes("item") || grounds.includes("text") || grounds.includes("units"),
    )
    .sort((a, b) => sum(b.grounds) - sum(a.grounds))
    .slice(0, limit);
}

function groundsOf(precedent: ToldPrecedent, asked: Asked, print: Print): readonly PrecedentGround[] {
  const { itemCode, townshipCode, unit, against } = precedent;
  const holds: Readonly<Record<PrecedentGround, boolean>> = {
    item: itemCode !== null && itemCode === asked.itemCode,
    text: likeness(print, printOf(precedent.text)) >= ALIKE,
    units: asked.units.includes(unit) && asked.units.includes(against) && unit !== against,
    township: townshipCode !== null && townshipCode === asked.townshipCode,
  };
  return (Object.keys(holds) as PrecedentGround[]).filter((ground) => holds[ground]);
}

function sum(grounds: readonly PrecedentGround[]): number {
  return grounds.reduce((all, ground) => all + weightOf[ground], 0);
}
