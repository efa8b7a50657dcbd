/** One finding: its sentence, the cases behind it, and what a person makes of it. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { FindingCase, FindingRow, FindingsAnswer } from "../../server/domain/analysis/answers.ts";
import { analysisWords as text } from "../analysisWords.ts";
import type { Problem } from "../api.ts";
import { pinLayer } from "../map/pins.ts";
import { createFindingCases, decideFinding } from "../state/analysis.ts";
import { momentText } from "../state/moment.ts";
import { say } from "../state/toast.ts";
import { words } from "../words.ts";
import { Field } from "./Field.tsx";
import { MapPane } from "./MapPane.tsx";
import { Loading, ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";
import { StateBadge } from "./StateBadge.tsx";
import { TextField } from "./TextField.tsx";

interface FindingCardProps {
  readonly row: FindingRow;
  readonly found: FindingsAnswer;
}

export function FindingCard({ row, found }: FindingCardProps) {
  const [isOpen, setOpen] = useState(false);
  const [isDismissing, setDismissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { id, decided } = row;

  async function decide(act: "task" | "dismiss" | "reopen", done: string, body: object = {}): Promise<void> {
    setBusy(true);
    const refused = await decideFinding(id, act, body);
    setBusy(false);
    setProblem(refused);
    if (refused) return;
    setDismissing(false);
    const back = { label: words.undo, run: () => void decide("reopen", text.reopened) };
    say(done, act === "dismiss" ? back : null);
  }

  return (
    <article class={`card ${styles["card"]}`} aria-label={row.sentence}>
      <p>
        <strong>{row.sentence}</strong>
      </p>
      {decided && <Decided decided={decided} now={found.now} />}
      {problem && <ProblemNotice problem={problem} />}
      <div class={styles["acts"]}>
        <button type="button" class="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? text.hideCases : text.showCases(row.count)}
        </button>
        {row.component && (
          <a class="button" href={`/component/${row.component.code}`}>
            {text.component}
          </a>
        )}
        {found.mayDecide && row.state === "open" && (
          <>
            <button
              type="button"
              class="button primary"
              disabled={busy}
              onClick={() => void decide("task", text.tasked)}
            >
              {text.task}
            </button>
            <button
              type="button"
              class="button quiet"
              aria-expanded={isDismissing}
              onClick={() => setDismissing(!isDismissing)}
            >
              {text.dismiss}
            </button>
          </>
        )}
        {decided?.mayReopen && (
          <button
            type="button"
            class="button quiet"
            disabled={busy}
            onClick={() => void decide("reopen", text.reopened)}
          >
            {text.reopen}
          </button>
        )}
        {decided?.taskCase && (
          <a class="button" href={`/cases/${decided.taskCase}`}>
            {text.toTask}
          </a>
        )}
      </div>
      {isDismissing && (
        <Dismissal
          id={id}
          reasons={found.reasons}
          busy={busy}
          send={(body) => void decide("dismiss", text.dismissed, body)}
        />
      )}
      {isOpen && <Cases id={id} />}
    </article>
  );
}

function Decided({
  decided,
  now,
}: {
  readonly decided: NonNullable<FindingRow["decided"]>;
  readonly now: number;
}) {
  const { by, at, reason, note } = decided;
  return (
    <p class="muted">
      {[text.decidedBy(by, momentText(at, now)), reason?.name, note].filter(Boolean).join(" · ")}
    </p>
  );
}

interface DismissalProps {
  readonly id: string;
  readonly reasons: FindingsAnswer["reasons"];
  readonly busy: boolean;
  readonly send: (body: { readonly reason: string; readonly note: string }) => void;
}

function Dismissal({ id, reasons, busy, send }: DismissalProps) {
  const [reason, setReason] = useState("");
  const [note, setNote] = useState("");
  const isLacking = reason === "" || (reason === "other" && note.trim() === "");
  return (
    <form
      class={styles["publish"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isLacking) send({ reason, note });
      }}
    >
      <Field id={`reason-${id}`} label={text.reason} required>
        <select id={`reason-${id}`} value={reason} onChange={(event) => setReason(event.currentTarget.value)}>
          <option value="">{text.choose}</option>
          {reasons.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <TextField
        id={`note-${id}`}
        label={text.note}
        value={note}
        maxLength={500}
        hint={text.noteHint}
        change={setNote}
      />
      <button type="submit" class="button" disabled={isLacking || busy}>
        {text.confirm}
      </button>
    </form>
  );
}

function Cases({ id }: { readonly id: string }) {
  const file = useMemo(() => createFindingCases(id), [id]);
  useEffect(() => void file.load(), [file]);
  const found = file.value.value;
  const problem = file.problem.value;
  if (!found) return problem ? <ProblemNotice problem={problem} retry={file.load} /> : <Loading />;
  return (
    <div class={styles["columns"]}>
      <ul class={`${styles["list"]} ${styles["changes"]}`}>
        {found.rows.map((row) => (
          <li key={row.id} class={styles["rule"]}>
            <div>
              <a href={`/cases/${row.id}`}>{row.number}</a> <StateBadge state={row.state} />{" "}
              <span class="muted">{momentText(row.reportedAt, found.now)}</span>
              <p>{row.text}</p>
            </div>
          </li>
        ))}
        {found.hidden > 0 && <li class="muted">{text.hidden(found.hidden)}</li>}
      </ul>
      <CaseMap rows={found.rows} />
    </div>
  );
}

/** Room around the outermost case, in degrees. */
const ROOM = 0.004;

function CaseMap({ rows }: { readonly rows: readonly FindingCase[] }) {
  const pins = useMemo(
    () =>
      rows.flatMap(({ id, number, point }) =>
        point === null ? [] : [{ id, point, title: number, lamp: "red" as const }],
      ),
    [rows],
  );
  const layers = useMemo(() => [pinLayer(pins, (id) => location.assign(`/cases/${id}`))], [pins]);
  const frame = useMemo(() => frameOf(pins), [pins]);
  return frame === null ? null : <MapPane label={text.map} height="260px" layers={layers} frame={frame} />;
}

function frameOf(pins: readonly { readonly point: { readonly lng: number; readonly lat: number } }[]) {
  if (pins.length === 0) return null;
  const lngs = pins.map(({ point }) => point.lng);
  const lats = pins.map(({ point }) => point.lat);
  return {
    west: Math.min(...lngs) - ROOM,
    east: Math.max(...lngs) + ROOM,
    south: Math.min(...lats) - ROOM,
    north: Math.max(...lats) + ROOM,
  };
}
