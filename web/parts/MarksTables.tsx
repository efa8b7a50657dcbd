/** How the machine did by item and by unit; in the order of how many cases there are, which is no ranking. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { MarksAnswer } from "../../server/domain/learning/answers.ts";
import { marksWords } from "../marksWords.ts";
import { words as common } from "../words.ts";
import styles from "./UnitTable.module.css";

const SHORT = 15;

/** None at all is 0, not less than one in a hundred. */
function share(part: number, whole: number): string {
  return part === 0 ? "0" : common.percent(part / whole);
}

export function ItemMarksTable({ items }: { readonly items: MarksAnswer["items"] }) {
  const { title, columns, hint } = marksWords.items;
  return (
    <MarksTable
      title={title}
      hint={hint}
      columns={Object.values(columns)}
      rows={items.map(({ item, rows, recall, precision, returned }) => ({
        key: item.code,
        name: item.name,
        cells: [rows, common.percent(recall), common.percent(precision), share(returned, rows)],
      }))}
    />
  );
}

export function UnitMarksTable({ units }: { readonly units: MarksAnswer["units"] }) {
  const { title, columns } = marksWords.units;
  return (
    <MarksTable
      title={title}
      columns={Object.values(columns)}
      rows={units.map(({ unit, rows, agreed, returned }) => ({
        key: unit.code,
        name: unit.name,
        cells: [rows, share(agreed, rows), share(returned, rows)],
      }))}
    />
  );
}

interface MarksTableProps {
  readonly title: string;
  readonly hint?: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly cells: readonly ComponentChildren[];
  }[];
}

function MarksTable({ title, hint, columns, rows }: MarksTableProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, SHORT);
  return (
    <section class={`card ${styles["card"]}`} aria-label={title}>
      <h2>{title}</h2>
      {hint !== undefined && <p class={`muted ${styles["how"]}`}>{hint}</p>}
      <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map((name, at) => (
                <th key={name} scope="col" class={at === 0 ? "" : styles["number"]}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, name, cells }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={columns[at + 1]} class={styles["number"]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <button type="button" class="button quiet" onClick={() => setWhole(true)}>
          {marksWords.more}
        </button>
      )}
    </section>
  );
}
