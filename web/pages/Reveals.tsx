/** 查看记录: who looked at which reporter, for the centre that protects them. */
import type { RevealRow } from "../../server/domain/securityAnswers.ts";
import { wallClock } from "../../server/domain/time.ts";
import { Field } from "../parts/Field.tsx";
import { Icon } from "../parts/Icon.tsx";
import { LogList } from "../parts/LogList.tsx";
import styles from "../parts/LogList.module.css";
import { protectWords } from "../protectWords.ts";
import { createLogPages } from "../state/logPages.ts";

const pages = createLogPages<RevealRow>("/api/reveals");
const words = protectWords.reveals;

export function Reveals() {
  return (
    <LogList
      title={words.title}
      lead={words.lead}
      pages={pages}
      ownFilter={
        <Field id="log-number" label={protectWords.filter.number}>
          <input id="log-number" name="number" inputMode="numeric" />
        </Field>
      }
      row={(row) => (
        <>
          <span class={styles["when"]}>{wallClock(row.at)}</span>
          <a href={`/cases/${row.caseId}`}>{row.number}</a>
          <span>
            {row.who && [row.who.name, row.who.unit?.name, row.who.username].filter(Boolean).join(" · ")}
          </span>
          <span class="muted">
            {row.confidential && (
              <>
                <Icon name="lock" size={14} /> {words.confidential}{" "}
              </>
            )}
            {row.reason}
          </span>
        </>
      )}
    />
  );
}
