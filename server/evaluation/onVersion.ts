/**
 * Figures by the cells or townships of a chosen version of the grid (按某一版网格统计): every case is placed on it again by
 * its coordinates; one without coordinates keeps the cell of its day where the version has it.
 */
import type { FigureQuestion } from "../../db/store.ts";
import type { Grid } from "../../geo/grid.ts";
import type { Deps } from "../deps.ts";
import { type Refusal, refuse } from "../domain/case.ts";
import type { CountedProfile, TakenOut } from "../domain/evaluate/figure.ts";
import type { GridVersionName } from "../domain/gridVersion.ts";
import { gridOfVersion, resettled } from "../grid/ofVersion.ts";

/** How a version groups the rows of a question. */
export interface OnVersion {
  readonly named: GridVersionName;
  readonly grid: Grid;
  readonly by: "cell" | "township";
}

/** @returns undefined when no version was asked for. */
export async function onVersion(
  { gridVersion, by }: { readonly gridVersion?: string | undefined; readonly by: string },
  { store }: Pick<Deps, "store">,
): Promise<OnVersion | Refusal | undefined> {
  if (gridVersion === undefined) return undefined;
  if (by !== "cell" && by !== "township")
    return refuse("badValue", { field: "by", given: by, expected: "cell 或 township（按网格版本统计时）" });
  const found = await gridOfVersion(Number(gridVersion), { store });
  if ("kind" in found) return found;
  const { version, validFrom } = found.row;
  return { named: { version, validFrom }, grid: found.grid, by };
}

/** Groups of profiles as the store would give them, had the version always counted. */
export async function regrouped(
  question: FigureQuestion,
  version: OnVersion,
  { store }: Pick<Deps, "store">,
): Promise<{ readonly stored: readonly CountedProfile[]; readonly taken: readonly TakenOut[] }> {
  const { rows, groupByCase } = await placedOn(question, version, { store });
  const taken = await store.evaluation.takenCases(withoutPlace(question));
  return {
    stored: rows.map(({ caseId, subject, profile }) => ({
      group: groupByCase.get(caseId) ?? "",
      subject,
      profile,
      count: 1,
    })),
    taken: taken.flatMap(({ caseId, ...row }) => {
      const group = groupByCase.get(caseId);
      return group === undefined ? [] : [{ ...row, group, count: 1 }];
    }),
  };
}

/** The cases behind one group, or behind all of them together. */
export async function casesIn(
  question: FigureQuestion,
  group: string | undefined,
  version: OnVersion,
  deps: Pick<Deps, "store">,
): Promise<FigureQuestion> {
  const { groupByCase } = await placedOn(question, version, deps);
  const caseIds = [...groupByCase]
    .filter(([, found]) => group === undefined || found === group)
    .map(([caseId]) => caseId);
  return { ...withoutPlace(question), caseIds };
}

async function placedOn(question: FigureQuestion, { grid, by }: OnVersion, { store }: Pick<Deps, "store">) {
  const all = await store.evaluation.placed(withoutPlace(question));
  const cells = resettled(all, grid);
  const isAsked = (place: number) =>
    question.township === undefined || cells[place]?.startsWith(question.township) === true;
  const rows = all.filter((_, place) => isAsked(place));
  const groupByCase = new Map(
    all.flatMap(({ caseId }, place) => {
      const cell = cells[place] ?? "";
      return isAsked(place) ? [[caseId, by === "cell" ? cell : cell.slice(0, 9)] as const] : [];
    }),
  );
  return { rows, groupByCase };
}

/** The version says where a case lies, not the row. */
function withoutPlace({ township: _township, cell: _cell, ...question }: FigureQuestion): FigureQuestion {
  return question;
}
