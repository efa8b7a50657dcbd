/** Every report on this device with its state: 待发送 → 发送中 → 已送达, or what stands in its way and the way out. */
import { useLocation } from "preact-iso/router";
import { bringBack, drop, isReadable, online, records, revise, sendAll, waiting } from "../state/queue.ts";
import type { QueuedReport } from "../state/sending.ts";
import { itemOf } from "../state/reference.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { say } from "../state/toast.ts";
import { words } from "../words.ts";
import kept from "./Kept.module.css";
import styles from "./QueueList.module.css";
import { queueWords } from "../queueWords.ts";

/** Receipts; what has not arrived is always shown. */
const RECEIPTS = 10;

export function QueueList() {
  const arrived = records.value.filter(({ state }) => state === "sent");
  const shown = [...waiting.value.toReversed(), ...arrived.toReversed().slice(0, RECEIPTS)];
  return (
    <>
      <ul class="card">
        {shown.map((record) => (
          <li key={record.id} class={`${kept["row"]} ${styles["row"]}`}>
            <span class={`${kept["text"]} ${styles["text"]}`}>
              {isReadable(record)
                ? record.draft.text || titleOf(record.draft.itemCode ?? "")
                : queueWords.others}
              <small>{momentText(record.queuedAt, now.value)}</small>
              {record.problem !== null && online.value && (
                <small class={kept["problem"]}>{record.problem}</small>
              )}
            </span>
            <State record={record} />
          </li>
        ))}
      </ul>
      {waiting.value.some(isReadable) && (
        <button type="button" class="button quiet" onClick={() => void exportWaiting()}>
          {queueWords.exportAll}
        </button>
      )}
    </>
  );
}

function State({ record }: { readonly record: QueuedReport }) {
  const { route } = useLocation();
  if (!isReadable(record)) return <span class={styles["state"]}>{queueWords.states[record.state]}</span>;
  if (record.receipt) {
    return (
      <a class={styles["sent"]} href={`/cases/${record.receipt.id}`}>
        {queueWords.sent(record.receipt.number)}
      </a>
    );
  }
  if (record.state !== "refused") {
    return (
      <span class={styles["state"]}>
        {queueWords.states[record.state]}
        {record.state === "signIn" ? (
          <a class="button quiet" href="/signin?to=/home">
            {queueWords.toSignIn}
          </a>
        ) : (
          <button type="button" class="button quiet" onClick={() => void sendAll("asked")}>
            {words.shell.syncNow}
          </button>
        )}
      </span>
    );
  }
  return (
    <span class={styles["state"]}>
      {queueWords.states[record.state]}
      <button
        type="button"
        class="button quiet"
        onClick={() => void revise(record).then((id) => route(`/report?draft=${id}`))}
      >
        {queueWords.revise}
      </button>
      <button type="button" class="button quiet" onClick={() => void dropWithWayBack(record)}>
        {queueWords.drop}
      </button>
    </span>
  );
}

async function dropWithWayBack(record: QueuedReport): Promise<void> {
  await drop(record.id);
  say(queueWords.dropped, { label: words.undo, run: () => void bringBack(record) });
}

/** The packer comes only when somebody needs it; it is among the files that the service worker keeps. */
async function exportWaiting(): Promise<void> {
  const { saveReports } = await import("../state/exportQueue.ts");
  const stuck = waiting.value.filter(isReadable);
  await saveReports(stuck, titleOf);
  say(queueWords.exported(stuck.length));
}

function titleOf(code: string): string {
  return itemOf(code)?.name ?? words.none;
}
