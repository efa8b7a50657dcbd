import { useEffect } from "preact/hooks";
import type { GridAnswer } from "../../server/domain/gridAnswers.ts";
import { GridDraft } from "../grid/GridDraft.tsx";
import { GridImport } from "../grid/GridImport.tsx";
import { GridVersions } from "../grid/GridVersions.tsx";
import { gridWords as words } from "../gridWords.ts";
import { needed } from "../parts/Later.tsx";
import { Empty, Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { beginDraft, draft, grid, layer, loadGrid, objection, openLayer, working } from "../state/grid.ts";
import styles from "../grid/Grid.module.css";
import panel from "../parts/Panel.module.css";

const GridBoard = needed(() => import("../grid/GridBoard.tsx").then((part) => part.GridBoard));

export function Grid() {
  useEffect(() => void loadGrid(), []);
  const found = grid.value.value;
  const problem = grid.problem.value;
  if (!found) return problem ? <ProblemNotice problem={problem} retry={loadGrid} /> : <Loading />;
  const chosen = found.layers.find(({ code }) => code === layer.value);
  const isEmpty = (chosen?.version ?? null) === null && !draft.value;
  return (
    <div class={panel["page"]}>
      <header class={panel["head"]}>
        <div>
          <h1>{words.title}</h1>
          <p class="muted">{words.lead}</p>
        </div>
        <Layers found={found} />
      </header>
      {objection.value && <ProblemNotice problem={objection.value} />}
      {found.hint !== null && <Hint tone="warn">{found.hint}</Hint>}
      <div class={styles["body"]}>
        <div class={`${panel["page"]} ${styles["side"]}`}>
          {isEmpty && !working.value && (
            <Empty icon="map" title={words.empty} hint={found.mayEdit ? words.emptyHint : words.noVersion} />
          )}
          {draft.value && <GridDraft draft={draft.value} today={found.today} />}
          {found.mayEdit && <GridImport />}
          {found.mayEdit && !isEmpty && !draft.value && (
            <button type="button" class="button" disabled={working.value} onClick={() => void beginDraft()}>
              {words.draft.begin}
            </button>
          )}
          <GridVersions found={found} />
        </div>
        <div class={styles["mapSide"]}>{!isEmpty && <GridBoard />}</div>
      </div>
    </div>
  );
}

function Layers({ found }: { readonly found: GridAnswer }) {
  return (
    <div class={panel["acts"]} role="tablist" aria-label={words.layers}>
      {found.layers.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          role="tab"
          class={layer.value === code ? "button primary" : "button"}
          aria-selected={layer.value === code}
          onClick={() => void openLayer(code)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
