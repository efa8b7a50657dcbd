/** The timeline is the truth: who did what for which unit, in what words, newest on top; clock events beside acts. */
import { useState } from "preact/hooks";
import type { CaseAnswer, EventAnswer } from "../../server/domain/caseAnswers.ts";
import { isOrder } from "../../server/domain/orders.ts";
import type { Action } from "../../server/domain/workflow.ts";
import type { ClockEvent } from "../../server/domain/case.ts";
import { actionWords, clockWords, fieldWords, roleWords, stateWords } from "../../server/domain/words.ts";
import type { FieldName } from "../../server/domain/fields.ts";
import type { ClockKind } from "../../server/domain/clock.ts";
import { factText } from "../state/facts.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { caseWords } from "../caseWords.ts";
import { words } from "../words.ts";
import styles from "./Timeline.module.css";

interface TimelineProps {
  readonly caseId: string;
  readonly history: readonly EventAnswer[];
  /** Events after this one came while the page was open. */
  readonly seen: number | null;
  /** What it was filed under, so that its record names it in words. */
  readonly condition?: CaseAnswer["condition"];
}

export function Timeline({ caseId, history, seen, condition = null }: TimelineProps) {
  const [movesOnly, setMovesOnly] = useState(false);
  const shown = movesOnly ? history.filter((event) => event.from !== event.to) : history;
  return (
    <>
      <label class={styles["only"]}>
        <input
          type="checkbox"
          checked={movesOnly}
          onChange={(event) => setMovesOnly(event.currentTarget.checked)}
        />
        {caseWords.movesOnly}
      </label>
      <ol class={styles["line"]}>
        {[...shown].reverse().map((event) => (
          <Entry
            key={event.seq}
            caseId={caseId}
            event={event}
            fresh={seen !== null && event.seq > seen}
            condition={condition}
          />
        ))}
      </ol>
    </>
  );
}

const clockActions = ["warn", "overdue", "severe"];

interface EntryProps {
  readonly caseId: string;
  readonly event: EventAnswer;
  readonly fresh: boolean;
  readonly condition: CaseAnswer["condition"];
}

function Entry({ caseId, event, fresh, condition }: EntryProps) {
  const ring = clockActions.includes(event.action);
  const late = event.action === "overdue" || event.action === "severe";
  const kind = clockWords[event.facts["clock"] as ClockKind] ?? clockWords[event.facts["kind"] as ClockKind];
  const who = [event.actor.unit?.name, event.actor.name].filter(Boolean).join(" · ");
  return (
    <li
      class={`${styles["entry"]} ${ring ? styles["ring"] : ""} ${late ? styles["late"] : ""} ${fresh ? styles["fresh"] : ""}`}
    >
      <p class={styles["act"]}>
        <strong>
          {ring && kind !== undefined && `${kind} · `}
          {actionWords[event.action as Action | ClockEvent] ?? event.action}
        </strong>
        {event.from !== event.to && event.from !== null && (
          <span class={styles["to"]}>{caseWords.became(stateWords[event.to])}</span>
        )}
        <time dateTime={new Date(event.at).toISOString()}>{momentText(event.at, now.value)}</time>
      </p>
      {!ring && <p class={styles["who"]}>{who === "" ? roleWords[event.actor.role] : who}</p>}
      <Facts event={event} condition={condition} />
      <Receipts event={event} />
      {isOrder(event.action) && (
        <a class={styles["print"]} href={`/print/cases/${caseId}/orders/${event.seq}`} target="_blank">
          {words.supervision.printOrder}
          {words.supervision.print(event.action)}
        </a>
      )}
      {Object.entries(event.words).map(([name, value]) => (
        <blockquote key={name} class={styles["words"]}>
          {name !== "text" && name !== "note" && name !== "result" && (
            <span class="muted">{fieldWords[name as FieldName] ?? caseWords.wordNames[name] ?? ""} </span>
          )}
          {value}
        </blockquote>
      ))}
    </li>
  );
}

/** 送达: to whom an order went, and who has read it when. */
function Receipts({ event }: { readonly event: EventAnswer }) {
  if (event.told === null) return null;
  const unheard = event.facts["heard"] === 0;
  return (
    <ul class={styles["receipts"]} aria-label={caseWords.told}>
      {unheard && <li class={styles["unheard"]}>{caseWords.unheard}</li>}
      {event.told.map(({ to, reads }) => (
        <li key={to}>
          {caseWords.toldTo(
            to,
            reads.map(({ name, at }) => caseWords.readBy(name, momentText(at, now.value))),
          )}
        </li>
      ))}
    </ul>
  );
}

function Facts({ event, condition }: Pick<EntryProps, "event" | "condition">) {
  const told = factText(event.facts, (code) => (condition?.code === code ? condition.fileWhen : code));
  return told.length === 0 ? null : (
    <dl class={styles["facts"]}>
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
