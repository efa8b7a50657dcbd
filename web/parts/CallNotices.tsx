/** What was told about calls, above the messages about cases. */
import type { InboxAnswer } from "../../server/domain/inboxAnswers.ts";
import { callActionWords, callLevelWords } from "../../server/domain/call/callWords.ts";
import { callText } from "../callText.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import styles from "./NoticeRow.module.css";

const urgent = ["overdue", "climb", "reopen", "uncaught"];

/** The newest; older ones are found in the list of calls. */
const MOST = 10;

export function CallNotices({ rows }: { readonly rows: InboxAnswer["calls"] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={callText.inbox.title}>
      <h2>{callText.inbox.title}</h2>
      <ul class="card">
        {rows.slice(0, MOST).map((row) => (
          <li key={row.id}>
            <a class={`${styles["row"]} ${styles["call"]}`} href={`/calls/${row.callId}`}>
              <b class={urgent.includes(row.kind) || row.level === "emergency" ? styles["urgent"] : ""}>
                {kindWord(row.kind)}
              </b>
              <span class={styles["text"]}>{row.text}</span>
              <span class="muted">
                {callLevelWords[row.level]} · {row.number} · {momentText(row.createdAt, now.value)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function kindWord(kind: string): string {
  return callText.inbox.kinds[kind] ?? callActionWords[kind as keyof typeof callActionWords] ?? kind;
}
