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
              <Line row={row} of={answer} />
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

/** What all rows share stands in the title. */
function Line({ row, of }: { readonly row: HeldRowAnswer; readonly of: HeldRowsAnswer }) {
  const where = [...(of.state ? [] : [stateWords[row.state]]), ...(of.unit ? [] : [row.unit.name])];
  return (
    <div class={styles["held"]}>
      <strong>{hours(row.held)}</strong>
      <span>{row.running && words.running}</span>
      {row.mayOpen ? <a href={`/cases/${row.caseId}`}>{row.number}</a> : <span>{row.number}</span>}
      <span>{row.item?.name ?? common.none}</span>
      <span class="muted">
        {[...where, ...(row.mayOpen ? [] : [evaluationWords.cases.notYours])].join(" · ")}
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
