/** Few numbers, each with its change and target; a click opens exactly its cases. */
import type { CockpitAnswer } from "../../server/domain/cockpit/answers.ts";
import { cockpitWords } from "../cockpitWords.ts";
import { type ShownFigure, shownFigure } from "../state/cockpitFigure.ts";
import styles from "./Cockpit.module.css";

export function CockpitFigures({ told }: { readonly told: CockpitAnswer }) {
  return (
    <section aria-label={cockpitWords.figures}>
      <ul class={styles["figures"]}>
        {told.figures.map((figure) => (
          <li key={figure.code}>
            <FigureCard figure={shownFigure(figure, told.month)} />
          </li>
        ))}
      </ul>
      <p class="muted">{cockpitWords.month(told.month.from, told.month.to)}</p>
    </section>
  );
}

function FigureCard({ figure }: { readonly figure: ShownFigure }) {
  return (
    <a class={`card ${styles["figure"]}`} href={figure.href}>
      <span>{figure.name}</span>
      <strong class={figure.isReached === false ? styles["short"] : ""}>{figure.value}</strong>
      <small class={toneOf(figure.isBetter)}>{figure.change}</small>
      {figure.target && <small class={toneOf(figure.isReached)}>{figure.target}</small>}
    </a>
  );
}

function toneOf(isGood: boolean | null): string {
  if (isGood === null) return "";
  return styles[isGood ? "good" : "short"] ?? "";
}
