/** Few numbers, each a link to exactly its cases; rates say what they are of. */
import type { OverviewAnswer } from "../../server/domain/screenAnswers.ts";
import { words } from "../words.ts";
import styles from "./OverviewTiles.module.css";

interface Tile {
  readonly label: string;
  readonly value: string;
  readonly href: string;
  readonly tone?: "red" | "amber";
}

export function Tiles({ figures }: { readonly figures: OverviewAnswer }) {
  return (
    <ul class={styles["tiles"]}>
      {tilesOf(figures).map((tile) => (
        <li key={tile.label}>
          <a class={`card ${styles["tile"]}`} href={tile.href}>
            <span>{tile.label}</span>
            <strong class={tile.tone ? styles[tile.tone] : ""}>{tile.value}</strong>
          </a>
        </li>
      ))}
    </ul>
  );
}

function tilesOf(of: OverviewAnswer): readonly Tile[] {
  const { tiles } = words.overview;
  const red = (count: number) => (count > 0 ? ({ tone: "red" } as const) : {});
  const amber = (count: number) => (count > 0 ? ({ tone: "amber" } as const) : {});
  return [
    {
      label: tiles.overdue,
      value: String(of.overdue),
      href: "/cases?tab=open&due=overdue",
      ...red(of.overdue),
    },
    { label: tiles.severe, value: String(of.severe), href: "/cases?tab=open&lamp=severe", ...red(of.severe) },
    {
      label: tiles.warned,
      value: String(of.warned),
      href: "/cases?tab=open&lamp=amber",
      ...amber(of.warned),
    },
    { label: tiles.dueToday, value: String(of.dueToday), href: "/cases?tab=open&due=today" },
    { label: tiles.desk, value: String(of.desk), href: "/cases?tab=open&desk=1", ...amber(of.desk) },
    { label: tiles.open, value: String(of.open), href: "/cases?tab=open" },
    { label: tiles.reportedToday, value: String(of.reportedToday), href: "/cases?tab=all&sort=newest" },
    { label: tiles.acceptedOnTime, value: rate(of.acceptedOnTime), href: "/cases?tab=all" },
    { label: tiles.handledOnTime, value: rate(of.handledOnTime), href: "/cases?tab=done" },
    { label: tiles.satisfied, value: rate(of.satisfied), href: "/cases?tab=done" },
  ];
}

export function rate(share: number | null): string {
  return share === null ? words.none : words.rate(share);
}
