/** The exact cases behind a figure; a unit chooses here which of its own it objects to. */
import { useLocation } from "preact-iso/router";
import { useEffect, useState } from "preact/hooks";
import type { EvaluationRow, EvaluationRowsAnswer } from "../../server/domain/evaluate/answers.ts";
import { evaluationWords } from "../evaluationWords.ts";
import { isOwn } from "../parts/FigureDialog.tsx";
import bar from "../parts/FilterBar.module.css";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { ObjectionForm } from "../parts/ObjectionForm.tsx";
import { StateBadge } from "../parts/StateBadge.tsx";
import { CountedBy } from "../parts/VersionPicker.tsx";
import { cases, furtherRows, loadMoreCases, nextCases, showCases } from "../state/evaluation.ts";
import {
  casesAddress,
  type CasesAsked,
  casesQuery,
  evaluationAddress,
  readAsked,
  readCasesAsked,
} from "../state/evaluationAddress.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { versionWords } from "../versionWords.ts";
import { words as common } from "../words.ts";
import panel from "../parts/Panel.module.css";
import styles from "./EvaluationCases.module.css";

const words = evaluationWords.cases;

export function EvaluationCases() {
  const { query } = useLocation();
  const asked = readCasesAsked(query, now.peek());
  useEffect(() => void showCases(asked), [casesQuery(asked)]);
  const answer = cases.value.value;
  const problem = cases.problem.value;
  if (problem) return <ProblemNotice problem={problem} retry={() => showCases(asked)} />;
  if (answer === null) return <Loading />;
  const family = answer.indicator.family;
  return (
    <div class={panel["page"]}>
      <header>
        <a href={evaluationAddress({ ...readAsked(query, now.peek()), view: "figures", family })}>
          {words.back}
        </a>
        <h1>
          {answer.indicator.name} · {answer.group?.name ?? words.all}
        </h1>
        <p class="muted">
          {answer.from} ~ {answer.to} · {answer.indicator.formula}
        </p>
      </header>
      <CountedBy version={answer.gridVersion} note={versionWords.resettled} />
      <nav class={bar["tabs"]} aria-label={words.partsLabel}>
        {(["over", "of", "excluded"] as const).map((part) => (
          <a
            key={part}
            href={casesAddress({ ...asked, part, reason: undefined })}
            aria-current={part === asked.part ? "page" : undefined}
          >
            {words.parts[part]}
          </a>
        ))}
      </nav>
      <Rows asked={asked} answer={answer} />
    </div>
  );
}

interface RowsProps {
  readonly asked: CasesAsked;
  readonly answer: EvaluationRowsAnswer;
}

function Rows({ asked, answer }: RowsProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const mayObject = asked.part !== "excluded" && isOwn(asked, answer.group);
  const mayChoose = mayObject && answer.rows.every(({ subject }) => subject !== "call");
  const rows = [...answer.rows, ...furtherRows.value];
  const toggle = (id: string) =>
    setChosen((old) => (old.includes(id) ? old.filter((other) => other !== id) : [...old, id]));
  return (
    <>
      <p class="muted" role="status">
        {words.total(answer.total)}
      </p>
      <section class="card" aria-label={words.list} aria-busy={cases.busy.value}>
        {rows.length === 0 && <Empty title={words.empty} />}
        <ul>
          {rows.map((row) => (
            <li key={`${row.caseId} ${row.unit?.code ?? ""}`} class={styles["row"]}>
              {mayChoose && (
                <input
                  type="checkbox"
                  aria-label={words.pick(row.number)}
                  checked={chosen.includes(row.caseId)}
                  onChange={() => toggle(row.caseId)}
                />
              )}
              <Line row={row} kind={answer.indicator.kind} />
            </li>
          ))}
        </ul>
      </section>
      {nextCases() !== null && (
        <button type="button" class="button" onClick={() => void loadMoreCases()}>
          {common.more}
        </button>
      )}
      {mayObject && rows.length > 0 && <ObjectionForm asked={asked} cases={chosen} />}
    </>
  );
}

interface LineProps {
  readonly row: EvaluationRow;
  readonly kind: EvaluationRowsAnswer["indicator"]["kind"];
}

function Line({ row, kind }: LineProps) {
  const marks = [
    row.reason === null ? null : words.excludedBecause(row.reason),
    row.remark,
    kind === "average" && row.reason === null ? words.value(row.value) : null,
    row.mayOpen ? null : words.notYours,
  ].filter((text) => text !== null);
  return (
    <div class={styles["line"]}>
      <span class={styles["first"]}>
        {row.mayOpen ? (
          <a href={`${row.subject === "call" ? "/calls" : "/cases"}/${row.caseId}`}>{row.number}</a>
        ) : (
          <span>{row.number}</span>
        )}
        {row.state && <StateBadge state={row.state} />}
      </span>
      <span>{row.item?.name ?? common.none}</span>
      <span class="muted">
        {[row.unit?.name, row.township?.name].filter(Boolean).join(" · ")} · {words.opened[row.subject]}{" "}
        {momentText(row.openedAt, now.value)}
      </span>
      {marks.length > 0 && <span class={styles["marks"]}>{marks.join(" · ")}</span>}
    </div>
  );
}
