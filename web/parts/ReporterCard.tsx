/** The reporter, masked; the whole name is shown for a reason, which is kept in the log. */
import { useState } from "preact/hooks";
import type { CaseAnswer } from "../../server/domain/answers.ts";
import { clockWords } from "../../server/domain/words.ts";
import type { Problem } from "../api.ts";
import type { CaseFile } from "../state/caseFile.ts";
import { securityWords } from "../securityWords.ts";
import { proveItIsMe } from "../state/security.ts";
import { goToIssuer, isProvedByIssuer } from "../state/session.ts";
import { words } from "../words.ts";
import styles from "./CaseSide.module.css";
import { Countdown } from "./Countdown.tsx";
import { Field } from "./Field.tsx";
import { Icon } from "./Icon.tsx";

export function ReporterCard({ file, found }: { readonly file: CaseFile; readonly found: CaseAnswer }) {
  const { reporter } = found;
  const full = file.revealed.value;
  const shown = full ?? reporter;
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.reporter.title}>
      <h2>{words.reporter.title}</h2>
      {found.confidential && (
        <p>
          <Icon name="lock" size={14} /> {words.reporter.confidential}
        </p>
      )}
      {reporter?.hidden && !full && (
        <p class="muted">{found.confidential ? words.reporter.hidden : words.reporter.notForAssistants}</p>
      )}
      {!reporter && <p class="muted">{words.reporter.none}</p>}
      {shown && !(reporter?.hidden && !full) && (
        <p>
          {shown.name ?? words.reporter.noName} · {shown.phone ?? words.reporter.noPhone}
        </p>
      )}
      <FirstContact found={found} />
      {reporter?.mayReveal && !full && <Reveal file={file} />}
      {found.trackingCode && (
        <p class="muted">
          {words.reporter.tracking} <a href={words.progressAddress(found)}>{found.trackingCode}</a>
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
          {clock.outcome === null ? words.caseFile.stopped : words.caseFile.outcomes[clock.outcome]}
        </span>
      )}
    </p>
  );
}

const proofAsked: ReadonlySet<string> = new Set(["confirmFirst", "wrongPassword", "wrongFactor"]);

function Reveal({ file }: { readonly file: CaseFile }) {
  const [reason, setReason] = useState("");
  const [secret, setSecret] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const asksProof = proofAsked.has(problem?.code ?? "");

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const asked = problem?.code === "confirmFirst" || secret !== "";
    const refused = asked ? await proveItIsMe(secret.trim()) : null;
    if (refused !== null) return setProblem(refused);
    setSecret("");
    setProblem(await file.reveal(reason.trim()));
  }

  return (
    <details>
      <summary>{words.reporter.reveal}</summary>
      <form onSubmit={(event) => void submit(event)}>
        <Field
          id="reveal-reason"
          label={words.reporter.reason}
          hint={words.reporter.logged}
          problem={asksProof ? null : (problem?.detail ?? null)}
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
        {asksProof && (
          <Field
            id="reveal-proof"
            label={securityWords.confirm.password}
            hint={securityWords.confirm.lead}
            problem={problem?.code === "confirmFirst" ? null : (problem?.detail ?? null)}
            required
          >
            <input
              id="reveal-proof"
              type="password"
              autocomplete="current-password"
              required
              value={secret}
              onInput={(event) => setSecret(event.currentTarget.value)}
            />
          </Field>
        )}
        {asksProof && isProvedByIssuer.value && (
          <button
            type="button"
            class="button"
            onClick={() => void goToIssuer(location.pathname, true).then(setProblem)}
          >
            {securityWords.signIn.prove}
          </button>
        )}
        <button type="submit" class="button" disabled={reason.trim().length < 2}>
          {asksProof ? securityWords.confirm.submit : words.reporter.show}
        </button>
      </form>
    </details>
  );
}
