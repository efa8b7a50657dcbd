/** The reporter, masked; the whole name is shown for a reason, which is kept in the log. */
import { useState } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { clockWords } from "../../server/domain/words.ts";
import type { CaseFile } from "../state/caseFile.ts";
import { securityWords } from "../securityWords.ts";
import { caseWords, reporterWords } from "../caseWords.ts";
import { words } from "../words.ts";
import styles from "./CaseSide.module.css";
import { Countdown } from "./Countdown.tsx";
import { Field } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import { ProofField, useProof } from "./ProofField.tsx";

export function ReporterCard({ file, found }: { readonly file: CaseFile; readonly found: CaseAnswer }) {
  const { reporter } = found;
  const full = file.revealed.value;
  const shown = full ?? reporter;
  return (
    <section class={`card ${styles["card"]}`} aria-label={reporterWords.title}>
      <h2>{reporterWords.title}</h2>
      {found.confidential && (
        <p>
          <Icon name="lock" size={14} /> {reporterWords.confidential}
        </p>
      )}
      {reporter?.hidden && !full && (
        <p class="muted">{found.confidential ? reporterWords.hidden : reporterWords.notForAssistants}</p>
      )}
      {!reporter && <p class="muted">{reporterWords.none}</p>}
      {shown && !(reporter?.hidden && !full) && (
        <p>
          {shown.name ?? reporterWords.noName} · {shown.phone ?? reporterWords.noPhone}
        </p>
      )}
      <FirstContact found={found} />
      {reporter?.mayReveal && !full && <Reveal file={file} />}
      {found.trackingCode && (
        <p class="muted">
          {reporterWords.tracking} <a href={words.progressAddress(found)}>{found.trackingCode}</a>
        </p>
      )}
    </section>
  );
}

/** 先行联系: by when the unit must have spoken with the reporter, or how that ended. */
function FirstContact({ found }: { readonly found: CaseAnswer }) {
  const clock = found.clocks.findLast(({ kind }) => kind === "contact");
  if (!clock) return null;
  return (
    <p>
      {clockWords.contact}
      {words.colon}
      {clock.running ? (
        <Countdown of={clock} />
      ) : (
        <span class="muted">
          {clock.outcome === null ? caseWords.stopped : caseWords.outcomes[clock.outcome]}
        </span>
      )}
    </p>
  );
}

function Reveal({ file }: { readonly file: CaseFile }) {
  const [reason, setReason] = useState("");
  const proof = useProof();

  return (
    <details>
      <summary>{reporterWords.reveal}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void proof.run(async () => await file.reveal(reason.trim()));
        }}
      >
        <Field
          id="reveal-reason"
          label={reporterWords.reason}
          hint={reporterWords.logged}
          problem={proof.asks ? null : (proof.problem?.detail ?? null)}
          required
        >
          <input
            id="reveal-reason"
            value={reason}
            required
            minLength={2}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
        <ProofField id="reveal-proof" proof={proof} />
        <button type="submit" class="button" disabled={reason.trim().length < 2}>
          {proof.asks ? securityWords.confirm.submit : reporterWords.show}
        </button>
      </form>
    </details>
  );
}
