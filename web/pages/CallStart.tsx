/** Starting a call: the line of the duty list names who leads, and the limits are shown before anything is sent. */
import { useLocation } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import type { CallStartAnswer } from "../../server/domain/call/callAnswers.ts";
import { callClockWords, callLevelWords } from "../../server/domain/call/callWords.ts";
import choice from "../parts/CallChoice.module.css";
import { CallUnits } from "../parts/CallUnits.tsx";
import { Field, FieldGroup } from "../parts/Field.tsx";
import { ItemPicker } from "../parts/ItemPicker.tsx";
import { Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { TextField } from "../parts/TextField.tsx";
import { type CallStartModel, createCallStart, OUTSIDE } from "../state/callStart.ts";
import { sendByKey } from "../state/formKeys.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { callText } from "../callText.ts";
import phrases from "../parts/PhrasePicker.module.css";
import styles from "./CallStart.module.css";

const text = callText.launch;

export function CallStart() {
  const { query } = useLocation();
  const caseId = query["case"] ?? null;
  const form = useMemo(() => createCallStart(caseId), [caseId]);
  useEffect(() => void form.load(), [form]);
  const told = form.start.value.value;
  const problem = form.start.problem.value;
  if (!told) return problem ? <ProblemNotice problem={problem} retry={form.load} /> : <Loading />;
  return (
    <div class={styles["page"]}>
      <h1>{text.title}</h1>
      <p class="muted">{told.case ? text.forCase(told.case.number) : text.free}</p>
      {told.running ? (
        <Hint tone="warn">
          {text.running(told.running.number)} <a href={`/calls/${told.running.id}`}>{callText.open}</a>
        </Hint>
      ) : (
        <Form form={form} told={told} />
      )}
    </div>
  );
}

function Form({ form, told }: { readonly form: CallStartModel; readonly told: CallStartAnswer }) {
  const { route } = useLocation();
  const level = told.levels.find(({ code }) => code === form.level.value);
  const problem = form.problem.value;
  const objection = (field: string) => (problem?.field === field ? problem.detail : null);
  const atField = ["text", "address", "doneBefore", "itemCode", "lead", "assist"].includes(
    problem?.field ?? "",
  );

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const call = await form.launch();
    if (call) route(`/calls/${call.id}`, true);
  }

  return (
    <form class={`card ${styles["form"]}`} onSubmit={(event) => void submit(event)} onKeyDown={sendByKey}>
      {told.case?.confidential && <Hint tone="warn">{text.confidential}</Hint>}
      {problem && !atField && <ProblemNotice problem={problem} />}
      <Levels form={form} told={told} />
      <Field
        id="call-item"
        label={text.item}
        hint={text.itemHint}
        required
        problem={objection("itemCode") ?? (form.unchosen.value ? text.itemMissing : null)}
      >
        <ItemPicker
          id="call-item"
          suggestions={[]}
          value={form.isOutside.value ? OUTSIDE : (told.item?.code ?? "")}
          beside={{ value: OUTSIDE, label: text.outsideItem }}
          change={(code) => void form.choose(code)}
        />
      </Field>
      <CallUnits form={form} told={told} problem={objection("lead") ?? objection("assist")} />
      <Field id="call-text" label={text.text} hint={text.textHint} required problem={objection("text")}>
        <textarea
          id="call-text"
          value={form.text.value}
          maxLength={1000}
          onInput={(event) => (form.text.value = event.currentTarget.value)}
        />
      </Field>
      <DoneBefore form={form} problem={objection("doneBefore")} />
      <TextField
        id="call-address"
        label={text.address}
        problem={objection("address")}
        value={form.address.value}
        maxLength={200}
        change={(value) => (form.address.value = value)}
      />
      {level && <Limits form={form} level={level} />}
      {level && (
        <button
          type="submit"
          class={`button primary ${styles["submit"]}`}
          disabled={form.sending.value || !level.may}
        >
          {text.submit(level.code)}
        </button>
      )}
    </form>
  );
}

interface DoneBeforeProps {
  readonly form: CallStartModel;
  readonly problem: string | null;
}

/** 已做工作: who is called reads what need not be done again. */
function DoneBefore({ form, problem }: DoneBeforeProps) {
  return (
    <Field id="call-done" label={text.doneBefore} hint={text.doneHint} problem={problem}>
      <textarea
        id="call-done"
        value={form.doneBefore.value}
        maxLength={500}
        onInput={(event) => (form.doneBefore.value = event.currentTarget.value)}
      />
      <div class={phrases["phrases"]} role="group" aria-label={text.doneKeys}>
        {text.doneChoices.map((sentence) => (
          <button
            key={sentence}
            type="button"
            class={phrases["phrase"]}
            onClick={() => form.addDone(sentence)}
          >
            {sentence}
          </button>
        ))}
      </div>
    </Field>
  );
}

function Levels({ form, told }: { readonly form: CallStartModel; readonly told: CallStartAnswer }) {
  return (
    <FieldGroup label={text.level} required>
      <div class={choice["choices"]}>
        {told.levels.map((level) => (
          <label key={level.code} class={choice["choice"]}>
            <input
              type="radio"
              name="call-level"
              disabled={!level.may}
              checked={form.level.value === level.code}
              onChange={() => (form.chosenLevel.value = level.code)}
            />
            <span>
              <strong>{callLevelWords[level.code]}</strong>
              <span class="muted"> {level.basis}</span>
              {level.why !== null && <span class={choice["why"]}>{level.why}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

interface LimitsProps {
  readonly form: CallStartModel;
  readonly level: CallStartAnswer["levels"][number];
}

/** 先看时限再发起: when each limit would end if it began now. */
function Limits({ form, level }: LimitsProps) {
  const waits = level.waits || form.lead.value === null;
  return (
    <section class={styles["limits"]} aria-label={text.limits}>
      <h2>{text.limits}</h2>
      {level.waits && <p>{text.waits}</p>}
      {waits && <p class="muted">{text.limitsLater}</p>}
      <dl>
        {level.limits.map(({ kind, budget, dueAt }) => (
          <div key={kind}>
            <dt>{callClockWords[kind]}</dt>
            <dd>
              <strong>{momentText(dueAt, now.value)}</strong>
              <span class="muted"> {callText.file.limit(budget)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
