/** Switching an area: which townships, or the whole county, and why. */
import { useState } from "preact/hooks";
import type { EmergenciesAnswer } from "../../server/domain/emergency/answers.ts";
import type { Problem } from "../api.ts";
import { emergencyWords } from "../emergencyWords.ts";
import { begin } from "../state/emergency.ts";
import styles from "./EmergencyForm.module.css";
import { ProblemNotice } from "./Notice.tsx";

export function EmergencyForm({ townships }: Pick<EmergenciesAnswer, "townships">) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [whole, setWhole] = useState(false);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [lacksArea, setLacksArea] = useState(false);
  const [busy, setBusy] = useState(false);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const lacks = !whole && chosen.length === 0;
    setLacksArea(lacks);
    if (lacks || busy) return;
    setBusy(true);
    const refused = await begin(whole ? [] : chosen, reason);
    setBusy(false);
    setProblem(refused);
    if (refused !== null) return;
    setChosen([]);
    setWhole(false);
    setReason("");
  }

  return (
    <form class={`card ${styles["form"]}`} onSubmit={(event) => void submit(event)}>
      <h2>{emergencyWords.begin}</h2>
      {problem && <ProblemNotice problem={problem} />}
      <fieldset>
        <legend>{emergencyWords.area}</legend>
        <div class={styles["areas"]}>
          <label>
            <input type="checkbox" checked={whole} onChange={() => setWhole(!whole)} />
            {emergencyWords.wholeCounty}
          </label>
          {townships.map(({ code, name }) => (
            <label key={code}>
              <input
                type="checkbox"
                disabled={whole}
                checked={whole || chosen.includes(code)}
                onChange={() =>
                  setChosen(
                    chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code],
                  )
                }
              />
              {name}
            </label>
          ))}
        </div>
        {lacksArea && (
          <p class={styles["lacks"]} role="alert">
            {emergencyWords.lacksArea}
          </p>
        )}
      </fieldset>
      <label class={styles["reason"]}>
        {emergencyWords.reason}
        <textarea
          rows={2}
          required
          minLength={2}
          maxLength={500}
          placeholder={emergencyWords.reasonHint}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button danger" disabled={busy}>
        {emergencyWords.submit}
      </button>
    </form>
  );
}
