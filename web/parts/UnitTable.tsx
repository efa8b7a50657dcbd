/** Units over the last 30 days by the rules of evaluation; small samples are grey and have no place. */
import type { OverviewAnswer, UnitFigures } from "../../server/domain/overviewAnswers.ts";
import { unitCells, unitColumns } from "../state/unitCells.ts";
import styles from "./UnitTable.module.css";
import { overviewWords } from "../overviewWords.ts";

const { columns } = overviewWords;

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
              {unitColumns.map((name) => (
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

function UnitRow({ row, period }: UnitRowProps) {
  return (
    <tr class={valueOf(row) < 0 ? styles["small"] : ""}>
      <th scope="row">
        <a href={`/cases?unit=${row.unit.code}&tab=all`}>{row.unit.name}</a>
      </th>
      {unitCells(row, period).map(({ column, text, href, late }) => (
        <td key={column} class={styles["number"]}>
          <a class={late ? styles["late"] : ""} href={href}>
            {text}
          </a>
        </td>
      ))}
    </tr>
  );
}

/** By what the table is sorted; below zero for a sample too small to compare. */
function valueOf({ figures }: UnitFigures): number {
  const figure = figures["handledOnTime"];
  return figure === undefined || figure.small || figure.value === null ? -1 : figure.value;
}
