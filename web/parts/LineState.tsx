/** A strip under the bar that is there only when something waits: reports on the device, a cut line, no network. */
import { stale } from "../state/live.ts";
import { online, sendAll, unkept, waiting } from "../state/queue.ts";
import { words } from "../words.ts";
import styles from "./LineState.module.css";
import { queueWords } from "../queueWords.ts";

export function LineState() {
  const count = waiting.value.length;
  const lost = unkept.value.size;
  const signedOut = waiting.value.filter(({ state }) => state === "signIn").length;
  if (signedOut > 0 && online.value) {
    return (
      <div class={`${styles["strip"]} ${styles["queue"]}`} role="status">
        <span>{queueWords.needSignIn(signedOut)}</span>
        <a class={styles["act"]} href="/signin?to=/home">
          {queueWords.toSignIn}
        </a>
      </div>
    );
  }
  if (count > 0) {
    return (
      <div class={`${styles["strip"]} ${styles["queue"]}`} role="status">
        <span>
          {online.value ? "" : `${words.shell.offline} · `}
          {words.shell.waiting(count)}
          {lost > 0 && ` · ${queueWords.unkept(lost)}`}
        </span>
        <button type="button" class={styles["act"]} onClick={() => void sendAll("asked")}>
          {words.shell.syncNow}
        </button>
      </div>
    );
  }
  if (lost > 0) {
    return (
      <div class={styles["strip"]} role="alert">
        {queueWords.unkept(lost)}
      </div>
    );
  }
  if (!online.value) {
    return (
      <div class={styles["strip"]} role="status">
        {words.shell.offline}
      </div>
    );
  }
  return stale.value ? (
    <div class={styles["strip"]} role="status">
      {words.shell.stale}
    </div>
  ) : null;
}
