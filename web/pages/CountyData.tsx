/** 县定数据: which version of what counts, and the way to each. */
import { useEffect } from "preact/hooks";
import type { SubjectHead } from "../../server/domain/county/answers.ts";
import { countyWords as words } from "../countyWords.ts";
import { Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { county } from "../state/county.ts";
import { account } from "../state/session.ts";
import styles from "../parts/Panel.module.css";

export function CountyData() {
  useEffect(() => void county.load(), []);
  const found = county.value.value;
  const problem = county.problem.value;
  if (!found) return problem ? <ProblemNotice problem={problem} retry={county.load} /> : <Loading />;
  const isAdmin = account.value?.role === "admin";
  return (
    <div class={styles["page"]}>
      <header>
        <h1>{words.title}</h1>
        <p class="muted">{words.lead}</p>
      </header>
      {found.calendarEnding !== null && <Hint tone="warn">{found.calendarEnding}</Hint>}
      <div class={styles["columns"]}>
        {found.subjects.map((head) => (
          <Subject key={head.subject} head={head} />
        ))}
      </div>
      <section class={`card ${styles["card"]}`} aria-label={words.elsewhere}>
        <h2>{words.elsewhere}</h2>
        <ul class={styles["list"]}>
          <li class={styles["rule"]}>
            <div>
              <a href="/catalogue">{words.catalogue.name}</a>{" "}
              <span class="muted">{words.catalogue.hint}</span>
            </div>
          </li>
          {isAdmin && (
            <li class={styles["rule"]}>
              <div>
                <a href="/grid">{words.grid.name}</a> <span class="muted">{words.grid.hint}</span>
              </div>
            </li>
          )}
          <li class={styles["rule"]}>
            <div>
              <a href="/settings">{words.settings.name}</a> <span class="muted">{words.settings.hint}</span>
            </div>
          </li>
        </ul>
      </section>
    </div>
  );
}

function Subject({ head }: { readonly head: SubjectHead }) {
  const { name, hint } = words.subjects[head.subject];
  return (
    <section class={`card ${styles["card"]}`} aria-label={name}>
      <h2>
        <a href={`/county/${head.subject}`}>{name}</a>
      </h2>
      <p class="muted">{hint}</p>
      <p>
        {words.version(head.version, head.validFrom)}
        {head.hasDraft && <b class={styles["warning"]}>{` · ${words.hasDraft}`}</b>}
      </p>
      {head.coming && <p>{words.coming(head.coming.version, head.coming.validFrom)}</p>}
    </section>
  );
}
