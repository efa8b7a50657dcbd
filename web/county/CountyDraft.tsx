/** The draft of a subject: what is wrong with it, what it changes, tried out, published from a day on, or thrown away. */
import type {
  CountyDraft as Draft,
  CountyTrial,
  SubjectAnswer,
  TrialTable,
} from "../../server/domain/county/answers.ts";
import type { CountyBody } from "../../server/domain/county/subjects.ts";
import { choices, fileLabels, inOrder, labelOf } from "../countyLabels.ts";
import { countyWords } from "../countyWords.ts";
import { PublishForm } from "../parts/PublishForm.tsx";
import { TableHead } from "../parts/TableHead.tsx";
import { type Dictionary, toldChanges } from "../state/changeText.ts";
import { nameOfCode } from "../state/codeNames.ts";
import { discardDraft, publishDraft, runTrial, trial, working } from "../state/county.ts";
import { wayIn } from "../state/dataTree.ts";
import { momentText } from "../state/moment.ts";
import styles from "../parts/Panel.module.css";

const words = countyWords.draft;

/** So many changes fill what the server shows. */
const MOST = 400;

export function CountyDraft({ found, draft }: { readonly found: SubjectAnswer; readonly draft: Draft }) {
  const body = { ...found.body, ...draft.body };
  const isGrave = draft.faults.some(({ grave }) => grave);
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title(draft.version)}>
      <h2>{words.title(draft.version)}</h2>
      <p class="muted">{words.by(draft.by, momentText(draft.changedAt, found.now))}</p>
      <Faults draft={draft} body={body} />
      <h3>{words.changes}</h3>
      {draft.changes.length === 0 && <p>{words.none}</p>}
      <ul class={styles["changes"]} tabIndex={0}>
        {toldChanges(draft.changes, { before: found.body, after: body }, dictionary).map(
          ({ key, way, before, after }) => (
            <li key={key}>
              {way.join(" · ")} <del>{before ?? words.absent}</del> → <b>{after ?? words.absent}</b>
            </li>
          ),
        )}
      </ul>
      {draft.changes.length >= MOST && <p class="muted">{words.more}</p>}
      <div class={styles["acts"]}>
        <button
          type="button"
          class="button"
          disabled={working.value || isGrave}
          onClick={() => void runTrial(found)}
        >
          {words.trial}
        </button>
        <span class="muted">{words.trialHint}</span>
      </div>
      {trial.value && <Trial answer={trial.value} />}
      <PublishForm
        now={found.now}
        isWorking={working.value}
        isStopped={isGrave}
        publish={(validFrom, note) => publishDraft(found, validFrom, note)}
        discard={() => discardDraft(found)}
      />
    </section>
  );
}

interface FaultsProps {
  readonly draft: Draft;
  readonly body: CountyBody;
}

function Faults({ draft, body }: FaultsProps) {
  return (
    <>
      <h3>{words.faults}</h3>
      {draft.faults.length === 0 && <p>{words.clean}</p>}
      <ul class={styles["list"]}>
        {draft.faults.map(({ file, path, given, expected, grave }) => (
          <li key={`${file} ${path} ${given}`}>
            <b class={grave ? styles["grave"] : styles["warning"]}>{grave ? words.grave : words.light}</b>{" "}
            {words.fault(
              wayIn(body, [file, ...path.split(".").filter((step) => step !== "")], stepText).join(" · "),
              given,
              expected,
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Trial({ answer }: { readonly answer: CountyTrial }) {
  const text = countyWords.trial;
  return (
    <section class={styles["list"]} aria-label={text.title} role="status">
      <h3>{text.title}</h3>
      {answer.words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Table table={answer} name={text.title} />
      {answer.cases && answer.cases.rows.length > 0 && (
        <>
          <h3>{text.cases}</h3>
          <Table table={answer.cases} name={text.cases} />
        </>
      )}
    </section>
  );
}

/** The first cell opens the case, where it may be opened. */
function Table({ table, name }: { readonly table: TrialTable; readonly name: string }) {
  return (
    <>
      {table.rows.length > 0 && (
        <div class={`${styles["scroll"]} ${styles["wide"]}`} tabIndex={0} role="group" aria-label={name}>
          <table>
            <TableHead names={table.columns} />
            <tbody>
              {table.rows.map(({ caseId, cells }, at) => (
                <tr key={at}>
                  {cells.map((cell, column) => (
                    <td key={column}>
                      {column === 0 && caseId !== null ? <a href={`/cases/${caseId}`}>{cell}</a> : cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {table.total > table.rows.length && (
        <p class="muted">{countyWords.trial.more(table.rows.length, table.total)}</p>
      )}
    </>
  );
}

function stepText(step: string): string {
  return fileLabels[step] ?? labelOf(step);
}

const dictionary: Dictionary = {
  label: stepText,
  choice: (key, value) => choices[key]?.[value] ?? null,
  named: nameOfCode,
  inOrder,
  ...countyWords.tree,
};
