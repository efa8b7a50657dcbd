/** One version that counted: its number, why it was made, from when it counts and who published it. */
import type { ComponentChildren } from "preact";
import type { Instant } from "../../server/domain/time.ts";
import type { VersionRow } from "../../server/domain/versionHead.ts";
import { publishWords as words } from "../publishWords.ts";
import { momentText } from "../state/moment.ts";
import styles from "./Panel.module.css";

interface VersionLineProps {
  readonly row: VersionRow;
  readonly isCurrent: boolean;
  readonly now: Instant;
  /** What may be done with it. */
  readonly children?: ComponentChildren;
}

export function VersionLine({ row, isCurrent, now, children }: VersionLineProps) {
  return (
    <li class={styles["rule"]}>
      <div>
        <b>{words.version(row.version)}</b> {isCurrent && words.current}
        <p>{row.restores === null ? row.note : words.restores(row.restores)}</p>
        <p class="muted">
          {row.validFrom !== null && words.from(row.validFrom)} {row.by}{" "}
          {momentText(row.publishedAt ?? row.changedAt, now)}
        </p>
      </div>
      {children}
    </li>
  );
}
