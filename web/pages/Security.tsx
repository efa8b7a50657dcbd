/** 账号安全: one's own password, second factor and devices. */
import { useLocation } from "preact-iso/router";
import { useEffect, useState } from "preact/hooks";
import type { Duty } from "../../server/domain/signInRules.ts";
import type { Problem } from "../api.ts";
import { DeviceList } from "../parts/DeviceList.tsx";
import { FactorCard } from "../parts/FactorCard.tsx";
import { Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import card from "../parts/SecurityCard.module.css";
import { TextField } from "../parts/TextField.tsx";
import { securityWords as words } from "../securityWords.ts";
import { changePassword, proveItIsMe, security } from "../state/security.ts";
import { duty, loadSession } from "../state/session.ts";
import styles from "./Security.module.css";

export function Security() {
  const isProving = duty.value === "proveFactor";
  useEffect(() => {
    if (!isProving) void security.load();
  }, [isProving]);
  return isProving ? <ProveFactor /> : <Settings duty={duty.value} />;
}

/** Signed in by the county's identity provider; the code of the house is still to come. */
function ProveFactor() {
  const { route } = useLocation();
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const refused = await proveItIsMe(code.trim());
    setProblem(refused);
    if (refused !== null) return;
    await loadSession();
    route("/", true);
  }

  return (
    <div class={styles["page"]}>
      <h1>{words.signIn.proveFactor}</h1>
      <Hint tone="warn">{words.duty.proveFactor}</Hint>
      <form class={`card ${card["card"]}`} onSubmit={(event) => void submit(event)}>
        <TextField
          id="factor"
          label={words.signIn.code}
          problem={problem?.detail ?? null}
          autocomplete="one-time-code"
          value={code}
          required
          change={setCode}
        />
        <button type="submit" class="button primary">
          {words.signIn.submit}
        </button>
      </form>
    </div>
  );
}

function Settings({ duty }: { readonly duty: Duty | null }) {
  const found = security.value.value;
  const problem = security.problem.value;
  return (
    <div class={styles["page"]}>
      <h1>{words.title}</h1>
      {duty && <Hint tone="warn">{words.duty[duty]}</Hint>}
      {problem && <ProblemNotice problem={problem} retry={security.load} />}
      {!found && !problem && <Loading />}
      {found && (
        <>
          <PasswordCard least={found.leastLetters} />
          {duty !== "choosePassword" && <FactorCard factor={found.factor} />}
          {duty === null && <DeviceList devices={found.devices} now={found.now} />}
        </>
      )}
    </div>
  );
}

function PasswordCard({ least }: { readonly least: number }) {
  const text = words.password;
  const [values, setValues] = useState({ current: "", password: "" });
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const refused = await changePassword(values.current, values.password);
    setProblem(refused);
    if (refused === null) setValues({ current: "", password: "" });
  }

  return (
    <section class={`card ${card["card"]}`} aria-label={text.title}>
      <h2>{text.title}</h2>
      <form onSubmit={(event) => void submit(event)}>
        {problem && problem.field !== "password" && problem.field !== "current" && (
          <ProblemNotice problem={problem} />
        )}
        <TextField
          id="current-password"
          label={text.current}
          problem={problem?.field === "current" ? problem.detail : null}
          type="password"
          autocomplete="current-password"
          value={values.current}
          required
          unmarked
          change={(value) => setValues({ ...values, current: value })}
        />
        <TextField
          id="new-password"
          label={text.next}
          hint={text.hint(least)}
          problem={problem?.field === "password" ? problem.detail : null}
          type="password"
          autocomplete="new-password"
          value={values.password}
          required
          unmarked
          change={(value) => setValues({ ...values, password: value })}
        />
        <button type="submit" class="button primary">
          {text.submit}
        </button>
      </form>
    </section>
  );
}
