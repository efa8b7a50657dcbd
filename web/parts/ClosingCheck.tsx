/** 办结核对: photos, answer and second look, each with what is odd about it. Hints for a person, who decides. */
import { useEffect, useMemo } from "preact/hooks";
import type { ClosingAnswer } from "../../server/domain/closing/answers.ts";
import { closingWords as text } from "../closingWords.ts";
import { createClosing } from "../state/closing.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { words } from "../words.ts";
import styles from "./ClosingCheck.module.css";
import { Hint, Loading, ProblemNotice } from "./Notice.tsx";
import { ReplyHints } from "./ReplyHints.tsx";

interface ClosingCheckProps {
  readonly caseId: string;
  readonly version: number;
}

export function ClosingCheck({ caseId, version }: ClosingCheckProps) {
  const closing = useMemo(() => createClosing(caseId), [caseId]);
  useEffect(() => void closing.load(), [closing, version]);
  const answer = closing.value.value;
  const problem = closing.problem.value;
  return (
    <section class={styles["check"]} aria-label={text.title}>
      <h2>{text.title}</h2>
      {problem && <ProblemNotice problem={problem} retry={closing.load} />}
      {!answer && !problem && <Loading />}
      {answer && <Found answer={answer} />}
    </section>
  );
}

function Found({ answer: { photos, reply, recheck, scales } }: { readonly answer: ClosingAnswer }) {
  const odd = photos.filter(({ marks }) => marks.length > 0);
  return (
    <>
      {recheck?.solved === false && <Hint tone="warn">{text.disagree}</Hint>}
      {photos.length > 0 && (
        <>
          <h3>{text.photos}</h3>
          {odd.length === 0 && <p class="muted">{text.photosFine}</p>}
          <ul>
            {odd.map((photo) => (
              <li key={photo.id}>
                <a href={`/api/photos/${photo.id}`} target="_blank" rel="noreferrer">
                  {words.photo.stages[photo.stage]}
                </a>
                {photo.marks.map((mark) => (
                  <p key={mark.kind} class={styles["odd"]}>
                    {text.mark(mark, (at) => momentText(at, now.value))}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {reply && (
        <>
          <h3>{text.reply}</h3>
          <q>{reply.text}</q>
          {reply.hints.length === 0 ? (
            <p class="muted">{text.replyFine}</p>
          ) : (
            <ReplyHints hints={reply.hints} />
          )}
        </>
      )}
      {recheck && (
        <>
          <h3>{text.recheck}</h3>
          <p>{text.firstLook}</p>
          <p>
            {recheck.solved === null
              ? text.recheckWaiting(recheck.unit?.name ?? words.none)
              : text.secondLook(recheck.solved)}
            {recheck.at !== null && <span class="muted"> {momentText(recheck.at, now.value)}</span>}
          </p>
        </>
      )}
      {scales.map(({ name, level }) => (
        <p key={name} class="muted">
          {text.scales(name, level)}
        </p>
      ))}
    </>
  );
}
