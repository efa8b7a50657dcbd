/** Every report on this device with its state: 待发送 → 发送中 → 已送达, or what stands in its way. */
import { drop, online, records, sendAll } from "../state/queue.ts";
import type { QueuedReport } from "../state/sending.ts";
import { itemOf } from "../state/reference.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { words } from "../words.ts";
import styles from "./QueueList.module.css";

export function QueueList() {
  const shown = [...records.value].reverse().slice(0, 10);
  return (
    <ul class={`card ${styles["list"]}`}>
      {shown.map((record) => (
        <li key={record.id} class={styles["row"]}>
          <span class={styles["text"]}>
            {record.draft.text || itemOf(record.draft.itemCode)?.name || words.none}
            <small>{momentText(record.queuedAt, now.value)}</small>
            {record.problem !== null && online.value && (
              <small class={styles["problem"]}>{record.problem}</small>
            )}
          </span>
          <State record={record} />
        </li>
      ))}
    </ul>
  );
}

function State({ record }: { readonly record: QueuedReport }) {
  if (record.receipt) {
    return (
      <a class={styles["sent"]} href={`/cases/${record.receipt.id}`}>
        {words.queue.sent(record.receipt.number)}
      </a>
    );
  }
  return (
    <span class={styles["state"]}>
      {words.queue.states[record.state]}
      {record.state === "refused" ? (
        <button type="button" class="button quiet" onClick={() => void drop(record.id)}>
          {words.queue.drop}
        </button>
      ) : (
        <button type="button" class="button quiet" onClick={() => void sendAll("asked")}>
          {words.shell.syncNow}
        </button>
      )}
    </span>
  );
}
