/** Rows of calls: the earliest limit, what is asked, who was called and how they stand, whose turn it is. */
import type { CallPart, CallRowAnswer } from "../../server/domain/call/callAnswers.ts";
import {
  answerWords,
  callLevelWords,
  callStateWords,
  climbWords,
} from "../../server/domain/call/callWords.ts";
import { callText } from "../callText.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { words } from "../words.ts";
import { CallLamp } from "./CallLamp.tsx";
import styles from "./Calls.module.css";
import rowStyles from "./CaseRows.module.css";
import badges from "./StateBadge.module.css";

/** Amber waits for somebody, blue is under way, green is done; a decline and an end have no colour. */
const tones: Readonly<Record<string, string | undefined>> = {
  asked: styles["amber"],
  uncaught: styles["amber"],
  called: styles["amber"],
  open: badges["reported"],
  signed: badges["reported"],
  contacted: badges["reported"],
  arrived: badges["reported"],
  done: badges["handled"],
  signedOff: badges["handled"],
};

export function CallRows({ rows }: { readonly rows: readonly CallRowAnswer[] }) {
  const { columns } = callText;
  return (
    <>
      <div class={`${styles["row"]} ${styles["head"]}`} aria-hidden="true">
        <span>{columns.lamp}</span>
        <span>{columns.text}</span>
        <span>{columns.parts}</span>
        <span>{columns.waiting}</span>
        <span>{columns.state}</span>
      </div>
      <ul class={styles["rows"]}>
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ row }: { readonly row: CallRowAnswer }) {
  return (
    <a class={styles["row"]} href={`/calls/${row.id}`} data-call-row>
      <span class={styles["lampCell"]}>
        <CallLamp of={row} />
      </span>
      <span class={styles["text"]}>
        <span class={rowStyles["words"]}>{row.text}</span>
        <span class={rowStyles["meta"]}>
          <b class={row.level === "emergency" ? styles["red"] : ""}>{callLevelWords[row.level]}</b>
          <span>{row.township.name}</span>
          <span>{row.number}</span>
          <span>{momentText(row.launchedAt, now.value)}</span>
          <Alarms row={row} />
        </span>
      </span>
      <span class={styles["parts"]}>
        {row.parts.length === 0 && callText.outside}
        {row.parts.map((part) => (
          <PartLine key={part.unit.code} part={part} />
        ))}
      </span>
      <span class={styles["waiting"]}>
        <small class={styles["label"]}>{callText.columns.waiting} </small>
        {row.waiting.map(({ name }) => callText.unitName(name)).join(words.comma) || callText.nobody}
      </span>
      <span class={styles["state"]}>
        <CallBadge state={row.state} />
      </span>
    </a>
  );
}

export function Alarms({ row }: { readonly row: Pick<CallRowAnswer, "climbed" | "unheard" | "reopens"> }) {
  return (
    <>
      {row.reopens > 0 && <b class={styles["red"]}>{callText.reopened}</b>}
      {row.climbed > 0 && <b class={styles["red"]}>{climbWords[row.climbed as 1 | 2]}</b>}
      {row.unheard.length > 0 && (
        <b class={styles["red"]}>{callText.unheard(row.unheard.map(({ name }) => name).join(words.comma))}</b>
      )}
    </>
  );
}

function PartLine({ part }: { readonly part: CallPart }) {
  return (
    <span>
      {callText.unitName(part.unit.name)}
      <AnswerBadge part={part} />
    </span>
  );
}

export function AnswerBadge({ part }: { readonly part: Pick<CallPart, "state" | "absent"> }) {
  return (
    <>
      {" "}
      <span class={`${badges["badge"]} ${tones[part.state] ?? ""}`}>{answerWords[part.state]}</span>
      {part.absent && <span class={`${badges["badge"]} ${styles["red"]}`}>{callText.absent}</span>}
    </>
  );
}

export function CallBadge({ state }: { readonly state: CallRowAnswer["state"] }) {
  return <span class={`${badges["badge"]} ${tones[state] ?? ""}`}>{callStateWords[state]}</span>;
}
