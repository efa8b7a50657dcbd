/** Why it was read so: words for and against, the line of the duty list, cases told alike, filing conditions. Asked for when opened. */
import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import type { ReasonsAnswer } from "../../server/domain/learning/answers.ts";
import { type Answer, ask, type Problem } from "../api.ts";
import { Loading, ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";
import { readingWords } from "../readingWords.ts";

interface Told {
  readonly found: ReasonsAnswer;
  readonly Lists: ComponentType<{ readonly found: ReasonsAnswer }>;
}

export function ReadingReasons({ caseId }: { readonly caseId: string }) {
  const [told, setTold] = useState<Told | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function load(): Promise<void> {
    const asked: Promise<Answer<ReasonsAnswer>> = ask(`/api/cases/${encodeURIComponent(caseId)}/reasons`);
    const [answer, { ReasonLists }] = await Promise.all([asked, import("./ReasonLists.tsx")]);
    setProblem(answer.kind === "problem" ? answer : null);
    if (answer.kind === "answer") setTold({ found: answer.value, Lists: ReasonLists });
  }

  return (
    <details
      class={styles["reasons"]}
      onToggle={(event) => {
        if (event.currentTarget.open && told === null) void load();
      }}
    >
      <summary>{readingWords.why}</summary>
      {problem && <ProblemNotice problem={problem} retry={load} />}
      {told === null && problem === null && <Loading />}
      {told && <told.Lists found={told.found} />}
    </details>
  );
}
