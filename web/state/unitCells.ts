/** The cells of the table of units: what stands in each, and the address of exactly the cases it counts. Pure. */
import type { OverviewAnswer, UnitFigures } from "../../server/domain/overviewAnswers.ts";
import { overviewWords } from "../overviewWords.ts";
import { figureAddress } from "./evaluationAddress.ts";
import { rate } from "./tiles.ts";

const { columns } = overviewWords;

/** What stands in a column: an indicator's value, or only what is above or under its line. */
const shown = [
  { name: columns.given, indicator: "returned", part: "of" },
  { name: columns.accepted, indicator: "signedOnTime", part: "rate" },
  { name: columns.handled, indicator: "handledOnTime", part: "rate" },
  { name: columns.satisfied, indicator: "satisfied", part: "rate" },
  { name: columns.returned, indicator: "returned", part: "over" },
  { name: columns.reworked, indicator: "reworked", part: "over" },
] as const;

export const unitColumns: readonly string[] = [
  ...shown.map(({ name }) => name),
  columns.open,
  columns.overdue,
];

export interface UnitCell {
  readonly column: string;
  readonly text: string;
  /** How many cases its address lists: of a rate, those under the line. */
  readonly count: number;
  readonly href: string;
  readonly late: boolean;
}

/** In the order of `unitColumns`. */
export function unitCells(
  { unit, figures, open, overdue }: UnitFigures,
  { from, to }: Pick<OverviewAnswer, "from" | "to">,
): readonly UnitCell[] {
  const list = `/cases?unit=${unit.code}&tab=open`;
  return [
    ...shown.map(({ name, indicator, part }) => {
      const line = part === "over" ? "over" : "of";
      const count = figures[indicator]?.[line] ?? 0;
      const text = part === "rate" ? rate(figures[indicator]?.value ?? null) : String(count);
      const href = figureAddress({ indicator, from, to, unit: unit.code, part: line });
      return { column: name, text, count, href, late: false };
    }),
    { column: columns.open, text: String(open), count: open, href: list, late: false },
    {
      column: columns.overdue,
      text: String(overdue),
      count: overdue,
      href: `${list}&due=overdue`,
      late: overdue > 0,
    },
  ];
}
