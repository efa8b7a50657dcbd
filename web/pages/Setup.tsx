import { useLocation } from "preact-iso/router";
import { useState } from "preact/hooks";
import { type Problem, post } from "../api.ts";
import { Field } from "../parts/Field.tsx";
import { ProblemNotice } from "../parts/Notice.tsx";
import { say } from "../state/toast.ts";
import { words } from "../words.ts";
import styles from "./SignIn.module.css";

const secret = { type: "password", autocomplete: "new-password" } as const;
const plain = { type: "text", autocomplete: "off" } as const;

/** The first administrator, by the link the terminal printed. */
export function Setup() {
  const { query, route } = useLocation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [values, setValues] = useState({ token: query["token"] ?? "", username: "", name: "", password: "" });
  const text = words.setup;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await post("/api/setup", values);
    if (answer.kind === "problem") return setProblem(answer);
    say(text.done);
    route("/signin");
  }

  return (
    <form class={`card ${styles["card"]} ${styles["narrow"]}`} onSubmit={(event) => void submit(event)}>
      <h1>{text.title}</h1>
      <p class="muted">{text.lead}</p>
      {problem && <ProblemNotice problem={problem} />}
      {(["token", "username", "name", "password"] as const).map((name) => (
        <Field
          key={name}
          id={`setup-${name}`}
          label={text[name]}
          problem={problem?.field === name ? problem.detail : null}
        >
          <input
            id={`setup-${name}`}
            {...(name === "password" ? secret : plain)}
            required
            value={values[name]}
            onInput={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
          />
        </Field>
      ))}
      <button type="submit" class={`button primary ${styles["submit"]}`}>
        {text.submit}
      </button>
    </form>
  );
}
