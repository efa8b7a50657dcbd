/** 导出: ask for a table of cases, decide on what others ask for, take what was granted. */
import { useEffect } from "preact/hooks";
import { LONGEST_SEARCH } from "../../server/domain/search.ts";
import type { ExportAnswer, ExportsAnswer } from "../../server/domain/securityAnswers.ts";
import { ExportItem } from "../parts/ExportItem.tsx";
import { Field } from "../parts/Field.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import styles from "../parts/Panel.module.css";
import { ProofField, useProof } from "../parts/ProofField.tsx";
import { protectWords } from "../protectWords.ts";
import { askExport, decideExport, exports, loadExports, takeExport } from "../state/exports.ts";
import { textIn } from "../state/formText.ts";

const words = protectWords.exports;

export function Exports() {
  useEffect(() => void loadExports(), []);
  const found = exports.value.value;
  const problem = exports.problem.value;
  return (
    <div class={styles["page"]}>
      <header>
        <h1>{words.title}</h1>
        <p class="muted">{found ? words.lead(found.directRows) : ""}</p>
      </header>
      {problem && <ProblemNotice problem={problem} retry={loadExports} />}
      {!found && !problem && <Loading />}
      {found && (
        <>
          <AskForm found={found} />
          <section class={`card ${styles["card"]}`} aria-label={words.asked}>
            <h2>{words.asked}</h2>
            {found.rows.length === 0 && <Empty title={words.none} hint={words.noneHint} />}
            {found.rows.map((row) => (
              <Asked key={row.id} row={row} />
            ))}
          </section>
        </>
      )}
    </div>
  );
}

function AskForm({ found }: { readonly found: ExportsAnswer }) {
  const proof = useProof();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const sent = new FormData(form);
    const text = (name: string) => textIn(sent, name);
    const q = text("q");
    const filter = { tab: text("tab"), ...(q === "" ? {} : { q }) };
    const refused = await proof.run(() =>
      askExport({ filter, personal: sent.get("personal") === "on", reason: text("reason") }),
    );
    if (refused === null) form.reset();
  };
  return (
    <form class={`card ${styles["card"]}`} onSubmit={(event) => void submit(event)}>
      <h2>{words.ask}</h2>
      {proof.problem && !proof.asks && <ProblemNotice problem={proof.problem} />}
      <div class={styles["publish"]}>
        <Field id="export-tab" label={words.which}>
          <select id="export-tab" name="tab">
            {(["open", "done", "all"] as const).map((tab) => (
              <option key={tab} value={tab}>
                {words.tabs[tab]}
              </option>
            ))}
          </select>
        </Field>
        <Field id="export-q" label={words.words}>
          <input id="export-q" name="q" maxLength={LONGEST_SEARCH} />
        </Field>
      </div>
      <Field id="export-reason" label={words.reason} required>
        <input id="export-reason" name="reason" required minLength={2} maxLength={200} />
      </Field>
      {found.mayAskPersonal && (
        <label>
          <input type="checkbox" name="personal" /> {words.personal}
        </label>
      )}
      <ProofField id="export-proof" proof={proof} />
      <p class={styles["acts"]}>
        <button type="submit" class="button primary">
          {words.submit}
        </button>
      </p>
    </form>
  );
}

function Asked({ row }: { readonly row: ExportAnswer }) {
  const proof = useProof();
  return (
    <ExportItem
      row={row}
      proof={proof}
      take={() => void proof.run(() => takeExport(row.id))}
      decide={(grant, opinion) => void proof.run(() => decideExport(row.id, grant, opinion))}
    />
  );
}
