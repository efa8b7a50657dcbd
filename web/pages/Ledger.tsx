/** 案卷台账: the cases of the worklist's filters with all their steps and counts, on the screen and as a file. */
import { useLocation } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import type { LedgerAnswer } from "../../server/domain/listAnswers.ts";
import { ledgerWords } from "../ledgerWords.ts";
import { FilterBar } from "../parts/FilterBar.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import panel from "../parts/Panel.module.css";
import { type Filters, listAddress, readFilters } from "../state/filters.ts";
import { createLedger, ledgerQuery } from "../state/ledger.ts";
import { countUnder } from "../state/worklist.ts";
import { words } from "../words.ts";
import { TableHead } from "../parts/TableHead.tsx";
import styles from "./Ledger.module.css";

export function Ledger() {
  const { query, route } = useLocation();
  const ledger = useMemo(createLedger, []);
  // A ledger is of all cases, unless somebody wants those of one tab
  const filters: Filters = { ...readFilters(query), ...(query["tab"] ? {} : { tab: "all" }) };
  const address = listAddress(filters, "/ledger");
  useEffect(() => void Promise.all([ledger.show(filters), countUnder(filters)]), [address]);
  const found = ledger.found.value;
  const problem = ledger.problem.value;
  return (
    <div class={panel["page"]}>
      <h1 class="visuallyHidden">{ledgerWords.title}</h1>
      <FilterBar filters={filters} page="/ledger" go={(wanted) => route(listAddress(wanted, "/ledger"))}>
        <span class={styles["files"]}>
          <a class="button" href={`/api/ledger/table.xlsx${ledgerQuery(filters)}`} download>
            {ledgerWords.excel}
          </a>
          <a class="button" href={`/api/ledger/table.csv${ledgerQuery(filters)}`} download>
            {ledgerWords.csv}
          </a>
        </span>
      </FilterBar>
      <p class="muted">{ledgerWords.hint}</p>
      {problem && <ProblemNotice problem={problem} retry={() => ledger.show(filters)} />}
      {found === null && !problem && <Loading />}
      {found?.rows.length === 0 && (
        <Empty title={ledgerWords.empty} hint={ledgerWords.emptyHint} icon="search" />
      )}
      {found !== null && found.rows.length > 0 && <Table found={found} isBusy={ledger.busy.value} />}
      {found?.next && (
        <button
          type="button"
          class={`button ${styles["more"]}`}
          disabled={ledger.busy.value}
          onClick={() => void ledger.more(filters)}
        >
          {words.more}
        </button>
      )}
    </div>
  );
}

/** The number stays at the left while the columns are scrolled; long words are cut, the whole stands in their title. */
function Table({ found, isBusy }: { readonly found: LedgerAnswer; readonly isBusy: boolean }) {
  return (
    <section
      class={`card ${styles["frame"]} ${isBusy ? "loading" : ""}`}
      role="region"
      aria-label={ledgerWords.table}
      aria-busy={isBusy}
      tabIndex={0}
    >
      <table class={styles["table"]}>
        <TableHead names={found.columns} />
        <tbody>
          {found.rows.map(({ id, cells: [number, ...cells] }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/cases/${id}`}>{number}</a>
              </th>
              {cells.map((cell, at) => (
                <td
                  key={found.columns[at + 1]}
                  class={typeof cell === "number" ? styles["number"] : ""}
                  title={String(cell).length > 16 ? String(cell) : undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
