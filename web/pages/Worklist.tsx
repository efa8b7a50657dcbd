import { useLocation } from "preact-iso/router";
import { useEffect, useRef } from "preact/hooks";
import { BatchSwitch } from "../parts/BatchSwitch.tsx";
import { FilterBar } from "../parts/FilterBar.tsx";
import { EmptyCases } from "../parts/EmptyCases.tsx";
import { CaseRows } from "../parts/CaseRows.tsx";
import { Later } from "../parts/Later.tsx";
import { MissedPart } from "../parts/MissedPart.tsx";
import { Loading, ProblemNotice } from "../parts/Notice.tsx";
import { choosing, chosen, keepUp, startChoosing, stopChoosing, toggle, whyNot } from "../state/batch.ts";
import type { BatchActor } from "../state/batchPlan.ts";
import { listAddress, readFilters } from "../state/filters.ts";
import { fresh } from "../state/fresh.ts";
import { listKeys, type Peek } from "../state/listKeys.ts";
import { caseOfRow, focusRow, hasRoom, peekAddress } from "../state/peek.ts";
import { account, unit } from "../state/session.ts";
import { say } from "../state/toast.ts";
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
import { worklistWords } from "../worklistWords.ts";
import { words } from "../words.ts";
import panel from "../parts/Panel.module.css";
import styles from "./Worklist.module.css";

export function Worklist() {
  const { route } = useLocation();
  const query = useOwnQuery("/cases");
  const filters = readFilters(query);
  const address = listAddress(filters);

  useEffect(() => void show(filters), [address]);
  useEffect(follow, []);
  const peek = usePeek(address, route);
  useEffect(
    () => listKeys({ row: "[data-case-row]", search: "#search", pick: pickRow, peek: peek.keys }),
    [address, hasRoom.value],
  );
  useEffect(() => keepUp(rows.value), [rows.value]);
  useEffect(() => stopChoosing, []);
  useEffect(() => backToRow(lastOpened.peek()), [ready.value]);
  const actor = batchActor();

  return (
    <div class={panel["page"]}>
      <h1 class="visuallyHidden">{worklistWords.title}</h1>
      <FilterBar filters={filters} go={(wanted) => route(listAddress(wanted))}>
        {actor && (choosing.value || rows.value.length > 0) && <BatchSwitch />}
      </FilterBar>
      {problem.value && <ProblemNotice problem={problem.value} retry={() => show(filters)} />}
      <div class={peek.shown ? styles["beside"] : ""}>
        <section class={`card ${styles["list"]}`} aria-busy={busy.value} aria-label={worklistWords.title}>
          {!ready.value && rows.value.length === 0 ? (
            !problem.value && <Loading />
          ) : (
            <div class={ready.value ? "" : "loading"}>
              {rows.value.length === 0 ? (
                <EmptyCases filters={filters} role={account.value?.role ?? null} />
              ) : (
                <CaseRows
                  rows={rows.value}
                  words={filters.q}
                  fresh={fresh.value}
                  marked={lastOpened.value}
                  picks={choosing.value ? { chosen: chosen.value, toggle, whyNot: whyNot.value } : null}
                  peek={hasRoom.value && !choosing.value ? peek : null}
                />
              )}
            </div>
          )}
        </section>
        {peek.shown && (
          <Later load={peekPane} props={{ id: peek.shown, close: peek.close }} missed={MissedPart} />
        )}
      </div>
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
      {actor && choosing.value && <Later load={batchBar} props={{ actor }} missed={MissedPart} />}
      <p class={`muted ${styles["keys"]}`}>{hasRoom.value ? worklistWords.keysPeek : worklistWords.keys}</p>
    </div>
  );
}

const peekPane = () => import("../parts/PeekPane.tsx").then((part) => part.PeekPane);

/**
 * What stands in the address of this page: while the next page is being fetched this one is still drawn, but the address
 * is no longer its own.
 */
function useOwnQuery(page: string): Readonly<Record<string, string>> {
  const { path, query } = useLocation();
  const own = useRef(query);
  if (path === page) own.current = query;
  return own.current;
}

/** 侧看 by the address, by the keys of the list and by the button of a row. */
function usePeek(address: string, route: (url: string, replace?: boolean) => void) {
  const query = useOwnQuery("/cases");
  const wanted = query["peek"] ?? null;
  const shown = hasRoom.value ? wanted : null;
  const latest = useRef(shown);
  latest.current = shown;
  const go = (id: string | null) => route(peekAddress(address, id), true);
  const close = () => {
    const { current } = latest;
    go(null);
    if (current !== null) focusRow(current);
  };
  const keys: Peek = {
    isOpen: () => latest.current !== null,
    open: (row) => hasRoom.peek() && go(caseOfRow(row)),
    close,
  };
  return { shown, open: go, close, keys };
}

const batchBar = () => import("../parts/BatchBar.tsx").then((part) => part.BatchBar);

/** Somebody whose role has acts that may be done on many cases at once; null for all others. */
function batchActor(): BatchActor | null {
  const role = account.value?.role;
  if (role === undefined || role === "gridWorker" || role === "admin") return null;
  return { role, unit: unit.value?.code ?? null };
}

/** Whoever comes back from a case finds the list where it was, with the focus on the row they left by. */
function backToRow(id: string | null): void {
  if (id === null || !ready.peek() || document.activeElement !== document.body) return;
  const row = document.querySelector<HTMLElement>(`[data-case-row][href="/cases/${CSS.escape(id)}"]`);
  row?.scrollIntoView({ block: "center" });
  row?.focus({ preventScroll: true });
}

/** `x` takes the row that has the focus, and begins to choose where nobody did yet. */
function pickRow(element: HTMLElement): void {
  const row = rows.peek().find(({ id }) => element.getAttribute("href") === `/cases/${id}`);
  if (!row || batchActor() === null) return;
  const why = whyNot.peek()(row);
  if (why !== null) return say(why);
  if (!choosing.peek()) startChoosing();
  toggle(row);
}
