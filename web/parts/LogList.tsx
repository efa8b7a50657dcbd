/** The frame of a list of what happened: days, person and one filter of its own, rows, earlier ones, a table. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { protectWords } from "../protectWords.ts";
import type { LogPages } from "../state/logPages.ts";
import { Field } from "./Field.tsx";
import own from "./LogList.module.css";
import { Empty, Loading, ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";
import { textIn } from "../state/formText.ts";

interface LogListProps<Row extends { readonly id: string }> {
  readonly title: string;
  readonly lead: string;
  readonly pages: LogPages<Row>;
  /** Its input is named after the field of the question. */
  readonly ownFilter: ComponentChildren;
  readonly row: (row: Row) => ComponentChildren;
}

const words = protectWords.filter;

export function LogList<Row extends { readonly id: string }>(props: LogListProps<Row>) {
  const { title, lead, pages, ownFilter, row } = props;
  useEffect(() => void pages.load(), []);
  const found = pages.found.value;
  const problem = pages.problem.value;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    pages.filter.value = Object.fromEntries([...form.keys()].map((name) => [name, textIn(form, name)]));
    void pages.load();
  };
  return (
    <div class={styles["page"]}>
      <header>
        <h1>{title}</h1>
        <p class="muted">{lead}</p>
      </header>
      <form class={`card ${styles["card"]} ${styles["publish"]}`} onSubmit={submit}>
        <Field id="log-from" label={words.from}>
          <input id="log-from" name="from" type="date" defaultValue={found?.from ?? ""} />
        </Field>
        <Field id="log-to" label={words.to}>
          <input id="log-to" name="to" type="date" defaultValue={found?.to ?? ""} />
        </Field>
        <Field id="log-account" label={words.account}>
          <input id="log-account" name="account" autocapitalize="off" />
        </Field>
        {ownFilter}
        <div class={styles["acts"]}>
          <button type="submit" class="button primary" disabled={pages.busy.value}>
            {words.submit}
          </button>
          <a class="button" href={pages.tableAddress()} download>
            {words.export}
          </a>
        </div>
      </form>
      {problem && <ProblemNotice problem={problem} retry={pages.load} />}
      {!found && !problem && <Loading />}
      {found && found.rows.length === 0 && <Empty title={words.empty} hint={words.emptyHint} />}
      {found && found.rows.length > 0 && (
        <section class={`card ${styles["card"]}`}>
          <p class="muted" role="status">
            {words.count(found.rows.length, found.more !== null)}
          </p>
          <ul class={own["rows"]}>
            {found.rows.map((one) => (
              <li key={one.id}>{row(one)}</li>
            ))}
          </ul>
          {found.more !== null && (
            <p class={styles["acts"]}>
              <button
                type="button"
                class="button"
                disabled={pages.busy.value}
                onClick={() => void pages.more()}
              >
                {words.more}
              </button>
            </p>
          )}
        </section>
      )}
    </div>
  );
}
