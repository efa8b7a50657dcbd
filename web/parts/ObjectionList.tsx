/** Objections with their answers; whoever may act finds the buttons beside them. */
import { useState } from "preact/hooks";
import type { ObjectionAnswer, ObjectionsAnswer } from "../../server/domain/evaluate/answers.ts";
import type { ObjectionAct } from "../../server/domain/evaluate/objection.ts";
import { objectionActWords, objectionStateWords } from "../../server/domain/evaluate/words.ts";
import type { Problem } from "../api.ts";
import { evaluationWords } from "../evaluationWords.ts";
import { actOn } from "../state/evaluation.ts";
import { casesAddress } from "../state/evaluationAddress.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { Field } from "./Field.tsx";
import { Empty, ProblemNotice } from "./Notice.tsx";
import styles from "./ObjectionList.module.css";

const words = evaluationWords.objection;

export function ObjectionList({ answer }: { readonly answer: ObjectionsAnswer }) {
  return (
    <section class="card" aria-label={words.list}>
      {answer.rows.length === 0 && <Empty title={words.empty} hint={words.emptyHint} />}
      <ul>
        {answer.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { readonly row: ObjectionAnswer }) {
  const { indicator, from, to, groupBy: by, unit, state } = row;
  const figure = casesAddress({
    indicator: indicator.code,
    part: "of",
    from,
    to,
    by,
    group: unit.code,
    township: undefined,
    reason: undefined,
    gridVersion: undefined,
  });
  const isLate = state === "open" && now.value > row.dueAt;
  return (
    <li class={styles["row"]}>
      <header class={styles["head"]}>
        <a href={figure}>
          {unit.name} · {indicator.name}
        </a>
        <span class={`${styles["state"]} ${styles[state] ?? ""}`}>{objectionStateWords[state]}</span>
      </header>
      <p class="muted">
        {from} ~ {to} · {words.by[by]} · {words.figure(row.over, row.of)} ·{" "}
        {words.asked(momentText(row.askedAt, now.value))}
      </p>
      <p>{row.reason}</p>
      {row.cases.length > 0 && <p class="muted">{words.cases(row.cases.map(({ number }) => number))}</p>}
      {state === "open" && (
        <p class={isLate ? styles["late"] : "muted"}>
          {isLate ? words.late : words.dueAt(momentText(row.dueAt, now.value))}
        </p>
      )}
      {row.answer !== null && (
        <p>
          {words.answer} · {row.answer}
        </p>
      )}
      {row.undoReason !== null && (
        <p>
          {words.undone} · {row.undoReason}
        </p>
      )}
      {row.acts.length > 0 && <Acts key={state} row={row} />}
    </li>
  );
}

function Acts({ row }: { readonly row: ObjectionAnswer }) {
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const id = `said-${row.id}`;

  async function press(act: ObjectionAct["act"]): Promise<void> {
    setBusy(true);
    setProblem(await actOn(row.id, act, said));
    setBusy(false);
  }

  return (
    <div class={styles["acts"]}>
      {problem && <ProblemNotice problem={problem} />}
      {row.acts.some((act) => act !== "withdraw") && (
        <Field label={words.words} id={id} required>
          <textarea id={id} value={said} onInput={(event) => setSaid(event.currentTarget.value)} />
        </Field>
      )}
      {row.acts.map((act) => (
        <button
          key={act}
          type="button"
          class={`button ${act === "accept" ? "primary" : ""}`}
          disabled={busy || (act !== "withdraw" && said.trim() === "")}
          onClick={() => void press(act)}
        >
          {objectionActWords[act]}
        </button>
      ))}
    </div>
  );
}
