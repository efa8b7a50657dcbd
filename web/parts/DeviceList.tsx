/** Where one is signed in, and ending it. */
import { useState } from "preact/hooks";
import type { DeviceRow } from "../../server/domain/sessionAnswers.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Problem } from "../api.ts";
import { securityWords } from "../securityWords.ts";
import { momentText } from "../state/moment.ts";
import { endDevice } from "../state/security.ts";
import { words as common } from "../words.ts";
import styles from "./DeviceList.module.css";
import { ProblemNotice } from "./Notice.tsx";
import card from "./SecurityCard.module.css";

const words = securityWords.devices;

interface DeviceListProps {
  readonly devices: readonly DeviceRow[];
  readonly now: Instant;
}

export function DeviceList({ devices, now }: DeviceListProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const end = (id: string | null) => void endDevice(id).then(setProblem);
  return (
    <section class={`card ${card["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p class="muted">{words.hint}</p>
      {problem && <ProblemNotice problem={problem} />}
      <ul>
        {devices.map((row) => (
          <li key={row.id} class={styles["device"]}>
            <div>
              <strong>{row.device}</strong> {row.here && <span class="muted">{words.here}</span>}
              <p class="muted">
                {words.since} {momentText(row.createdAt, now)}
                {common.semicolon}
                {words.seen} {momentText(row.seenAt, now)}
              </p>
            </div>
            {!row.here && (
              <button
                type="button"
                class="button quiet"
                aria-label={words.endOf(row.device)}
                onClick={() => end(row.id)}
              >
                {words.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      {devices.length > 1 && (
        <button type="button" class="button" onClick={() => end(null)}>
          {words.endOthers}
        </button>
      )}
    </section>
  );
}
