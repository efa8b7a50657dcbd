/** What became of the rows of a file: every row is counted once as new, known or rejected. */
import type { DeskReason } from "../domain/case.ts";
import { deskWords } from "../domain/words.ts";

export interface Tally {
  readonly read: number;
  readonly opened: number;
  readonly known: number;
  readonly rejected: number;
  /** Of the new ones. */
  readonly placed: number;
  readonly sure: number;
  /** New cases on a person's desk, by reason; a case may have several. */
  readonly desk: Readonly<Partial<Record<DeskReason, number>>>;
  readonly onDesk: number;
}

export type Outcome =
  /** `sure`: the reader proposes an item without asking a person first. */
  | {
      readonly kind: "opened";
      readonly placed: boolean;
      readonly sure: boolean;
      readonly desk: readonly DeskReason[];
    }
  | { readonly kind: "known" }
  | { readonly kind: "rejected" };

export const emptyTally: Tally = {
  read: 0,
  opened: 0,
  known: 0,
  rejected: 0,
  placed: 0,
  sure: 0,
  desk: {},
  onDesk: 0,
};

export function count(tally: Tally, outcome: Outcome): Tally {
  const counted = { ...tally, read: tally.read + 1, [outcome.kind]: tally[outcome.kind] + 1 };
  if (outcome.kind !== "opened") return counted;
  const { placed, sure, desk } = outcome;
  return {
    ...counted,
    placed: tally.placed + (placed ? 1 : 0),
    sure: tally.sure + (sure ? 1 : 0),
    onDesk: tally.onDesk + (desk.length === 0 ? 0 : 1),
    desk: desk.reduce((sums, reason) => ({ ...sums, [reason]: (sums[reason] ?? 0) + 1 }), tally.desk),
  };
}

/** The summary a person reads. */
export function printTally(tally: Tally): string {
  const reasons = (Object.entries(tally.desk) as [DeskReason, number][])
    .sort(([, a], [, b]) => b - a)
    .map(([reason, n]) => `    ${deskWords[reason]}：${n}`);
  return [
    `读取 ${tally.read} 行`,
    `  新建案卷 ${tally.opened}`,
    `  已有（未重复建） ${tally.known}`,
    `  未导入 ${tally.rejected}`,
    ...(tally.opened === 0
      ? []
      : [
          "新建的案卷里",
          `  已定位到网格 ${tally.placed}，未定位 ${tally.opened - tally.placed}`,
          `  事项有把握 ${tally.sure}，拿不准 ${tally.opened - tally.sure}`,
          `  需要人工看的 ${tally.onDesk}，按原因（一件可有几个原因）：`,
          ...reasons,
        ]),
  ].join("\n");
}
