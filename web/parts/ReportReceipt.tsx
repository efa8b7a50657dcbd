/** After sending: the number, whose it is, until when, and the way to follow it. Or: safe on this phone. */
import { useState } from "preact/hooks";
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import { deskWords } from "../../server/domain/words.ts";
import { nearWords } from "../nearWords.ts";
import { deadlineText } from "../state/moment.ts";
import { account } from "../state/session.ts";
import { now } from "../state/serverTime.ts";
import type { ReportForm } from "../state/reportForm.ts";
import { online, waiting } from "../state/queue.ts";
import { say } from "../state/toast.ts";
import { queueWords } from "../queueWords.ts";
import { words } from "../words.ts";
import { Hint } from "./Notice.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./ReportReceipt.module.css";
import { reportWords } from "../reportWords.ts";

export function ReportReceipt({ form }: { readonly form: ReportForm }) {
  const receipt = form.receipt.value;
  const kept = waiting.value.find((record) => record.id === form.draft.value.id);
  const isRefused = kept?.state === "refused";
  return (
    <section class={`card ${styles["receipt"]}`} aria-live="polite">
      <span class={`${styles["mark"]} ${receipt ? "" : styles["kept"]}`}>
        <Icon name={receipt ? "check" : "clock"} size={30} />
      </span>
      <h1>{receipt ? reportWords.sent : isRefused ? reportWords.refused : reportWords.kept}</h1>
      {!receipt && <p>{hintOf(isRefused)}</p>}
      {kept?.problem && online.value && <Hint tone="warn">{kept.problem}</Hint>}
      {receipt && <Told receipt={receipt} />}
      {receipt && form.draft.value.sameAs != null && (
        <Hint>{receipt.state === "merged" ? nearWords.joined : nearWords.told}</Hint>
      )}
      <div class={styles["next"]}>
        {isRefused ? (
          <button type="button" class="button primary" onClick={() => void form.mend()}>
            {queueWords.toMend}
          </button>
        ) : (
          <button type="button" class="button primary" onClick={form.again}>
            {reportWords.again}
          </button>
        )}
        <a class="button" href={account.value ? "/home" : "/"}>
          {reportWords.finish}
        </a>
        {!isRefused && <TakeBack form={form} />}
      </div>
    </section>
  );
}

function hintOf(isRefused: boolean): string {
  if (isRefused) return reportWords.refusedHint;
  return online.value ? reportWords.keptBusy : reportWords.keptHint;
}

/** 撤销, for as long as the receipt is looked at: a bar that goes away by itself is too quick for some. */
function TakeBack({ form }: { readonly form: ReportForm }) {
  const [busy, setBusy] = useState(false);

  async function press(): Promise<void> {
    setBusy(true);
    const why = await form.undo();
    setBusy(false);
    say(why ?? queueWords.takenBack);
  }

  return (
    <button type="button" class="button quiet" disabled={busy} onClick={() => void press()}>
      {reportWords.takeBack}
    </button>
  );
}

function Told({ receipt }: { readonly receipt: ReportAnswer }) {
  const { receipt: text } = reportWords;
  const due = (at: number | null) => (at === null ? words.none : deadlineText(at, now.value));
  return (
    <>
      <p class={styles["number"]}>{receipt.number}</p>
      {receipt.danger.length > 0 && <Hint tone="danger">{reportWords.danger}</Hint>}
      <dl class={styles["told"]}>
        <div>
          <dt>{text.item}</dt>
          <dd>
            {receipt.item?.name ?? text.itemLater}
            {receipt.item && !receipt.sure && <span class="muted"> {reportWords.previewUnsure}</span>}
          </dd>
        </div>
        <div>
          <dt>{text.cell}</dt>
          <dd>{receipt.cell?.name ?? text.cellLater}</dd>
        </div>
        <div>
          <dt>{text.unit}</dt>
          <dd>{receipt.responsible?.unit.name ?? text.unitLater}</dd>
        </div>
        <div>
          <dt>{text.file}</dt>
          <dd>{due(receipt.deadlines.file)}</dd>
        </div>
        <div>
          <dt>{text.handle}</dt>
          <dd>{due(receipt.deadlines.handle)}</dd>
        </div>
        <div>
          <dt>{text.code}</dt>
          <dd>
            <a href={words.progressAddress(receipt)}>{receipt.trackingCode}</a>
          </dd>
        </div>
        <div>
          <dt>{text.record}</dt>
          <dd>{receipt.recordHash.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ")}</dd>
        </div>
      </dl>
      {receipt.desk.length > 0 && (
        <p class="muted">{reportWords.looked(receipt.desk.map((reason) => deskWords[reason]))}</p>
      )}
      <a href={words.progressAddress(receipt)}>{reportWords.follow}</a>
    </>
  );
}
