/** In a case file: the component it is about, whose it is, and whether it fails again and again. */
import { useEffect, useMemo } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { componentWords } from "../componentWords.ts";
import { createComponentFile } from "../state/components.ts";
import { momentText } from "../state/moment.ts";
import { ProblemNotice } from "./Notice.tsx";
import styles from "./Panel.module.css";

interface ComponentCardProps {
  readonly component: NonNullable<CaseAnswer["component"]>;
}

const { file: text } = componentWords;

export function ComponentCard({ component }: ComponentCardProps) {
  const { code, name, owner } = component;
  const file = useMemo(() => createComponentFile(code), [code]);
  useEffect(() => void file.load(), [file]);
  const found = file.value.value;
  const problem = file.problem.value;
  return (
    <section class={`card ${styles["card"]}`} aria-label={text.inCase}>
      <h2>{text.inCase}</h2>
      <p>
        <a href={`/component/${code}`}>
          <strong>{name}</strong>
        </a>
        <br />
        <span class="muted">{code}</span>
      </p>
      <p>{owner === null ? text.ownerUnknown : text.ownerIs(owner.name)}</p>
      {problem && <ProblemNotice problem={problem} retry={file.load} />}
      {found && (
        <p class="muted">
          {found.repeated && <b class={styles["grave"]}>{componentWords.repeated} </b>}
          {[
            componentWords.counts(found.cases, found.open),
            text.mended(found.mended),
            ...(found.lastMendedAt === null
              ? []
              : [text.lastMended(momentText(found.lastMendedAt, found.now))]),
          ].join(" · ")}
        </p>
      )}
    </section>
  );
}
