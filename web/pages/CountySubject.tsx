/** One subject of county data: its draft, its editor, its versions. */
import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso/router";
import type { SubjectAnswer } from "../../server/domain/county/answers.ts";
import { type CountySubject as Name, countySubjects } from "../../server/domain/county/subjects.ts";
import { CountyDraft } from "../county/CountyDraft.tsx";
import { CountyVersions } from "../county/CountyVersions.tsx";
import { CalendarEditor, Successions } from "../county/laterCounty.tsx";
import { DataNode } from "../county/DataTree.tsx";
import { fileLabels } from "../countyLabels.ts";
import { countyWords as words } from "../countyWords.ts";
import { Empty, Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import {
  edit,
  edits,
  forgetEdits,
  objection,
  openSubject,
  saveDraft,
  shownBody,
  subject,
  working,
} from "../state/county.ts";
import { matches } from "../state/dataTree.ts";
import { words as common } from "../words.ts";
import styles from "../parts/Panel.module.css";
import { TextField } from "../parts/TextField.tsx";

export function CountySubject() {
  const { params } = useRoute();
  const name = countySubjects.find((known) => known === params["subject"]);
  useEffect(() => (name === undefined ? undefined : void openSubject(name)), [name]);
  const found = subject.value.value;
  const problem = subject.problem.value;
  if (name === undefined) return <Empty title={common.problem.noPage} />;
  if (!found || found.subject !== name)
    return problem ? <ProblemNotice problem={problem} retry={() => openSubject(name)} /> : <Loading />;
  return <Editor key={name} name={name} found={found} />;
}

function Editor({ name, found }: { readonly name: Name; readonly found: SubjectAnswer }) {
  const isDirty = edits.value[name] !== undefined;
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isDirty]);
  return (
    <div class={styles["page"]}>
      <header class={styles["head"]}>
        <div>
          <h1>{words.subjects[name].name}</h1>
          <p class="muted">{words.version(found.version, found.validFrom)}</p>
          {found.coming && <p class="muted">{words.coming(found.coming.version, found.coming.validFrom)}</p>}
        </div>
        <a class="button" href="/county">
          {words.title}
        </a>
      </header>
      <p class="muted">{words.subjects[name].hint}</p>
      {objection.value && <ProblemNotice problem={objection.value} />}
      {isDirty && <Unsaved name={name} found={found} />}
      {found.draft && <CountyDraft found={found} draft={found.draft} />}
      {name === "calendar" && <CalendarEditor found={found} />}
      {name === "units" && <Successions />}
      <Files name={name} found={found} />
      {isDirty && <Unsaved name={name} found={found} />}
      <CountyVersions found={found} />
    </div>
  );
}

function Unsaved({ name, found }: { readonly name: Name; readonly found: SubjectAnswer }) {
  return (
    <Hint tone="warn">
      <p>{words.unsaved}</p>
      <div class={styles["acts"]}>
        <button
          type="button"
          class="button primary"
          disabled={working.value}
          onClick={() => void saveDraft(found)}
        >
          {words.save}
        </button>
        <button type="button" class="button" onClick={() => forgetEdits(name)}>
          {words.forget}
        </button>
      </div>
    </Hint>
  );
}

/** The files of the subject as forms; long ones are searched. */
function Files({ name, found }: { readonly name: Name; readonly found: SubjectAnswer }) {
  const [find, setFind] = useState("");
  const body = shownBody(found);
  const files = Object.keys(body).filter((file) => !/calendar\/\d{4}/u.test(file));
  const isLong = files.length > 3 || JSON.stringify(body).length > 8000;
  return (
    <section
      class={`card ${styles["card"]}`}
      aria-label={name === "calendar" ? words.calendar.rows : words.open}
    >
      <h2>{name === "calendar" ? words.calendar.rows : words.open}</h2>
      {isLong && (
        <TextField
          id="county-find"
          label={words.tree.find}
          type="search"
          value={find}
          change={(value) => setFind(value.trim())}
        />
      )}
      {files
        .filter((file) => matches(body[file], find))
        .map((file) => (
          <File
            key={file}
            name={name}
            file={file}
            value={body[file]}
            find={find}
            open={!isLong || find !== ""}
          />
        ))}
    </section>
  );
}

interface FileProps {
  readonly name: Name;
  readonly file: string;
  readonly value: unknown;
  readonly find: string;
  readonly open: boolean;
}

function File({ name, file, value, find, open }: FileProps) {
  const [shown, setShown] = useState(false);
  const named = (value as { readonly name?: string } | null)?.name;
  return (
    <details open={open} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <b>{fileLabels[file] ?? named ?? file}</b>
      </summary>
      {(shown || open) && (
        <DataNode id={file} name="" value={value} find={find} change={(next) => edit(name, file, next)} />
      )}
    </details>
  );
}
