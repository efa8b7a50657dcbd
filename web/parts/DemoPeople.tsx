/** Accounts of the demo county, one of each role in front: pressed, one is signed in. */
import type { DemoAnswer } from "../../server/domain/sessionAnswers.ts";
import { roleWords } from "../../server/domain/words.ts";
import { words } from "../words.ts";
import styles from "./DemoPeople.module.css";

/** In the order in which a case passes through their hands. */
const roles = ["gridWorker", "township", "department", "centre", "leader", "admin"] as const;

type DemoRow = DemoAnswer["accounts"][number];

interface DemoPeopleProps {
  readonly rows: readonly DemoRow[];
  readonly busy: boolean;
  readonly sign: (row: DemoRow) => void;
}

export function DemoPeople({ rows, busy, sign }: DemoPeopleProps) {
  const first = roles.map((role) => rows.find((row) => row.role === role)).filter((row) => row !== undefined);
  const others = rows.filter((row) => !first.includes(row));
  return (
    <>
      <h2>{words.signIn.demoTitle}</h2>
      <p class="muted">{words.signIn.demoHint}</p>
      <DemoList rows={first} busy={busy} sign={sign} />
      {others.length > 0 && (
        <details class={styles["others"]}>
          <summary>{words.signIn.demoMore(others.length)}</summary>
          <DemoList rows={others} busy={busy} sign={sign} />
        </details>
      )}
    </>
  );
}

function DemoList({ rows, busy, sign }: DemoPeopleProps) {
  return (
    <ul class={styles["demo"]}>
      {rows.map((row) => (
        <li key={row.username}>
          <button type="button" class={styles["person"]} disabled={busy} onClick={() => sign(row)}>
            <strong>{roleWords[row.role]}</strong>
            <span>
              {row.name}
              {row.unit === null ? "" : ` · ${row.unit}`}
            </span>
            <code>{row.username}</code>
          </button>
        </li>
      ))}
    </ul>
  );
}
