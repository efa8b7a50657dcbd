/** Period, grouping and family of indicators: every choice is an address. */
import { groupWords } from "../../server/domain/evaluate/words.ts";
import { evaluationWords as words } from "../evaluationWords.ts";
import {
  type Asked,
  evaluationAddress,
  figuresQuery,
  goesByCells,
  groupings,
  periods,
  views,
} from "../state/evaluationAddress.ts";
import { reference } from "../state/reference.ts";
import { now } from "../state/serverTime.ts";
import { VersionPicker } from "./VersionPicker.tsx";
import styles from "./EvaluationBar.module.css";
import bar from "./FilterBar.module.css";

interface EvaluationBarProps {
  readonly asked: Asked;
  /** Whoever sees the whole county chooses a township before its cells. */
  readonly seesAll: boolean;
  readonly go: (wanted: Asked) => void;
}

export function EvaluationBar({ asked, seesAll, go }: EvaluationBarProps) {
  return (
    <div class={bar["bar"]}>
      <nav class={bar["tabs"]} aria-label={words.viewsLabel}>
        {views.map((view) => (
          <a
            key={view}
            href={evaluationAddress({ ...asked, view })}
            aria-current={view === asked.view ? "page" : undefined}
          >
            {words.views[view]}
          </a>
        ))}
      </nav>
      {(asked.view === "figures" || asked.view === "held") && <Period asked={asked} go={go} />}
      {asked.view === "figures" && <Groups asked={asked} seesAll={seesAll} go={go} />}
    </div>
  );
}

function Period({ asked, go }: Pick<EvaluationBarProps, "asked" | "go">) {
  return (
    <div class={styles["row"]} role="group" aria-label={words.period}>
      <span class={bar["chips"]}>
        {periods(now.peek()).map(({ code, from, to }) => (
          <a
            key={code}
            class={bar["chip"]}
            href={evaluationAddress({ ...asked, from, to })}
            aria-current={from === asked.from && to === asked.to ? "true" : undefined}
          >
            {words.periods[code]}
          </a>
        ))}
      </span>
      {(["from", "to"] as const).map((end) => (
        <label key={end} class={styles["day"]}>
          <span>{words[end]}</span>
          <input
            type="date"
            value={asked[end]}
            onChange={(event) =>
              event.currentTarget.value && go({ ...asked, [end]: event.currentTarget.value })
            }
          />
        </label>
      ))}
    </div>
  );
}

function Groups({ asked, seesAll, go }: EvaluationBarProps) {
  return (
    <div class={styles["row"]}>
      <span class={bar["chips"]} role="group" aria-label={words.by}>
        {groupings.map((by) => (
          <a
            key={by}
            class={bar["chip"]}
            href={evaluationAddress({ ...asked, by })}
            aria-current={by === asked.by ? "true" : undefined}
          >
            {groupWords[by]}
          </a>
        ))}
      </span>
      {seesAll && (
        <label class={styles["day"]}>
          <span>{words.township}</span>
          <select
            value={asked.township ?? ""}
            onChange={(event) => go({ ...asked, township: event.currentTarget.value || undefined })}
          >
            <option value="">{asked.by === "cell" ? words.chooseTownship : words.cases.all}</option>
            {(reference.value?.townships ?? []).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {goesByCells(asked.by) && (
        <VersionPicker
          chosen={asked.gridVersion}
          choose={(gridVersion) => go({ ...asked, gridVersion })}
          class={styles["day"]}
        />
      )}
      <a
        class={`button ${styles["download"]}`}
        href={`/api/evaluation/table.csv${figuresQuery(asked)}`}
        download
      >
        {words.download}
      </a>
    </div>
  );
}
