/** 留存: rules with their grounds and what is due by them; cases on hold. */
import { useEffect, useState } from "preact/hooks";
import type { RetentionAnswer } from "../../server/domain/securityAnswers.ts";
import { wallClock } from "../../server/domain/time.ts";
import { ask, type Problem, post } from "../api.ts";
import { protectWords } from "../protectWords.ts";
import { createResource } from "../state/resource.ts";
import { Field } from "./Field.tsx";
import { Hint, Loading, ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";
import { textIn } from "../state/formText.ts";

const words = protectWords.retention;
const retention = createResource<RetentionAnswer>(() => ask("/api/retention"));

async function change(what: "hold" | "release", sent: object): Promise<Problem | null> {
  const answer = await post<RetentionAnswer>(`/api/retention/${what}`, sent);
  if (answer.kind === "problem") return answer;
  retention.put(answer.value);
  return null;
}

export function RetentionCard() {
  useEffect(() => void retention.load(), []);
  const found = retention.value.value;
  const problem = retention.problem.value;
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      {problem && <ProblemNotice problem={problem} retry={retention.load} />}
      {!found && !problem && <Loading />}
      {found && !found.confirmed && <Hint tone="warn">{words.unconfirmed}</Hint>}
      {found?.rules.map(({ code, what, days, basis, due, first }) => (
        <div key={code} class={styles["rule"]}>
          <div>
            <strong>{words.what[what]}</strong> {words.days(days, due !== null)}
            {due !== null && ` · ${words.due(due, first)}`}
            <p class="muted">{basis}</p>
          </div>
        </div>
      ))}
      {found && <Holds found={found} />}
    </section>
  );
}

function Holds({ found }: { readonly found: RetentionAnswer }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const sent = new FormData(form);
    const text = (name: string) => textIn(sent, name);
    const refused = await change("hold", { number: text("number"), reason: text("reason") });
    setProblem(refused);
    if (refused === null) form.reset();
  };
  return (
    <>
      <h3>{words.holds}</h3>
      {found.holds.length === 0 && <p class="muted">{words.noHolds}</p>}
      {found.holds.map(({ number, reason, at }) => (
        <div key={number} class={styles["rule"]}>
          <div>
            <strong>{number}</strong> {reason}
            <p class="muted">{wallClock(at)}</p>
          </div>
          {found.mayHold && (
            <button
              type="button"
              class="button"
              aria-label={words.releaseOf(number)}
              onClick={() => void change("release", { number }).then(setProblem)}
            >
              {words.release}
            </button>
          )}
        </div>
      ))}
      {problem && <ProblemNotice problem={problem} />}
      {found.mayHold && (
        <form class={styles["publish"]} onSubmit={(event) => void submit(event)}>
          <Field id="hold-number" label={words.number} required>
            <input id="hold-number" name="number" required inputMode="numeric" />
          </Field>
          <Field id="hold-reason" label={words.reason} required>
            <input id="hold-reason" name="reason" required minLength={2} maxLength={200} />
          </Field>
          <button type="submit" class="button">
            {words.hold}
          </button>
        </form>
      )}
    </>
  );
}
