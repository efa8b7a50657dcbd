/** One component: whose it is, where it stands, and how often it failed. */
import { useRoute } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import type { ComponentAnswer } from "../../server/domain/component/answers.ts";
import { componentWords } from "../componentWords.ts";
import { MapPane } from "../parts/MapPane.tsx";
import { Empty, Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { StateBadge } from "../parts/StateBadge.tsx";
import { createComponentFile } from "../state/components.ts";
import { momentText } from "../state/moment.ts";
import { words } from "../words.ts";
import styles from "../parts/Panel.module.css";

const { file: text } = componentWords;

export function ComponentFile() {
  const code = useRoute().params["code"] ?? "";
  const file = useMemo(() => createComponentFile(code), [code]);
  useEffect(() => void file.load(), [file]);
  const found = file.value.value;
  const problem = file.problem.value;
  if (!found && problem?.status === 404) return <Empty icon="search" title={text.missing} hint={code} />;
  if (!found) return problem ? <ProblemNotice problem={problem} retry={file.load} /> : <Loading />;
  return (
    <article class={styles["page"]}>
      <header class={styles["head"]}>
        <div>
          <h1>{found.name}</h1>
          <p class="muted">
            {found.class.name} · {componentWords.states[found.state]}
          </p>
        </div>
      </header>
      {found.repeated && <Hint tone="warn">{text.repeatedHint(found.lately, found.rule.days)}</Hint>}
      {found.open > 0 && <Hint>{text.openNow(found.open)}</Hint>}
      <div class={styles["columns"]}>
        <Facts found={found} />
        <MapPane label={text.map(found.name)} focus={found.point} height="260px" />
      </div>
      <History found={found} />
    </article>
  );
}

function Facts({ found }: { readonly found: ComponentAnswer }) {
  const { owner, unit } = found;
  const rows: readonly (readonly [string, string])[] = [
    [text.code, found.code],
    [componentWords.owner, owner?.name ?? text.ownerUnknown],
    ...(unit !== null && unit.code !== owner?.code
      ? [[text.inCase, componentWords.unit(unit.name)] as const]
      : []),
    [text.cell, `${found.township?.name ?? ""} ${found.cell?.name ?? words.none}`.trim()],
    [text.source, found.source],
    [text.updated, momentText(found.updatedAt, found.now)],
  ];
  return (
    <section class={`card ${styles["card"]} ${styles["reasons"]}`} aria-label={found.name}>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function History({ found }: { readonly found: ComponentAnswer }) {
  const { history, mended, lastMendedAt } = found;
  return (
    <section class={`card ${styles["card"]}`} aria-label={text.history}>
      <h2>{text.history}</h2>
      <p class="muted">
        {history.length === 0
          ? text.none
          : [
              componentWords.counts(found.cases, found.open),
              text.mended(mended),
              lastMendedAt === null ? text.neverMended : text.lastMended(momentText(lastMendedAt, found.now)),
            ].join(" · ")}
      </p>
      <ul class={styles["list"]}>
        {history.map((row) => (
          <li key={`${row.number}-${row.reportedAt}`} class={styles["rule"]}>
            <div>
              {row.id === null ? (
                <span class="muted">{text.hidden}</span>
              ) : (
                <a href={`/cases/${row.id}`}>{row.number}</a>
              )}{" "}
              <StateBadge state={row.state} />
              <p>{row.text ?? row.item?.name}</p>
            </div>
            <p class="muted">
              {momentText(row.reportedAt, found.now)}
              {row.leadUnit && ` · ${row.leadUnit.name}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
