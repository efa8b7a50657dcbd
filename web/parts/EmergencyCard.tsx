/** One emergency: where, why, since when, its briefs, and the one act that undoes all of it. */
import { useState } from "preact/hooks";
import type { EmergencyAnswer } from "../../server/domain/emergency/answers.ts";
import type { Problem } from "../api.ts";
import { emergencyWords } from "../emergencyWords.ts";
import { end } from "../state/emergency.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import styles from "./EmergencyCard.module.css";
import { ProblemNotice } from "./Notice.tsx";

interface EmergencyCardProps {
  readonly row: EmergencyAnswer;
  readonly maySwitch: boolean;
}

export function EmergencyCard({ row, maySwitch }: EmergencyCardProps) {
  const moment = (at: number) => momentText(at, now.value);
  return (
    <article class={`card ${styles["card"]} ${row.endedAt === null ? styles["live"] : ""}`}>
      <h3>{emergencyWords.areaOf(row.area.map(({ name }) => name))}</h3>
      <p>{row.reason}</p>
      <p class="muted">{emergencyWords.since(moment(row.startedAt), row.startedBy)}</p>
      {row.endedAt !== null && (
        <p class="muted">{emergencyWords.over(moment(row.endedAt), row.endedBy ?? "", row.endWords ?? "")}</p>
      )}
      {row.endedAt === null && maySwitch && <EndForm id={row.id} />}
      <details open={row.endedAt === null}>
        <summary>{emergencyWords.briefs}</summary>
        <ol class={styles["log"]}>
          {row.log.map(({ kind, at, by, facts }) => (
            <li key={`${kind}-${at}`}>
              <b>
                {moment(at)} {emergencyWords.kinds[kind]} {by}
              </b>
              <p>{emergencyWords.facts(facts)}</p>
              {facts.missed > 0 && <p class="muted">{emergencyWords.missed(facts.missed)}</p>}
            </li>
          ))}
        </ol>
      </details>
    </article>
  );
}

function EndForm({ id }: { readonly id: string }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setProblem(await end(id, reason));
  }

  if (!isOpen)
    return (
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {emergencyWords.end}
      </button>
    );
  return (
    <form class={styles["end"]} onSubmit={(event) => void submit(event)}>
      {problem && <ProblemNotice problem={problem} />}
      <label>
        {emergencyWords.endReason}
        <textarea
          rows={2}
          required
          minLength={2}
          maxLength={500}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button primary">
        {emergencyWords.endSubmit}
      </button>
      <button type="button" class="button" onClick={() => setOpen(false)}>
        {emergencyWords.cancel}
      </button>
    </form>
  );
}
