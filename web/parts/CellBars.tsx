/** Where what is open lies: the fullest cells, by the cells of the day or by a chosen version of the grid. */
import type { MapCountsAnswer } from "../../server/domain/mapAnswers.ts";
import { queryOf } from "../api.ts";
import { overviewWords } from "../overviewWords.ts";
import { cellCounts } from "../state/overview.ts";
import { versionWords } from "../versionWords.ts";
import styles from "./HolderBars.module.css";
import { Empty, Loading, ProblemNotice } from "./Notice.tsx";
import { CountedBy, VersionPicker } from "./VersionPicker.tsx";

const words = overviewWords.cells;
const SHOWN = 10;

interface CellBarsProps {
  readonly version: string | undefined;
  readonly choose: (version: string | undefined) => void;
}

export function CellBars({ version, choose }: CellBarsProps) {
  const counts = cellCounts.value.value;
  const problem = cellCounts.problem.value;
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title} aria-busy={cellCounts.busy.value}>
      <h2 class={styles["head"]}>
        {words.title}
        <a href={`/map${queryOf({ tab: "open", gridVersion: version })}`}>{words.onMap}</a>
      </h2>
      <VersionPicker chosen={version} choose={choose} class={styles["choice"]} />
      {problem && <ProblemNotice problem={problem} retry={cellCounts.load} />}
      {counts === null ? !problem && <Loading /> : <Bars counts={counts} />}
    </section>
  );
}

function Bars({ counts: { cells, gridVersion, beside } }: { readonly counts: MapCountsAnswer }) {
  const fullest = cells.toSorted((a, b) => b.open - a.open || b.overdue - a.overdue).slice(0, SHOWN);
  const most = Math.max(1, fullest[0]?.open ?? 0);
  return (
    <>
      <CountedBy
        version={gridVersion}
        note={versionWords.resettled + (beside > 0 ? versionWords.beside(beside) : "")}
      />
      {fullest.length === 0 && <Empty title={words.empty} />}
      <ul>
        {fullest.map(({ code, name, open, overdue }) => {
          const bar = (
            <>
              <span class={styles["name"]}>{name}</span>
              <span class={styles["count"]}>{words.counts(open, overdue)}</span>
              <span class={styles["track"]} aria-hidden="true">
                <span
                  class={`${styles["bar"]} ${overdue === 0 ? styles["calm"] : ""}`}
                  style={{ width: `${(open / most) * 100}%` }}
                />
              </span>
            </>
          );
          return (
            <li key={code}>
              {gridVersion === null ? (
                <a class={styles["row"]} href={`/cases?tab=open&cell=${code}`}>
                  {bar}
                </a>
              ) : (
                <span class={styles["row"]}>{bar}</span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
