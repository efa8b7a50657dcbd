/** The history of a call: who did what for which unit, in what words, newest on top; what happened by itself beside acts. */
import type { CallEventAnswer } from "../../server/domain/call/callAnswers.ts";
import { callActionWords, callStateWords } from "../../server/domain/call/callWords.ts";
import { roleWords } from "../../server/domain/words.ts";
import { callText } from "../callText.ts";
import { callFacts } from "../state/callFacts.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { caseWords } from "../caseWords.ts";
import styles from "./Timeline.module.css";

export function CallTimeline({ history }: { readonly history: readonly CallEventAnswer[] }) {
  return (
    <ol class={styles["line"]}>
      {[...history].reverse().map((event) => (
        <Entry key={event.seq} event={event} />
      ))}
    </ol>
  );
}

function Entry({ event }: { readonly event: CallEventAnswer }) {
  const isOwn = event.actor.role === "system";
  const isLate = ["overdue", "absent", "climb"].includes(event.action);
  const who = [event.actor.unit?.name, event.actor.name].filter(Boolean).join(" · ");
  const facts = callFacts(event);
  return (
    <li class={`${styles["entry"]} ${isOwn ? styles["ring"] : ""} ${isLate ? styles["late"] : ""}`}>
      <p class={styles["act"]}>
        <strong>{callActionWords[event.action as keyof typeof callActionWords] ?? event.action}</strong>
        {event.from !== null && event.from !== event.to && (
          <span class={styles["to"]}>{caseWords.became(callStateWords[event.to])}</span>
        )}
        <time dateTime={new Date(event.at).toISOString()}>{momentText(event.at, now.value)}</time>
      </p>
      {!isOwn && <p class={styles["who"]}>{who === "" ? roleWords[event.actor.role] : who}</p>}
      {facts.length > 0 && (
        <dl class={styles["facts"]}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {Object.entries(event.words).map(([name, value]) => (
        <blockquote key={name} class={styles["words"]}>
          <span class="muted">{callText.file.wordNames[name] ?? ""} </span>
          {value}
        </blockquote>
      ))}
    </li>
  );
}
