import { useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import { batchWords } from "../batchWords.ts";
import { FilterBar } from "../parts/FilterBar.tsx";
import { CaseRows } from "../parts/CaseRows.tsx";
import { Later } from "../parts/Later.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { choosing, chosen, keepUp, startChoosing, stopChoosing, toggle } from "../state/batch.ts";
import type { BatchActor } from "../state/batchPlan.ts";
import {
  changed,
  type FilterName,
  type Filters,
  isNarrowed,
  listAddress,
  readFilters,
} from "../state/filters.ts";
import { listKeys } from "../state/listKeys.ts";
import { account, unit } from "../state/session.ts";
import {
  busy,
  follow,
  lastOpened,
  loadMore,
  mayLoadMore,
  problem,
  ready,
  rows,
  show,
} from "../state/worklist.ts";
import { words } from "../words.ts";
import panel from "../parts/Panel.module.css";
import styles from "./Worklist.module.css";

export function Worklist() {
  const { query, route } = useLocation();
  const filters = readFilters(query);
  const address = listAddress(filters);

  useEffect(() => void show(filters), [address]);
  useEffect(follow, []);
  useEffect(() => listKeys({ row: "[data-case-row]", search: "#search", pick: pickRow }), []);
  useEffect(() => keepUp(rows.value), [rows.value]);
  useEffect(() => stopChoosing, []);
  const actor = batchActor();

  return (
    <div class={panel["page"]}>
      <h1 class="visuallyHidden">{words.worklist.title}</h1>
      <FilterBar filters={filters} go={(wanted) => route(listAddress(wanted))}>
        {actor && !choosing.value && rows.value.length > 0 && (
          <button type="button" class="button" onClick={startChoosing}>
            {batchWords.start}
          </button>
        )}
      </FilterBar>
      {problem.value && <ProblemNotice problem={problem.value} retry={() => show(filters)} />}
      <section class={`card ${styles["list"]}`} aria-busy={busy.value} aria-label={words.worklist.title}>
        {!ready.value && rows.value.length === 0 ? (
          !problem.value && <Loading />
        ) : (
          <div class={ready.value ? "" : "loading"}>
            {rows.value.length === 0 ? (
              <EmptyList filters={filters} />
            ) : (
              <CaseRows
                rows={rows.value}
                marked={lastOpened.value}
                picks={choosing.value ? { chosen: chosen.value, toggle } : null}
              />
            )}
          </div>
        )}
      </section>
      {mayLoadMore.value && (
        <button
          type="button"
          class={`button ${styles["more"]}`}
          disabled={busy.value}
          onClick={() => void loadMore()}
        >
          {words.more}
        </button>
      )}
      {actor && choosing.value && <Later load={batchBar} props={{ actor }} />}
      <p class={`muted ${styles["keys"]}`}>{words.worklist.keys}</p>
    </div>
  );
}

const batchBar = () => import("../parts/BatchBar.tsx").then((part) => part.BatchBar);

/** Somebody whose role has acts that may be done on many cases at once; null for all others. */
function batchActor(): BatchActor | null {
  const role = account.value?.role;
  if (role === undefined || role === "gridWorker" || role === "admin") return null;
  return { role, unit: unit.value?.code ?? null };
}

/** `x` takes the row that has the focus, and begins to choose where nobody did yet. */
function pickRow(element: HTMLElement): void {
  const row = rows.peek().find(({ id }) => element.getAttribute("href") === `/cases/${id}`);
  if (!row || batchActor() === null) return;
  if (!choosing.peek()) startChoosing();
  toggle(row);
}

const everything: Filters = { tab: "all" };

function EmptyList({ filters }: { readonly filters: Filters }) {
  const { empty } = words.worklist;
  if (isNarrowed(filters)) {
    const late = filters.due === "overdue" || filters.lamp === "red" || filters.lamp === "severe";
    return (
      <Empty
        title={late ? empty.noneLate : empty.narrowed}
        hint={empty.narrowedHint}
        icon={late ? "check" : "search"}
      >
        <a class="button" href={listAddress(withoutFilters(filters))}>
          {words.worklist.clear}
        </a>
      </Empty>
    );
  }
  const role = account.value?.role;
  return (
    <Empty title={filters.tab === "todo" ? empty.todo : empty.all} hint={role ? empty.hints[role] : ""}>
      {filters.tab === "todo" && (
        <a class="button" href={listAddress(everything)}>
          {words.worklist.seeAll}
        </a>
      )}
    </Empty>
  );
}

function withoutFilters(filters: Filters): Filters {
  const narrowing = Object.keys(filters).filter(
    (name): name is FilterName => name !== "tab" && name !== "sort",
  );
  return narrowing.reduce((left, name) => changed(left, name, null), filters);
}
