/** Few numbers, each a link to exactly its cases; rates say what they are of. */
import type { OverviewAnswer } from "../../server/domain/overviewAnswers.ts";
import { tilesOf } from "../state/tiles.ts";
import styles from "./OverviewTiles.module.css";

export function Tiles({ figures }: { readonly figures: OverviewAnswer }) {
  return (
    <ul class={styles["tiles"]}>
      {tilesOf(figures).map((tile) => (
        <li key={tile.label}>
          <a class={`card ${styles["tile"]}`} href={tile.href}>
            <span>{tile.label}</span>
            <strong class={tile.tone ? styles[tile.tone] : ""}>{tile.value}</strong>
            {tile.note && <small>{tile.note}</small>}
          </a>
        </li>
      ))}
    </ul>
  );
}
