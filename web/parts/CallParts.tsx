/** Who was called, by which line, how each stands: limits, absence, sign-off and the marks both ways. */
import type { CallClockAnswer, CallPartAnswer } from "../../server/domain/call/callAnswers.ts";
import { callClockWords, markWords, partWords } from "../../server/domain/call/callWords.ts";
import { callText } from "../callText.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { CallLamp } from "./CallLamp.tsx";
import { AnswerBadge } from "./CallRows.tsx";
import styles from "./Calls.module.css";
import { UnitContact } from "./UnitContact.tsx";

export function CallParts({ parts }: { readonly parts: readonly CallPartAnswer[] }) {
  return (
    <ul>
      {parts.map((part) => (
        <li key={part.unit.code} class={styles["part"]}>
          <p class={styles["partHead"]}>
            <strong>{part.unit.name}</strong>
            <span>{partWords[part.part]}</span>
            <AnswerBadge part={part} />
            {part.cosigned && <span class={styles["met"]}>{callText.file.cosigned}</span>}
          </p>
          <UnitContact code={part.unit.code} />
          {part.basis && <p class="muted">{callText.file.basis(`${part.basis.code} ${part.basis.name}`)}</p>}
          <CallClocks clocks={part.clocks} />
          {part.ratedBy && <Marks label={callText.file.ratedBy} marks={part.ratedBy} />}
          {part.rates && <Marks label={callText.file.rates} marks={part.rates} />}
        </li>
      ))}
    </ul>
  );
}

export function CallClocks({ clocks }: { readonly clocks: readonly CallClockAnswer[] }) {
  return (
    <div class={styles["clocks"]}>
      {clocks.map((clock) => (
        <div key={`${clock.kind} ${clock.round}`} class={styles["clock"]}>
          <span title={callText.file.limit(clock.budget)}>
            {callClockWords[clock.kind]}
            {clock.round > 0 && callText.file.second}
          </span>
          {clock.stoppedAt === null ? <CallLamp of={clock} /> : <Ended clock={clock} />}
        </div>
      ))}
    </div>
  );
}

function Ended({ clock }: { readonly clock: CallClockAnswer }) {
  const tone = { met: styles["met"], missed: styles["red"], void: "" }[clock.outcome ?? "void"] ?? "";
  return (
    <span class={tone}>
      {callText.file[clock.outcome ?? "void"]}
      <small class="muted"> {momentText(clock.stoppedAt ?? clock.dueAt, now.value)}</small>
    </span>
  );
}

function Marks({ label, marks }: { readonly label: string; readonly marks: object }) {
  return (
    <p class={styles["marks"]}>
      <span class="muted">{label}</span>
      {Object.entries(marks as Record<keyof typeof markWords, number>).map(([name, mark]) => (
        <span key={name}>
          {markWords[name as keyof typeof markWords]} <b>{mark}</b>
        </span>
      ))}
    </p>
  );
}
