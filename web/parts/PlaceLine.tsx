/** Where it is and how that is known: address, cell, and the rule by which the point fell there. */
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { worklistWords } from "../worklistWords.ts";
import { caseWords } from "../caseWords.ts";
import { words } from "../words.ts";
import { Icon } from "./Icon.tsx";
import { PlaceOrigin } from "./laterPlaces.tsx";
import { LayerLines } from "./LayerLines.tsx";
import styles from "./PlaceLine.module.css";

export function PlaceLine({ found }: { readonly found: CaseAnswer }) {
  const { placement } = found;
  const cell = [found.township?.name, found.cell?.name].filter(Boolean).join(" · ");
  return (
    <div class={styles["place"]}>
      <Icon name="pin" />
      <div>
        <p>{found.address ?? caseWords.noAddress}</p>
        <p>
          {cell === "" ? <em>{worklistWords.noPlace}</em> : cell}
          {placement && <span class="muted"> {words.placement(placement)}</span>}
        </p>
        <LayerLines layers={found.layers} />
        <PlaceOrigin sentPoint={found.sentPoint} earlierPlaces={found.earlierPlaces} />
      </div>
    </div>
  );
}
