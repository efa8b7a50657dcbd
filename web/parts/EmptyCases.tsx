/** A worklist without a row says what would stand here, or that the filters leave nothing, with the way on. */
import type { Role } from "../../server/domain/case.ts";
import { changed, type FilterName, type Filters, isNarrowed, listAddress } from "../state/filters.ts";
import { worklistWords } from "../worklistWords.ts";
import { Empty } from "./Notice.tsx";

const everything: Filters = { tab: "all" };

interface EmptyCasesProps {
  readonly filters: Filters;
  /** Who looks: each role is told what will come here. */
  readonly role: Role | null;
}

export function EmptyCases({ filters, role }: EmptyCasesProps) {
  const { empty } = worklistWords;
  if (isNarrowed(filters)) {
    const late = filters.due === "overdue" || filters.lamp === "red" || filters.lamp === "severe";
    return (
      <Empty
        title={late ? empty.noneLate : empty.narrowed}
        hint={empty.narrowedHint}
        icon={late ? "check" : "search"}
      >
        <a class="button" href={listAddress(withoutFilters(filters))}>
          {worklistWords.clear}
        </a>
      </Empty>
    );
  }
  return (
    <Empty
      title={filters.tab === "todo" ? empty.todo : empty.all}
      hint={role ? empty.hints[role] : ""}
      icon={filters.tab === "todo" ? "check" : "list"}
    >
      {filters.tab === "todo" && (
        <a class="button" href={listAddress(everything)}>
          {worklistWords.seeAll}
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
