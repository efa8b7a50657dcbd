/** 机构接续 beside the units: what closed ones left open, and what was moved already. */
import type { ClosedUnit, MovedRow, SuccessionsAnswer } from "../../server/domain/succession/answers.ts";
import type { Problem } from "../api.ts";
import { momentText } from "../state/moment.ts";
import type { TakeStep } from "../state/successions.ts";
import { successionWords as text } from "../successionWords.ts";
import { Loading, ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";
import { SuccessionSteps } from "./SuccessionSteps.tsx";

interface SuccessionCardProps {
  /** Null until it was answered. */
  readonly found: SuccessionsAnswer | null;
  readonly problem: Problem | null;
  readonly retry: () => unknown;
  readonly take: TakeStep;
}

export function SuccessionCard({ found, problem, retry, take }: SuccessionCardProps) {
  return (
    <section class={`card ${styles["card"]}`} aria-label={text.title}>
      <h2>{text.title}</h2>
      <p class="muted">{text.lead}</p>
      {problem && <ProblemNotice problem={problem} retry={retry} />}
      {!found && !problem && <Loading />}
      {found?.closed.length === 0 && <p>{text.none}</p>}
      {found !== null && found.closed.length > 0 && (
        <ul>
          {found.closed.map((unit) => (
            <Closed key={unit.code} unit={unit} take={take} />
          ))}
        </ul>
      )}
      {found !== null && found.moved.length > 0 && (
        <>
          <h3>{text.moved}</h3>
          <ul>
            {found.moved.map((row) => (
              <Moved key={`${row.from.code} ${row.to.code}`} row={row} now={found.now} take={take} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Closed({ unit, take }: { readonly unit: ClosedUnit; readonly take: TakeStep }) {
  const { code, name, closedOn, heir, leads, parts, calls } = unit;
  return (
    <li class={styles["rule"]}>
      <div>
        <p>
          <strong>{name}</strong> <span class={`muted ${styles["whole"]}`}>{text.closed(closedOn)}</span>
        </p>
        <p class={heir === null ? styles["warning"] : ""}>
          {heir === null ? text.noHeir : text.heir(heir.name)}
        </p>
        <p>{text.left(unit)}</p>
        {heir !== null && leads + parts + calls > 0 && (
          <SuccessionSteps unit={code} name={name} take={take} />
        )}
      </div>
    </li>
  );
}

interface MovedProps {
  readonly row: MovedRow;
  readonly now: number;
  readonly take: TakeStep;
}

function Moved({ row, now, take }: MovedProps) {
  const { from, to, at, cases, canUndo } = row;
  return (
    <li class={styles["rule"]}>
      <div>
        <p>
          <strong>{text.row(from.name, to.name, cases)}</strong>{" "}
          <span class={`muted ${styles["whole"]}`}>{text.when(momentText(at, now))}</span>
        </p>
        {canUndo ? (
          <SuccessionSteps unit={from.code} name={from.name} heir={to.code} take={take} />
        ) : (
          <p class="muted">{text.cannotUndo(from.name)}</p>
        )}
      </div>
    </li>
  );
}
