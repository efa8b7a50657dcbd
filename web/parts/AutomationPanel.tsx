/** Automatic dispatch: the effect is looked at first, then switched on; off is one press. */
import { useState } from "preact/hooks";
import type { EffectAnswer } from "../../server/domain/learning/answers.ts";
import type { Automation } from "../../server/domain/learning/automation.ts";
import { marksWords } from "../marksWords.ts";
import { effect, setAutomation, showEffect } from "../state/marks.ts";
import { words as common } from "../words.ts";
import styles from "./Panel.module.css";
import { Field } from "./Field.tsx";
import { Hint } from "./Notice.tsx";

const words = marksWords.automation;
const CHOICES = [0.8, 0.9, 0.95, 0.98, 0.99] as const;

export function AutomationPanel({ automation }: { readonly automation: Automation | null }) {
  const [precision, setPrecision] = useState(automation?.precision ?? 0.95);
  const [suggestPrecision, setSuggestPrecision] = useState(automation?.suggestPrecision ?? 0.8);
  const wanted = { precision, suggestPrecision };
  const choose = (set: (share: number) => void) => (share: number) => {
    effect.value = null;
    set(share);
  };
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p class="muted">{words.hint}</p>
      <p>
        <b>
          {automation?.on === true
            ? words.isOn(common.percent(automation.precision), common.percent(automation.line))
            : words.isOff}
        </b>
      </p>
      <div class={styles["publish"]}>
        <Share id="auto" label={words.precision} value={precision} change={choose(setPrecision)} />
        <Share
          id="suggest"
          label={words.suggestPrecision}
          value={suggestPrecision}
          change={choose(setSuggestPrecision)}
        />
      </div>
      <div class={styles["acts"]}>
        <button type="button" class="button" onClick={() => void showEffect(wanted)}>
          {words.look}
        </button>
        {effect.value && effect.value.line <= 1 && (
          <button type="button" class="button primary" onClick={() => void setAutomation(true, wanted)}>
            {words.on}
          </button>
        )}
        {automation?.on === true && (
          <button type="button" class="button danger" onClick={() => void setAutomation(false, wanted)}>
            {words.off}
          </button>
        )}
      </div>
      <div role="status">{effect.value && <Effect found={effect.value} />}</div>
    </section>
  );
}

interface ShareProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly change: (share: number) => void;
}

function Share({ id, label, value, change }: ShareProps) {
  return (
    <Field id={`precision-${id}`} label={label}>
      <select
        id={`precision-${id}`}
        value={String(value)}
        onChange={(event) => change(Number(event.currentTarget.value))}
      >
        {CHOICES.map((share) => (
          <option key={share} value={String(share)}>
            {common.percent(share)}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Effect({ found }: { readonly found: EffectAnswer }) {
  const right = (part: number, whole: number) => (whole === 0 ? common.none : common.percent(part / whole));
  return (
    <>
      <p>{words.drawn(found.drawnOn, found.triedOn)}</p>
      {found.line > 1 ? (
        <Hint tone="warn">{words.noLine}</Hint>
      ) : (
        <p>
          {words.automatic(
            found.automatic,
            right(found.automaticRight, found.automatic),
            common.percent(found.line),
          )}
        </p>
      )}
      {found.suggestLine <= 1 && (
        <p>
          {words.suggested(
            found.suggested,
            right(found.suggestedRight, found.suggested),
            common.percent(found.suggestLine),
          )}
        </p>
      )}
      <p>{words.desk(found.desk, found.held)}</p>
    </>
  );
}
