import { hush, toast } from "../state/toast.ts";
import { words } from "../words.ts";
import { Icon } from "./Icon.tsx";
import styles from "./ToastBar.module.css";

export function ToastBar() {
  const shown = toast.value;
  return (
    <div class={styles["place"]} role="status" aria-live="polite">
      {shown && (
        <div class={styles["toast"]}>
          <span>{shown.text}</span>
          {shown.act && (
            <button
              type="button"
              class={styles["act"]}
              aria-keyshortcuts="z"
              title={words.key("z")}
              onClick={() => (shown.act?.run(), hush())}
            >
              {shown.act.label}
            </button>
          )}
          <button type="button" class={styles["close"]} aria-label={words.close} onClick={hush}>
            <Icon name="close" size={16} />
          </button>
        </div>
      )}
    </div>
  );
}
