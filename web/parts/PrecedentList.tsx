/** Earlier rulings beside the decision that may rest on them: who had it since, on which line of the duty list. */
import { useEffect, useMemo } from "preact/hooks";
import type { PrecedentRow, PrecedentsAnswer } from "../../server/domain/linking/answers.ts";
import { ask } from "../api.ts";
import { linkingWords } from "../linkingWords.ts";
import { momentText } from "../state/moment.ts";
import { createResource } from "../state/resource.ts";
import { now } from "../state/serverTime.ts";
import { words } from "../words.ts";
import { Loading, ProblemNotice } from "./Notice.tsx";
import styles from "./PrecedentList.module.css";

export function PrecedentList({ caseId }: { readonly caseId: string }) {
  const { precedents: text } = linkingWords;
  const found = useMemo(
    () => createResource<PrecedentsAnswer>(() => ask(`/api/cases/${encodeURIComponent(caseId)}/precedents`)),
    [caseId],
  );
  useEffect(() => void found.load(), [found]);
  const rows = found.value.value?.rows;
  const problem = found.problem.value;
  return (
    <section class={styles["list"]} aria-label={text.title}>
      <h3>{text.title}</h3>
      {problem && <ProblemNotice problem={problem} retry={found.load} />}
      {!rows && !problem && <Loading />}
      {rows?.length === 0 && <p class="muted">{text.none}</p>}
      {rows && rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <Row key={`${row.caseId}-${row.at}`} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: PrecedentRow }) {
  const { precedents: text } = linkingWords;
  const upheld = row.unit.code === row.against.code;
  return (
    <li>
      <p>
        <strong>{text.ruled(row.unit.name)}</strong>
        <span class="muted">
          {words.semicolon}
          {upheld ? text.upheld : text.against(row.against.name)}
        </span>
      </p>
      <p>{text.basis(row.basis.name)}</p>
      {row.note !== null && <q>{row.note}</q>}
      <p class="muted">
        {row.visible ? (
          <a href={`/cases/${row.caseId}`} target="_blank">
            {row.number}
          </a>
        ) : (
          words.elsewhere
        )}
        {` · ${[
          row.item?.name,
          row.township?.name,
          text.levels[row.level],
          momentText(row.at, now.value),
          row.grounds.map((ground) => text.grounds[ground]).join(words.comma),
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}`}
      </p>
    </li>
  );
}
