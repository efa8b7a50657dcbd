/** 机构接续 beside the units: what closed ones left open, and what was moved already. */
import { useEffect } from "preact/hooks";
import type { ClosedUnit, MovedRow } from "../../server/domain/succession/answers.ts";
import { Loading, ProblemNotice } from "../parts/Notice.tsx";
import styles from "../parts/Panel.module.css";
import { momentText } from "../state/moment.ts";
import { successions } from "../state/successions.ts";
import { successionWords as text } from "../successionWords.ts";
import { SuccessionSteps } from "./SuccessionSteps.tsx";

export function Successions() {
  useEffect(() => void successions.load(), []);
  const found = successions.value.value;
  const problem = successions.problem.value;
  return (
    <section class={`card ${styles["card"]}`} aria-label={text.title}>
      <h2>{text.title}</h2>
      <p class="muted">{text.lead}</p>
      {problem && <ProblemNotice problem={problem} retry={successions.load} />}
      {!found && !problem && <Loading />}
      {found?.closed.length === 0 && <p>{text.none}</p>}
      <ul>
        {found?.closed.map((unit) => (
          <Closed key={unit.code} unit={unit} />
        ))}
      </ul>
      {found !== null && found.moved.length > 0 && (
        <>
          <h3>{text.moved}</h3>
          <ul>
            {found.moved.map((row) => (
              <Moved key={`${row.from.code} ${row.to.code}`} row={row} now={found.now} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Closed({ unit }: { readonly unit: ClosedUnit }) {
  const { code, name, closedOn, heir, leads, parts, calls } = unit;
  return (
    <li class={styles["rule"]}>
      <div>
        <p>
          <strong>{name}</strong> <span class="muted">{text.closed(closedOn)}</span>
        </p>
        <p>{heir === null ? text.noHeir : text.heir(heir.name)}</p>
        <p>{text.left(unit)}</p>
        {heir !== null && leads + parts + calls > 0 && <SuccessionSteps unit={code} name={name} />}
      </div>
    </li>
  );
}

function Moved({ row, now }: { readonly row: MovedRow; readonly now: number }) {
  const { from, to, at, cases, canUndo } = row;
  return (
    <li class={styles["rule"]}>
      <div>
        <p>
          <strong>{text.row(from.name, to.name, cases)}</strong>{" "}
          <span class="muted">{text.when(momentText(at, now))}</span>
        </p>
        {canUndo ? (
          <SuccessionSteps unit={from.code} name={from.name} heir={to.code} />
        ) : (
          <p class="muted">{text.cannotUndo(from.name)}</p>
        )}
      </div>
    </li>
  );
}
