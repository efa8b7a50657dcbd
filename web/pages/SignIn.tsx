import { useLocation } from "preact-iso/router";
import { useEffect, useState } from "preact/hooks";
import type { DemoAnswer, ProvidersAnswer } from "../../server/domain/sessionAnswers.ts";
import { ask, type Problem } from "../api.ts";
import { DemoPeople } from "../parts/DemoPeople.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Empty, Hint, ProblemNotice } from "../parts/Notice.tsx";
import { TextField } from "../parts/TextField.tsx";
import { securityWords } from "../securityWords.ts";
import { account, ended, goToIssuer, signIn, startPage } from "../state/session.ts";
import { words } from "../words.ts";
import styles from "./SignIn.module.css";

export function SignIn() {
  const { route, query } = useLocation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  /** Opened out of a form whose sign-in had run out: it goes on there, not here. */
  const isBeside = query["beside"] !== undefined;
  const [done, setDone] = useState(false);
  const text = words.signIn;

  async function enter(username: string, password: string, code = ""): Promise<void> {
    setBusy(true);
    const refused = await signIn(username, password, code);
    setBusy(false);
    setProblem(refused);
    const person = account.value;
    if (refused === null && isBeside) return setDone(true);
    if (refused === null && person) route(wanted(query["to"]) ?? startPage(person.role), true);
  }

  if (done) return <Empty title={securityWords.signIn.besideDone} hint={securityWords.signIn.besideHint} />;
  return (
    <div class={styles["page"]}>
      <section class={`card ${styles["card"]}`}>
        <h1>{text.title}</h1>
        {problem && <ProblemNotice problem={problem} />}
        {!problem && <CameBack why={query["why"]} />}
        {!problem && query["to"] !== undefined && <Hint>{securityWords.signIn.first}</Hint>}
        {ended.value !== null && <Hint tone="warn">{securityWords.signIn.ended}</Hint>}
        <SignInForm busy={busy} enter={enter} asksCode={codeAsked.has(problem?.code ?? "")} />
        <IssuerButton to={wanted(query["to"]) ?? "/"} onProblem={setProblem} />
      </section>
      <DemoCards busy={busy} enter={enter} />
      <section class={`card ${styles["card"]}`}>
        <h2>{text.resident}</h2>
        <div class={styles["links"]}>
          <a class="button" href="/report">
            <Icon name="camera" />
            {text.residentReport}
          </a>
          <a class="button" href="/progress">
            <Icon name="search" />
            {text.residentProgress}
          </a>
        </div>
      </section>
    </div>
  );
}

/** Why the county's identity provider opened nothing. */
function CameBack({ why }: { readonly why: string | undefined }) {
  const told: Readonly<Record<string, string>> = securityWords.signIn.why;
  // What stands in the address is written by anybody: `constructor` is no reason
  const sentence = why !== undefined && Object.hasOwn(told, why) ? told[why] : undefined;
  return sentence === undefined ? null : <Hint tone="warn">{sentence}</Hint>;
}

/** Only where the county has set one. */
function IssuerButton({
  to,
  onProblem,
}: {
  readonly to: string;
  readonly onProblem: (problem: Problem | null) => void;
}) {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    void ask<ProvidersAnswer>("/api/session/providers").then(
      (answer) => answer.kind === "answer" && setName(answer.value.oidc?.name ?? null),
    );
  }, []);
  if (name === null) return null;
  return (
    <>
      <p class={`muted ${styles["or"]}`}>{securityWords.signIn.or}</p>
      <button
        type="button"
        class={`button ${styles["submit"]}`}
        onClick={() => void goToIssuer(to, false).then(onProblem)}
      >
        <Icon name="lock" />
        {securityWords.signIn.by(name)}
      </button>
    </>
  );
}

interface EnterProps {
  readonly busy: boolean;
  readonly enter: (username: string, password: string, code?: string) => Promise<void>;
}

const codeAsked: ReadonlySet<string> = new Set(["factorNeeded", "wrongFactor"]);

function SignInForm({ busy, enter, asksCode }: EnterProps & { readonly asksCode: boolean }) {
  const [code, setCode] = useState("");
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const text = words.signIn;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void enter(username.trim(), password, code.trim());
      }}
    >
      <TextField
        id="username"
        label={text.username}
        autocomplete="username"
        autocapitalize="off"
        value={username}
        required
        unmarked
        change={setUsername}
      />
      <TextField
        id="password"
        label={text.password}
        type="password"
        autocomplete="current-password"
        value={password}
        required
        unmarked
        change={setPassword}
      />
      {asksCode && (
        <TextField
          id="code"
          label={securityWords.signIn.code}
          autocomplete="one-time-code"
          value={code}
          required
          unmarked
          change={setCode}
        />
      )}
      <button type="submit" class={`button primary ${styles["submit"]}`} disabled={busy}>
        {text.submit}
      </button>
    </form>
  );
}

/** Only where the server offers them: in demo mode. */
function DemoCards({ busy, enter }: EnterProps) {
  const [demo, setDemo] = useState<DemoAnswer | null>(null);
  useEffect(() => {
    void ask<DemoAnswer>("/api/demo").then((answer) => answer.kind === "answer" && setDemo(answer.value));
  }, []);
  if (!demo) return null;
  return (
    <section class={`card ${styles["card"]}`}>
      <DemoPeople
        rows={demo.accounts}
        busy={busy}
        sign={({ username }) => void enter(username, demo.password)}
      />
    </section>
  );
}

/** Only addresses of our own: a link must not lead elsewhere after signing in. */
function wanted(to: string | undefined): string | null {
  return to?.startsWith("/") && !to.startsWith("//") ? to : null;
}
