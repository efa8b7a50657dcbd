import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { marks } from "../../server/domain/marks.ts";
import { LONGEST_SEARCH } from "../../server/domain/search.ts";
import { channelWords } from "../../server/domain/words.ts";
import { choosing } from "../state/batch.ts";
import {
  changed,
  type FilterName,
  type Filters,
  isNarrowed,
  listAddress,
  type ListPage,
} from "../state/filters.ts";
import { itemOf, reference, unitName } from "../state/reference.ts";
import { account } from "../state/session.ts";
import { worklistWords } from "../worklistWords.ts";
import { words } from "../words.ts";
import styles from "./FilterFields.module.css";
import { Icon } from "./Icon.tsx";
import { NameHints } from "./laterParts.tsx";

interface FilterFieldsProps {
  readonly filters: Filters;
  readonly page: ListPage;
  readonly go: (filters: Filters) => void;
  /** What else may be done with the list, at the end of the line. */
  readonly children?: ComponentChildren;
}

export function FilterFields({ filters, page, go, children }: FilterFieldsProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(filters.q ?? "");
  useEffect(() => setTyped(filters.q ?? ""), [filters.q]);
  const role = account.value?.role;
  const known = reference.value;
  const county = (known?.units ?? []).filter((unit) => unit.level === "county");
  const choose = (name: FilterName, value: string) => go(changed(filters, name, value === "" ? null : value));
  const wide = role === "centre" || role === "leader";
  return (
    <form class={styles["fields"]} role="search" onSubmit={(event) => event.preventDefault()}>
      <label class={styles["search"]}>
        <span class="visuallyHidden">{worklistWords.search}</span>
        <Icon name="search" size={16} />
        <input
          id="search"
          type="search"
          maxLength={LONGEST_SEARCH}
          placeholder={worklistWords.searchHint}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => choose("q", event.currentTarget.value.trim())}
        />
      </label>
      {(open || !choosing.value) && (
        <button
          type="button"
          class={`button ${styles["toggle"]}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {worklistWords.moreFilters}
        </button>
      )}
      <div class={`${styles["choices"]} ${open ? styles["open"] : ""}`}>
        {wide && (
          <Choice
            label={worklistWords.township}
            value={filters.township}
            options={(known?.townships ?? []).map((row) => [row.code, row.name])}
            choose={(value) => choose("township", value)}
          />
        )}
        <Choice
          label={words.supervision.markFilter}
          value={filters.mark}
          options={marks.map((mark) => [mark, words.supervision.marks[mark]])}
          choose={(value) => choose("mark", value)}
        />
        {role !== "department" && (
          <Choice
            label={worklistWords.unit}
            value={filters.unit}
            options={county.map((row) => [row.code, row.name])}
            choose={(value) => choose("unit", value)}
          />
        )}
        <Choice
          label={worklistWords.channel}
          value={filters.channel}
          options={Object.entries(channelWords)}
          choose={(value) => choose("channel", value)}
        />
        <Choice
          label={worklistWords.sort}
          value={filters.sort}
          options={[
            ["due", worklistWords.sorts.due],
            ["newest", worklistWords.sorts.newest],
          ]}
          all={worklistWords.sorts.own}
          choose={(value) => choose("sort", value)}
        />
      </div>
      {typed.trim().length > 1 && <NameHints typed={typed} filters={filters} page={page} />}
      <Pinned filters={filters} page={page} />
      {children && <div class={styles["end"]}>{children}</div>}
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  readonly all?: string;
  readonly choose: (value: string) => void;
}

function Choice({ label, value = "", options, all, choose }: ChoiceProps) {
  return (
    <label class={styles["choice"]}>
      <span class="visuallyHidden">{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{all ?? worklistWords.allOf(label)}</option>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Filters that came by a link and have no field of their own, each with a way to take it off. */
function Pinned({ filters, page }: Pick<FilterFieldsProps, "filters" | "page">) {
  const shown: readonly (readonly [FilterName, string])[] = [
    ["item", itemOf(filters.item)?.name ?? filters.item ?? ""],
    ["cell", filters.cell ?? ""],
    ["holder", filters.holder ? worklistWords.heldBy(unitName(filters.holder)) : ""],
    ["lamp", worklistWords.lamps[filters.lamp ?? ""] ?? ""],
    ["unit", account.value?.role === "department" && filters.unit ? unitName(filters.unit) : ""],
    ["mine", filters.mine ? worklistWords.mine : ""],
  ];
  return (
    <>
      {shown
        .filter(([, label]) => label !== "")
        .map(([name, label]) => (
          <a key={name} class={styles["pinned"]} href={listAddress(changed(filters, name, null), page)}>
            {label}
            <Icon name="close" size={13} label={worklistWords.takeOff(label)} />
          </a>
        ))}
      {isNarrowed(filters) && (
        <a class={styles["clear"]} href={listAddress({ tab: filters.tab }, page)}>
          {worklistWords.clear}
        </a>
      )}
    </>
  );
}
