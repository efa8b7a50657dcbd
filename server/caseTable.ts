/** A table of cases to take out of the house: whatever its taker may see, with reporters only where that was granted. */
import Papa from "papaparse";
import type { ListedCase } from "../db/store.ts";
import type { Deps } from "./deps.ts";
import type { Actor } from "./domain/case.ts";
import { scopeOf } from "./domain/permit.ts";
import { wallClock } from "./domain/time.ts";
import { channelWords, stateWords } from "./domain/words.ts";
import { type FilterQuery, filterOf } from "./caseFilter.ts";
import { formulas } from "./formulas.ts";
import { mayReveal } from "./view/privacy.ts";
import { markLine } from "./watermark.ts";

const PAGE = 500;

/** @returns one more than `most` when there are more. */
export async function casesToExport(
  filter: FilterQuery,
  actor: Actor,
  { most, deps }: { readonly most: number; readonly deps: Deps },
): Promise<readonly ListedCase[]> {
  const { store, clock } = deps;
  const [scope, now] = [scopeOf(actor), clock.now()];
  const rows: ListedCase[] = [];
  let after: string | null = null;
  while (rows.length <= most) {
    const page = { sort: "newest", after, limit: Math.min(PAGE, most + 1 - rows.length) } as const;
    const found = await store.cases.list(scope, filterOf(filter, actor, now), page, now);
    rows.push(...found.rows);
    after = found.next;
    if (after === null) break;
  }
  return rows;
}

const head = ["案卷号", "上报时间", "来源", "状态", "事项", "乡镇", "网格", "承办单位", "内容", "地址"];

/** What stands in the table, and whose reporters stand in it. */
export interface CaseTable {
  readonly text: string;
  readonly revealed: readonly string[];
}

export async function caseTable(
  cases: readonly ListedCase[],
  {
    actor,
    personal,
    mark,
  }: { readonly actor: Actor; readonly personal: boolean; readonly mark: string | null },
  deps: Deps,
): Promise<CaseTable> {
  const { names, store } = deps;
  const revealed: string[] = [];
  const rows: (readonly string[])[] = [];
  for (const row of cases) {
    const cells = [
      row.number,
      wallClock(row.reportedAt),
      channelWords[row.channel],
      stateWords[row.state],
      names.item(row.itemCode)?.name ?? "",
      names.township(row.townshipCode)?.name ?? "",
      names.cell(row.cellCode)?.name ?? "",
      names.holder(row.leadUnit)?.name ?? "",
      row.text,
      row.address ?? "",
    ];
    if (!personal) {
      rows.push(cells);
      continue;
    }
    const found = await store.cases.byId(row.id);
    const reporter = found && mayReveal(actor, found) ? await store.cases.reporter(row.id) : null;
    if (reporter !== null) revealed.push(row.id);
    rows.push([...cells, reporter?.name ?? "", reporter?.phone ?? ""]);
  }
  const top = personal ? [...head, "反映人", "电话"] : head;
  const table = [top, ...rows, ...markLine(mark)] as string[][];
  return { text: `\uFEFF${Papa.unparse(table, { escapeFormulae: formulas, newline: "\r\n" })}`, revealed };
}
