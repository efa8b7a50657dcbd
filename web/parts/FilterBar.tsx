/** Tabs with counts, chips for lamp and due day, states of the tab, and the finer filters: every choice is an address. */
import type { ComponentChildren } from "preact";
import type { CaseState } from "../../server/domain/case.ts";
import { stateWords } from "../../server/domain/words.ts";
import {
  changed,
  dueDays,
  type FilterName,
  type Filters,
  inTab,
  listAddress,
  type ListPage,
  statesIn,
  tabs,
} from "../state/filters.ts";
import { account } from "../state/session.ts";
import { keyHint } from "../state/shortcuts.ts";
import { countOf, countsIn, dueCounts } from "../state/worklist.ts";
import { worklistWords } from "../worklistWords.ts";
import { words } from "../words.ts";
import styles from "./FilterBar.module.css";
import { FilterFields } from "./FilterFields.tsx";
import { SavedViews } from "./SavedViews.tsx";

interface FilterBarProps {
  readonly filters: Filters;
  /** The page whose filters they are; the worklist where none is named. */
  readonly page?: ListPage;
  readonly go: (filters: Filters) => void;
  /** At the end of the line of fields. */
  readonly children?: ComponentChildren;
}

export function FilterBar({ filters, page = "/cases", go, children }: FilterBarProps) {
  const days = dueCounts.value.value;
  return (
    <div class={styles["bar"]}>
      <nav class={styles["tabs"]} aria-label={worklistWords.tabsLabel}>
        {tabs.map((tab, index) => (
          <a
            key={tab}
            href={listAddress(inTab(filters, tab), page)}
            aria-current={tab === filters.tab ? "page" : undefined}
            {...keyHint(`${index + 1}`)}
          >
            {worklistWords.tabs[tab]}
            <span class={styles["count"]}>{countOf(tab) ?? ""}</span>
          </a>
        ))}
      </nav>
      <div class={styles["chips"]} role="group" aria-label={worklistWords.chipsLabel}>
        {filters.tab !== "done" &&
          dueDays.map((day) => (
            <Chip
              key={day}
              page={page}
              filters={filters}
              name="due"
              value={day}
              label={worklistWords.due[day]}
              {...(days ? { count: days[day] } : {})}
            />
          ))}
        <Chip
          page={page}
          filters={filters}
          name="reported"
          value="today"
          label={worklistWords.reportedToday}
        />
        <Chip page={page} filters={filters} name="reported" value="week" label={worklistWords.reportedWeek} />
        {/^\d/u.test(filters.reported ?? "") && (
          <Chip
            page={page}
            filters={filters}
            name="reported"
            value={filters.reported ?? ""}
            label={worklistWords.reportedOn(filters.reported ?? "")}
          />
        )}
        <Chip page={page} filters={filters} name="desk" value="1" label={worklistWords.desk} />
        {hasColleagues() && (
          <Chip page={page} filters={filters} name="own" value="1" label={worklistWords.own} />
        )}
        {filters.tab !== "done" && (
          <Chip
            page={page}
            filters={filters}
            name="mark"
            value="answer"
            label={words.supervision.marks.answer}
          />
        )}
        <span class={styles["gap"]} />
        <StateChips filters={filters} page={page} />
      </div>
      <FilterFields filters={filters} page={page} go={go}>
        {children}
      </FilterFields>
      {page === "/cases" && <SavedViews filters={filters} />}
    </div>
  );
}

/** Units hand cases to somebody by name; grid workers have theirs by the cell. */
function hasColleagues(): boolean {
  const role = account.value?.role;
  return role === "department" || role === "township" || role === "centre";
}

function StateChips({ filters, page }: { readonly filters: Filters; readonly page: ListPage }) {
  const counts = countsIn(filters.tab)?.byState;
  // Where cases are counted, only states that hold some; where they are not, all of them.
  const shown = statesIn(filters.tab).filter(
    (state) => !counts || (counts[state] ?? 0) > 0 || filters.state === state,
  );
  return (
    <>
      {shown.map((state: CaseState) => (
        <Chip
          key={state}
          page={page}
          filters={filters}
          name="state"
          value={state}
          label={stateWords[state]}
          {...(counts ? { count: counts[state] ?? 0 } : {})}
        />
      ))}
    </>
  );
}

interface ChipProps {
  readonly page: ListPage;
  readonly filters: Filters;
  readonly name: FilterName;
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

function Chip({ page, filters, name, value, label, count }: ChipProps) {
  const on = filters[name] === value;
  return (
    <a
      class={`${styles["chip"]} ${value === "overdue" ? styles["late"] : ""}`}
      href={listAddress(changed(filters, name, value), page)}
      aria-current={on ? "true" : undefined}
    >
      {label}
      {count !== undefined && <span class={styles["count"]}>{count}</span>}
    </a>
  );
}
