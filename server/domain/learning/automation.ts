/**
 * 自动派遣: how sure the machine must be to file and dispatch by itself, and what would have followed. Lines are drawn
 * for a wanted precision on older confirmed cases and tried on newer ones; whatever is dangerous, sensitive, unplaced or
 * unclear stays with a person however sure the reading is.
 */
import type { Case } from "../case.ts";
import type { UnitSuggestion } from "../catalogue/suggest.ts";
import type { Item } from "../taxonomy.ts";
import type { Instant } from "../time.ts";
import { drawLine } from "./lines.ts";

export interface Automation {
  /** Off until somebody has seen the effect and switched it on. */
  readonly on: boolean;
  /** Wanted share of right answers, 0 … 1. */
  readonly precision: number;
  readonly suggestPrecision: number;
  /** Probabilities from which on; above 1 where no line keeps the promise. */
  readonly line: number;
  readonly suggestLine: number;
  readonly setAt: Instant;
  readonly setBy: string;
}

/** A confirmed case by what the machine would have done with it. */
export interface Judged {
  readonly probability: number;
  /** Item and unit both as people settled them. */
  readonly right: boolean;
  /** Nothing but the probability would have kept it from the machine. */
  readonly eligible: boolean;
}

export interface AutomationEffect {
  readonly line: number;
  readonly suggestLine: number;
  /** Older cases the lines were drawn on, and newer ones they were tried on. */
  readonly drawnOn: number;
  readonly triedOn: number;
  readonly automatic: number;
  readonly automaticRight: number;
  readonly suggested: number;
  readonly suggestedRight: number;
  readonly desk: number;
  /** Of the desk's: sure enough, but of a kind that a person must look at. */
  readonly held: number;
}

/** So much of the time is looked back on to draw the lines. */
const OLDER = 0.7;

/** @param rows oldest first. */
export function effectOf(
  rows: readonly Judged[],
  wanted: { readonly precision: number; readonly suggestPrecision: number },
): AutomationEffect {
  const cut = Math.floor(rows.length * OLDER);
  const older = rows.slice(0, cut);
  const line = drawLine(
    older.filter(({ eligible }) => eligible),
    wanted.precision,
  ).line;
  const suggestLine = Math.min(line, drawLine(older, wanted.suggestPrecision).line);
  const newer = rows.slice(cut);
  const automatic = newer.filter(({ eligible, probability }) => eligible && probability >= line);
  const suggested = newer.filter((row) => !automatic.includes(row) && row.probability >= suggestLine);
  return {
    line,
    suggestLine,
    drawnOn: older.length,
    triedOn: newer.length,
    automatic: automatic.length,
    automaticRight: automatic.filter(({ right }) => right).length,
    suggested: suggested.length,
    suggestedRight: suggested.filter(({ right }) => right).length,
    desk: newer.length - automatic.length - suggested.length,
    held: newer.filter(({ eligible, probability }) => !eligible && probability >= line).length,
  };
}

type Looked = Pick<Case, "desk" | "cellCode" | "confidential" | "reading">;

/** May the machine act on it by itself, if it is sure enough? */
export function isEligible(found: Looked, item: Item, units: UnitSuggestion): boolean {
  const { speech, danger } = found.reading;
  const ordinary = speech === "report" && danger.length === 0 && found.desk.length === 0;
  const harmless =
    item.urgency !== "critical" &&
    item.emergencyTransfer.length === 0 &&
    !item.sensitiveSubject &&
    !item.reporterConfidential &&
    !found.confidential;
  return ordinary && harmless && found.cellCode !== null && units.unclear === null;
}
