/** The cases behind a bar of held time: how long each lay with whom, at which stage, the longest first. */
import { useLocation } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import type { HeldRowAnswer, HeldRowsAnswer } from "../../server/domain/evaluate/answers.ts";
import { HOUR } from "../../server/domain/time.ts";
import { stateWords } from "../../server/domain/words.ts";
import { evaluationWords } from "../evaluationWords.ts";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import panel from "../parts/Panel.module.css";
import { evaluationAddress, readAsked, readHeldAsked } from "../state/evaluationAddress.ts";
import { createHeldList } from "../state/heldRows.ts";
import { now } from "../state/serverTime.ts";
import { words as common } from "../words.ts";
import styles from "./EvaluationCases.module.css";

const words = evaluationWords.held;

export function HeldCases() {
  const { query } = useLocation();
  const asked = readHeldAsked(query, now.peek());
  const list = useMemo(() => createHeldList(asked), [asked.from, asked.to, asked.state, asked.unit]);
  useEffect(() => void list.load(), [list]);
  const answer = list.first.value.value;
  const problem = list.first.problem.value;
  if (problem) return <ProblemNotice problem={problem} retry={list.load} />;
  if (answer === null) return <Loading />;
  const rows = [...answer.rows, ...list.further.value];
  return (
    <div class={panel["page"]}>
      <header>
        <a href={evaluationAddress({ ...readAsked(query, now.peek()), view: "held" })}>{words.back}</a>
        <h1>{words.listTitle(namesOf(answer))}</h1>
        <p class="muted">
          {answer.from} ~ {answer.to} · {words.listNote}
        </p>
      </header>
      <p class="muted" role="status">
        {words.listTotal(answer.total, hours(answer.held))}
      </p>
      <section class="card" aria-label={words.listLabel} aria-busy={list.first.busy.value}>
        {rows.length === 0 && <Empty title={words.empty} />}
        <ul>
          {rows.map((row) => (
            <li key={`${row.caseId} ${row.unit.code} ${row.state}`} class={styles["row"]}>
              <Line row={row} />
            </li>
          ))}
        </ul>
      </section>
      {list.next.value !== null && (
        <button type="button" class="button" onClick={() => void list.more()}>
          {common.more}
        </button>
      )}
    </div>
  );
}

function Line({ row }: { readonly row: HeldRowAnswer }) {
  return (
    <div class={styles["line"]}>
      <span class={styles["first"]}>
        {row.mayOpen ? <a href={`/cases/${row.caseId}`}>{row.number}</a> : <span>{row.number}</span>}
        <strong>{hours(row.held)}</strong>
        {row.running && <span class="muted">{words.running}</span>}
      </span>
      <span>{row.item?.name ?? common.none}</span>
      <span class="muted">
        {stateWords[row.state]} · {row.unit.name}
        {!row.mayOpen && ` · ${evaluationWords.cases.notYours}`}
      </span>
    </div>
  );
}

function namesOf({ state, unit }: HeldRowsAnswer): readonly string[] {
  return [...(unit ? [unit.name] : []), ...(state ? [stateWords[state]] : [])];
}

function hours(milliseconds: number): string {
  return words.hours(milliseconds / HOUR);
}
