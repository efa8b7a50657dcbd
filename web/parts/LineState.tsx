/** A strip under the bar that is there only when something waits: reports on the device, a cut line, no network. */
import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso/router";
import { stale } from "../state/live.ts";
import { online, revise, sendAll, stuck, unkept } from "../state/queue.ts";
import type { QueuedReport } from "../state/sending.ts";
import { words } from "../words.ts";
import styles from "./LineState.module.css";
import { queueWords } from "../queueWords.ts";

/** Each kind of report that has not arrived has its own words and its own way out: only some go by themselves. */
export function LineState() {
  const toSend = stuck("toSend").length;
  const signedOut = stuck("signIn").length;
  const refused = stuck("refused");
  const others = stuck("others").length;
  const lost = unkept.value.size;
  return (
    <>
      {toSend > 0 && (
        <Strip>
          <span>
            {online.value ? "" : `${words.shell.offline} · `}
            {queueWords.toSend(toSend)}
          </span>
          <button type="button" class={styles["act"]} onClick={() => void sendAll("asked")}>
            {words.shell.syncNow}
          </button>
        </Strip>
      )}
      {signedOut > 0 && (
        <Strip>
          <span>{queueWords.needSignIn(signedOut)}</span>
          <a class={styles["act"]} href="/signin?to=/home">
            {queueWords.toSignIn}
          </a>
        </Strip>
      )}
      {refused.length > 0 && <Refused records={refused} />}
      {others > 0 && <Strip>{queueWords.ofOthers(others)}</Strip>}
      {lost > 0 && <Strip role="alert">{queueWords.unkept(lost)}</Strip>}
      {!online.value && toSend === 0 && <Strip>{words.shell.offline}</Strip>}
      {online.value && stale.value && <Strip>{words.shell.stale}</Strip>}
    </>
  );
}

/** One is opened to be mended at once; several, or one beside a report that is being written, wait on the first page. */
function Refused({ records }: { readonly records: readonly QueuedReport[] }) {
  const { path, route } = useLocation();
  const [first] = records;
  async function mend(): Promise<void> {
    const isAlone = records.length === 1 && path !== "/report";
    route(first && isAlone ? `/report?draft=${await revise(first)}` : "/home");
  }
  return (
    <Strip tone="refused">
      <span>{queueWords.needMending(records.length)}</span>
      <button type="button" class={styles["act"]} onClick={() => void mend()}>
        {queueWords.toMend}
      </button>
    </Strip>
  );
}

interface StripProps {
  readonly role?: "status" | "alert";
  readonly tone?: "refused";
  readonly children: ComponentChildren;
}

function Strip({ role = "status", tone, children }: StripProps) {
  return (
    <div class={`${styles["strip"]} ${tone ? styles[tone] : ""}`} role={role}>
      {children}
    </div>
  );
}
