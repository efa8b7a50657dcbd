/** 安全日志, for administrators. */
import type { SecurityLogRow } from "../../server/domain/securityAnswers.ts";
import { securityKinds, securityKindWords } from "../../server/domain/securityLog.ts";
import { wallClock } from "../../server/domain/time.ts";
import { Field } from "../parts/Field.tsx";
import { LogList } from "../parts/LogList.tsx";
import styles from "../parts/LogList.module.css";
import { protectWords } from "../protectWords.ts";
import { createLogPages } from "../state/logPages.ts";

const pages = createLogPages<SecurityLogRow>("/api/security-log");
const words = protectWords.log;

export function SecurityLog() {
  return (
    <LogList
      title={words.title}
      lead={words.lead}
      pages={pages}
      ownFilter={
        <Field id="log-kind" label={protectWords.filter.kind}>
          <select id="log-kind" name="kind">
            <option value="">{protectWords.filter.all}</option>
            {securityKinds.map((kind) => (
              <option key={kind} value={kind}>
                {securityKindWords[kind]}
              </option>
            ))}
          </select>
        </Field>
      }
      row={(row) => (
        <>
          <span class={styles["when"]}>{wallClock(row.at)}</span>
          <strong>{securityKindWords[row.kind]}</strong>
          <span>{whoOf(row)}</span>
          <span class="muted">
            {row.address !== null && `${words.from} ${row.address} `}
            {row.subject !== null && `${words.subject} ${row.subject} `}
            {words.details.get(row.detail ?? "") ?? row.detail}
          </span>
        </>
      )}
    />
  );
}

function whoOf({ who, address }: SecurityLogRow): string {
  if (who === null) return address === null ? words.machine : words.stranger;
  return [who.name, who.unit?.name, who.username].filter(Boolean).join(" · ");
}
