/** Every version of a layer, the newest first; one of them is shown on the map with what it changed. */
import type { GridAnswer } from "../../server/domain/gridAnswers.ts";
import { gridWords } from "../gridWords.ts";
import { momentText } from "../state/moment.ts";
import { draft, layer, shown, showVersion } from "../state/grid.ts";
import panel from "../parts/Panel.module.css";
import styles from "./Grid.module.css";

const words = gridWords.versions;

export function GridVersions({ found }: { readonly found: GridAnswer }) {
  const rows = found.versions.filter((row) => row.layer === layer.value);
  if (rows.length === 0) return null;
  return (
    <section class={`card ${panel["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.version} class={styles["version"]}>
            <div class={panel["head"]}>
              <span>
                <b>{words.of(row.version)}</b> {words.from(row.validFrom)}{" "}
                {row.inForce && <b>{words.inForce}</b>}
                {row.validFrom > found.today && <b>{words.coming}</b>}
              </span>
              {!draft.value && (
                <button
                  type="button"
                  class="button"
                  aria-pressed={shown.value?.version === row.version}
                  onClick={() => void showVersion(row.version)}
                >
                  {words.show}
                </button>
              )}
            </div>
            <p>{row.note}</p>
            <p>
              {gridWords.cells(row.cells)} {words.counts(row.kept, row.begun, row.ended)}
            </p>
            <p class="muted">
              {row.by} {row.publishedAt > 0 && momentText(row.publishedAt, found.now)} {row.source}
            </p>
            {row.hash !== "" && <p class="muted">{words.hash(row.hash)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
