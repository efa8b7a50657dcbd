import { useLocation, useRoute } from "preact-iso/router";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Icon } from "../parts/Icon.tsx";
import { ProblemNotice } from "../parts/Notice.tsx";
import { ProgressCase } from "../parts/ProgressCase.tsx";
import { TextField } from "../parts/TextField.tsx";
import { createProgress } from "../state/progress.ts";
import { chooseTheme, theme } from "../state/theme.ts";
import styles from "./Progress.module.css";
import { progressWords } from "../progressWords.ts";

/** Longer than any number or code; whatever is pasted by mistake fits no address. */
const MOST_LETTERS = 40;

export function Progress() {
  const { query, route } = useLocation();
  const asked = useRoute().params["number"] ?? "";
  const progress = useMemo(createProgress, []);
  const [number, setNumber] = useState(asked);
  const [code, setCode] = useState(query["code"] ?? "");
  const found = progress.found.value;
  const problem = progress.problem.value;

  // A link brings both; the way back from a case closes it
  useEffect(() => {
    if (asked !== "" && query["code"]) void progress.open({ number: asked, code: query["code"] });
    else progress.close();
  }, [asked, query["code"]]);

  /** Another address opens its case by itself; the same again is asked again. Either way a miss counts once. */
  function submit(event: Event): void {
    event.preventDefault();
    const wanted = { number: number.trim(), code: code.trim() };
    if (wanted.number === asked && wanted.code === query["code"]) return void progress.open(wanted);
    route(`/progress/${encodeURIComponent(wanted.number)}?code=${encodeURIComponent(wanted.code)}`);
  }

  return (
    <div class={styles["page"]}>
      <header class={styles["head"]}>
        <h1>{progressWords.title}</h1>
        <button
          type="button"
          class="button"
          aria-pressed={theme.value === "care"}
          onClick={() => chooseTheme(theme.value === "care" ? "day" : "care")}
        >
          {theme.value === "care" ? progressWords.normalType : progressWords.largeType}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          {progressWords.print}
        </button>
      </header>
      {!found && (
        <form class={`card ${styles["card"]}`} onSubmit={submit}>
          {problem && <ProblemNotice problem={problem} />}
          <TextField
            id="progress-number"
            label={progressWords.number}
            hint={progressWords.numberHint}
            value={number}
            maxLength={MOST_LETTERS}
            required
            unmarked
            change={setNumber}
          />
          <TextField
            id="progress-code"
            label={progressWords.code}
            hint={progressWords.codeHint}
            value={code}
            maxLength={MOST_LETTERS}
            autocomplete="off"
            required
            unmarked
            change={setCode}
          />
          <button type="submit" class={`button primary ${styles["wide"]}`} disabled={progress.busy.value}>
            <Icon name="search" />
            {progressWords.look}
          </button>
        </form>
      )}
      {found && <ProgressCase key={found.number} progress={progress} found={found} />}
    </div>
  );
}
