/** A component of the register: whose it is, where it stands, and how often it was reported. */
import type { ComponentListRow } from "../../server/domain/component/answers.ts";
import { componentWords } from "../componentWords.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import styles from "./Panel.module.css";

export function ComponentItem({ row }: { readonly row: ComponentListRow }) {
  const { owner, unit } = row;
  return (
    <li class={styles["rule"]}>
      <div>
        <a href={`/component/${row.code}`}>
          <strong>{row.name}</strong>
        </a>
        <p class="muted">
          {row.class.name} · {row.code}
          {row.state !== "inUse" && ` · ${componentWords.states[row.state]}`}
        </p>
      </div>
      <div class={styles["aside"]}>
        <p>{owner?.name ?? <span class={styles["warning"]}>{componentWords.file.ownerUnknown}</span>}</p>
        <p class="muted">
          {[
            ...(unit !== null && unit.code !== owner?.code ? [componentWords.unit(unit.name)] : []),
            `${row.township?.name ?? ""} ${row.cell?.name ?? ""}`.trim(),
          ].join(" · ")}
        </p>
        <p class="muted">
          {row.repeated && <b class={styles["grave"]}>{componentWords.repeated} </b>}
          {componentWords.counts(row.cases, row.open)}
          {row.lastReportedAt !== null &&
            ` · ${componentWords.last(momentText(row.lastReportedAt, now.value))}`}
        </p>
      </div>
    </li>
  );
}
