/** 侧看: the case of a row beside its list, with the essentials and the acts; Enter or the head opens all of it. */
import { useEffect, useMemo } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { actionWords } from "../../server/domain/words.ts";
import type { Action } from "../../server/domain/workflow.ts";
import { type CaseFile, createCaseFile } from "../state/caseFile.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { peekWords } from "../peekWords.ts";
import { worklistWords } from "../worklistWords.ts";
import { caseWords } from "../caseWords.ts";
import { words } from "../words.ts";
import { ClockRow } from "./ClockRow.tsx";
import { Countdown } from "./Countdown.tsx";
import { Icon } from "./Icon.tsx";
import { MoveBar } from "./MoveBar.tsx";
import { Hint, Loading, ProblemNotice } from "./Notice.tsx";
import { UnitContact } from "./UnitContact.tsx";
import styles from "./PeekPane.module.css";
import { PhotoStrip } from "./PhotoStrip.tsx";
import { PlaceLine } from "./PlaceLine.tsx";
import { StateBadge } from "./StateBadge.tsx";

/** Who goes through the list with a key held down asks for the case they stop at. */
const REST = 120;
const LAST = 4;

interface PeekPaneProps {
  readonly id: string;
  readonly close: () => void;
}

export function PeekPane({ id, close }: PeekPaneProps) {
  const file = useMemo(() => createCaseFile(id), [id]);
  useEffect(() => {
    const timer = setTimeout(() => void file.load(), REST);
    const stop = file.follow();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [file]);
  const found = file.found.value.value;
  const problem = file.found.problem.value;
  return (
    <aside class={`card ${styles["pane"]}`} data-beside={id} aria-label={peekWords.title}>
      <button type="button" class={styles["close"]} aria-label={peekWords.close} onClick={close}>
        <Icon name="close" />
      </button>
      {problem && <ProblemNotice problem={problem} retry={file.load} />}
      {found ? <Essentials key={id} file={file} found={found} /> : !problem && <Loading />}
    </aside>
  );
}

function Essentials({ file, found }: { readonly file: CaseFile; readonly found: CaseAnswer }) {
  return (
    <>
      <header class={styles["head"]}>
        <h2>
          <a href={`/cases/${found.id}`}>{found.item?.name ?? worklistWords.noItem}</a>
        </h2>
        <p class="muted">
          {found.number} · {momentText(found.reportedAt, now.value)}
        </p>
        <p class={styles["key"]}>
          <StateBadge state={found.state} />
          <span>{found.holder?.name ?? caseWords.nobody}</span>
          {found.holder && <UnitContact code={found.holder.code} />}
          <Countdown of={found} idle={worklistWords.noClock[found.state] ?? words.none} />
        </p>
      </header>
      {found.desk.includes("danger") && <Hint tone="danger">{caseWords.danger(found.reading.danger)}</Hint>}
      <p class={styles["text"]}>{found.text}</p>
      <PhotoStrip photos={found.photos} />
      <PlaceLine found={found} />
      <section class={styles["moves"]}>
        <MoveBar file={file} found={found} />
      </section>
      {found.clocks.some(({ running }) => running) && (
        <ul aria-label={caseWords.clocks}>
          {found.clocks
            .filter(({ running }) => running)
            .map((clock) => (
              <ClockRow key={clock.id} caseId={found.id} clock={clock} />
            ))}
        </ul>
      )}
      <Last found={found} />
      <a class="button" href={`/cases/${found.id}`}>
        {peekWords.whole}
      </a>
    </>
  );
}

/** The latest acts, newest first. */
function Last({ found }: { readonly found: CaseAnswer }) {
  return (
    <ol class={styles["last"]} aria-label={caseWords.timeline}>
      {found.history
        .slice(-LAST)
        .reverse()
        .map(({ seq, action, actor, at }) => (
          <li key={seq}>
            <b>{actionWords[action as Action] ?? action}</b>
            <span>{[actor.unit?.name, actor.name].filter(Boolean).join(" · ")}</span>
            <small>{momentText(at, now.value)}</small>
          </li>
        ))}
    </ol>
  );
}
