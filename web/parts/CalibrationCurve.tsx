/** 说几成，对几成: the calibration curve as a drawing, and the same figures as a table for who cannot see it. */
import type { MarksAnswer } from "../../server/domain/learning/answers.ts";
import { marksWords } from "../marksWords.ts";
import { words as common } from "../words.ts";
import { TableHead } from "./TableHead.tsx";
import styles from "./Panel.module.css";

const words = marksWords.curve;
const SIDE = 200;
const EDGE = 24;

export function CalibrationCurve({ bands }: { readonly bands: MarksAnswer["bands"] }) {
  const most = Math.max(1, ...bands.map(({ rows }) => rows));
  const x = (share: number) => EDGE + share * SIDE;
  const y = (share: number) => EDGE + (1 - share) * SIDE;
  const size = SIDE + 2 * EDGE;
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p class="muted">{words.hint}</p>
      <svg class={styles["curve"]} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.hint}>
        <rect x={EDGE} y={EDGE} width={SIDE} height={SIDE} class={styles["frame"]} />
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} class={styles["ideal"]} />
        {bands.map(({ probability, accuracy, rows }) => (
          <circle
            key={probability}
            cx={x(probability)}
            cy={y(accuracy)}
            r={2 + 6 * Math.sqrt(rows / most)}
            class={styles["band"]}
          >
            <title>{words.label(common.percent(probability), common.percent(accuracy), rows)}</title>
          </circle>
        ))}
      </svg>
      <details>
        <summary>{words.table}</summary>
        <table>
          <TableHead names={[words.said, words.right, words.rows]} />
          <tbody>
            {bands.map(({ probability, accuracy, rows }) => (
              <tr key={probability}>
                <td>{common.percent(probability)}</td>
                <td>{common.percent(accuracy)}</td>
                <td>{rows}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
