/** Units over the last 30 days by the rules of evaluation; small samples are grey and have no place. */
import type { OverviewAnswer, UnitFigures } from "../../server/domain/overviewAnswers.ts";
import { figureAddress } from "../state/evaluationAddress.ts";
import { rate } from "../state/tiles.ts";
import styles from "./UnitTable.module.css";
import { overviewWords } from "../overviewWords.ts";

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

export function UnitTable({ figures }: { readonly figures: OverviewAnswer }) {
  const sorted = [...figures.units].sort((a, b) => valueOf(b) - valueOf(a));
  return (
    <section class={`card ${styles["card"]}`} aria-label={overviewWords.units}>
      <h2>{overviewWords.units}</h2>
      <details class={styles["how"]}>
        <summary>{overviewWords.formula}</summary>
        <p class="muted">{overviewWords.formulaText}</p>
      </details>
      <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={overviewWords.units}>
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.unit}</th>
              {[...shown.map(({ name }) => name), columns.open, columns.overdue].map((name) => (
                <th key={name} scope="col" class={styles["number"]}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <UnitRow key={row.unit.code} row={row} period={figures} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface UnitRowProps {
  readonly row: UnitFigures;
  readonly period: Pick<OverviewAnswer, "from" | "to">;
}

function UnitRow({ row, period: { from, to } }: UnitRowProps) {
  const cell = styles["number"];
  const list = `/cases?unit=${row.unit.code}`;
  return (
    <tr class={valueOf(row) < 0 ? styles["small"] : ""}>
      <th scope="row">
        <a href={`${list}&tab=all`}>{row.unit.name}</a>
      </th>
      {shown.map(({ name, indicator, part }) => (
        <td key={name} class={cell}>
          <a
            href={figureAddress({
              indicator,
              from,
              to,
              unit: row.unit.code,
              part: part === "over" ? "over" : "of",
            })}
          >
            {part === "rate"
              ? rate(row.figures[indicator]?.value ?? null)
              : (row.figures[indicator]?.[part] ?? 0)}
          </a>
        </td>
      ))}
      <td class={cell}>
        <a href={`${list}&tab=open`}>{row.open}</a>
      </td>
      <td class={cell}>
        <a class={row.overdue > 0 ? styles["late"] : ""} href={`${list}&tab=open&due=overdue`}>
          {row.overdue}
        </a>
      </td>
    </tr>
  );
}

/** By what the table is sorted; below zero for a sample too small to compare. */
function valueOf({ figures }: UnitFigures): number {
  const figure = figures["handledOnTime"];
  return figure === undefined || figure.small || figure.value === null ? -1 : figure.value;
}
