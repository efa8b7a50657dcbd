/** 水印: who looks at this page, and when. It lies over the page, takes no click, and nothing reads it aloud. */
import { wallClock } from "../../server/domain/time.ts";
import { now } from "../state/serverTime.ts";
import { account, isWatermarked, unit } from "../state/session.ts";
import styles from "./Watermark.module.css";

export function Watermark() {
  const person = account.value;
  if (!person || !isWatermarked.value) return null;
  const who = [person.name, unit.value?.name].filter(Boolean).join(" ");
  return (
    <svg class={styles["mark"]} aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="viewer-mark"
          width="360"
          height="190"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-22)"
        >
          <text x="0" y="60">
            {who}
          </text>
          <text x="0" y="82">
            {wallClock(now.value)}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#viewer-mark)" />
    </svg>
  );
}
