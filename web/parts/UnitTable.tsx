/** Units over the last 30 days in the order counties publish; small samples are grey and not ranked. */
import type { UnitFigures } from "../../server/domain/screenAnswers.ts";
import { SMALL_SAMPLE } from "../state/overview.ts";
import { words } from "../words.ts";
import { rate } from "./OverviewTiles.tsx";
import styles from "./UnitTable.module.css";

export function UnitTable({ units }: { readonly units: readonly UnitFigures[] }) {
  const { columns } = words.overview;
  const ranked = [...units].sort(
    (a, b) => Number(isSmall(a)) - Number(isSmall(b)) || (b.handledOnTime ?? -1) - (a.handledOnTime ?? -1),
  );
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.overview.units}>
      <h2>{words.overview.units}</h2>
      <details class={styles["how"]}>
        <summary>{words.overview.formula}</summary>
        <p class="muted">{words.overview.formulaText(SMALL_SAMPLE)}</p>
      </details>
      <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={words.overview.units}>
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.rank}</th>
              <th scope="col">{columns.unit}</th>
              {[columns.given, columns.accepted, columns.handled, columns.satisfied].map((name) => (
                <th key={name} scope="col" class={styles["number"]}>
                  {name}
                </th>
              ))}
              {[columns.returned, columns.reworked, columns.open, columns.overdue].map((name) => (
                <th key={name} scope="col" class={styles["number"]}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked.map((row, index) => (
              <UnitRow key={row.unit.code} row={row} rank={isSmall(row) ? null : index + 1} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface UnitRowProps {
  readonly row: UnitFigures;
  readonly rank: number | null;
}

function UnitRow({ row, rank }: UnitRowProps) {
  const cell = styles["number"];
  const list = `/cases?unit=${row.unit.code}`;
  return (
    <tr class={rank === null ? styles["small"] : ""}>
      <td>{rank ?? words.none}</td>
      <th scope="row">
        <a href={`${list}&tab=all`}>{row.unit.name}</a>
      </th>
      <td class={cell}>{row.given}</td>
      <td class={cell}>{rate(row.acceptedOnTime)}</td>
      <td class={cell}>{rate(row.handledOnTime)}</td>
      <td class={cell}>{rate(row.satisfied)}</td>
      <td class={cell}>{row.returned}</td>
      <td class={cell}>{row.reworked}</td>
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

function isSmall(row: UnitFigures): boolean {
  return row.given < SMALL_SAMPLE;
}
