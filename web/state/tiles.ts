/** Few numbers of the overview, each with the address of exactly the cases it counts. Pure. */
import type { OverviewAnswer } from "../../server/domain/overviewAnswers.ts";
import { words } from "../words.ts";
import { figureAddress } from "./evaluationAddress.ts";
import { overviewWords } from "../overviewWords.ts";

export interface Tile {
  readonly label: string;
  readonly value: string;
  /** How many cases its address lists. */
  readonly count: number;
  /** What a rate is of. */
  readonly note?: string;
  readonly href: string;
  readonly tone?: "red" | "amber";
}

const { tiles } = overviewWords;

export function tilesOf(of: OverviewAnswer): readonly Tile[] {
  return [
    { ...counted(tiles.overdue, of.overdue, "red"), href: "/cases?tab=open&due=overdue" },
    { ...counted(tiles.severe, of.severe, "red"), href: "/cases?tab=open&lamp=severe" },
    { ...counted(tiles.warned, of.warned, "amber"), href: "/cases?tab=open&lamp=amber" },
    { ...counted(tiles.dueToday, of.dueToday), href: "/cases?tab=open&due=today" },
    { ...counted(tiles.desk, of.desk, "amber"), href: "/cases?tab=open&desk=1" },
    { ...counted(tiles.open, of.open), href: "/cases?tab=open" },
    {
      ...counted(tiles.reportedToday, of.reportedToday),
      href: "/cases?tab=all&reported=today&sort=newest",
    },
    rated(tiles.acceptedOnTime, "signedOnTime", of),
    rated(tiles.handledOnTime, "handledOnTime", of),
    rated(tiles.satisfied, "satisfied", of),
  ];
}

function counted(label: string, count: number, tone?: Tile["tone"]): Omit<Tile, "href"> {
  return { label, count, value: String(count), ...(tone && count > 0 ? { tone } : {}) };
}

/** The address lists what stands under the line. */
function rated(label: string, indicator: string, { figures, from, to }: OverviewAnswer): Tile {
  const { over = 0, of = 0, value = null } = figures[indicator] ?? {};
  return {
    label,
    count: of,
    value: rate(value),
    note: overviewWords.overOf(over, of),
    href: figureAddress({ indicator, from, to }),
  };
}

export function rate(share: number | null): string {
  return share === null ? words.none : words.rate(share);
}
