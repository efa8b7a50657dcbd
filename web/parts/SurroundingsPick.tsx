/** In the emergency view: a tap on the map tells what lies around that place. */
import { useState } from "preact/hooks";
import type { Point } from "../../geo/point.ts";
import { surroundingsWords as text } from "../surroundingsWords.ts";
import { MapPane } from "./MapPane.tsx";
import styles from "./Panel.module.css";
import { Surroundings } from "./Surroundings.tsx";

export function SurroundingsPick() {
  const [point, setPoint] = useState<Point | null>(null);
  return (
    <section class={`card ${styles["card"]}`} aria-label={text.pickTitle}>
      <h2>{text.pickTitle}</h2>
      <p class="muted">{text.pick}</p>
      <MapPane label={text.pickTitle} height="300px" focus={point} pick={setPoint} />
      {point && <Surroundings point={point} item={null} />}
    </section>
  );
}
