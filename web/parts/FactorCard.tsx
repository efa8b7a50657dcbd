/** 动态验证码: set up by a QR code and one code of it, recovery codes shown once, stopped by a code. */
import { useState } from "preact/hooks";
import type { NewFactorAnswer, SecurityAnswer } from "../../server/domain/sessionAnswers.ts";
import type { Problem } from "../api.ts";
import { securityWords } from "../securityWords.ts";
import { confirmFactor, newFactor, recoveryCodes, startFactor, stopFactor } from "../state/security.ts";
import styles from "./FactorCard.module.css";
import { Hint, ProblemNotice } from "./Notice.tsx";
import card from "./SecurityCard.module.css";
import { TextField } from "./TextField.tsx";

const words = securityWords.factor;

export function FactorCard({ factor }: { readonly factor: SecurityAnswer["factor"] }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const made = newFactor.value;
  const codes = recoveryCodes.value;
  return (
    <section class={`card ${card["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      {problem && <ProblemNotice problem={problem} />}
      {codes && <Codes codes={codes} />}
      {!codes && factor.on && <p>{words.on(factor.codesLeft)}</p>}
      {!codes && factor.on && factor.required && <p class="muted">{words.required}</p>}
      {!codes && factor.on && !factor.required && (
        <CodeForm id="stop-code" label={words.stopCode} act={words.stop} send={stopFactor} />
      )}
      {!factor.on && !made && (
        <>
          <p>{words.off}</p>
          <button type="button" class="button" onClick={() => void startFactor().then(setProblem)}>
            {words.start}
          </button>
        </>
      )}
      {made && (
        <>
          <p>{words.scan}</p>
          <p>
            <code class={styles["secret"]}>{made.secret}</code>
          </p>
          <QrCode rows={made.rows} />
          <CodeForm id="factor-code" label={words.code} act={words.confirm} send={confirmFactor} />
        </>
      )}
    </section>
  );
}

function QrCode({ rows }: Pick<NewFactorAnswer, "rows">) {
  const size = rows.length;
  const path = rows
    .flatMap((row, y) => Array.from(row, (dark, x) => (dark === "1" ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg class={styles["qr"]} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.qr}>
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

interface CodeFormProps {
  readonly id: string;
  readonly label: string;
  readonly act: string;
  readonly send: (code: string) => Promise<Problem | null>;
}

function CodeForm({ id, label, act, send }: CodeFormProps) {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(code.trim()).then(setProblem);
      }}
    >
      <TextField
        id={id}
        label={label}
        problem={problem?.detail ?? null}
        autocomplete="one-time-code"
        value={code}
        required
        unmarked
        change={setCode}
      />
      <button type="submit" class="button">
        {act}
      </button>
    </form>
  );
}

function Codes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <>
      <h3>{words.codesTitle}</h3>
      <Hint tone="warn">{words.codes}</Hint>
      <ul class={styles["codes"]}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => (recoveryCodes.value = null)}>
        {words.codesKept}
      </button>
    </>
  );
}
