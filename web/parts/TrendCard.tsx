/** Reports by day or month beside the year before: lines of our own drawing, each point a link to its cases. */
import { useState } from "preact/hooks";
import type { TrendPoint, WallAnswer } from "../../server/domain/wallAnswers.ts";
import { lastYearAddress, pointAddress } from "../state/wallLinks.ts";
import { wallWords as words } from "../wallWords.ts";
import { TableHead } from "./TableHead.tsx";
import panel from "./Panel.module.css";
import styles from "./TrendCard.module.css";

const WIDTH = 640;
const HEIGHT = 180;
const EDGE = { left: 36, right: 10, top: 12, bottom: 26 } as const;

export function TrendCard({ wall }: { readonly wall: WallAnswer }) {
  const [span, setSpan] = useState<"days" | "months">("days");
  const points = wall[span];
  return (
    <section class={`card ${panel["card"]}`} aria-label={words.trends}>
      <div class={panel["head"]}>
        <h2>{words.trends}</h2>
        <div class={panel["acts"]} role="group" aria-label={words.trends}>
          {(["days", "months"] as const).map((name) => (
            <button
              key={name}
              type="button"
              class={span === name ? "button primary" : "button"}
              aria-pressed={span === name}
              onClick={() => setSpan(name)}
            >
              {words.spans[name]}
            </button>
          ))}
        </div>
      </div>
      <Lines points={points} name={words.chart(words.spans[span])} />
      <p class={styles["legend"]}>
        <span>{words.now}</span> <span class={styles["dashed"]}>{words.lastYear}</span>
      </p>
      <Numbers points={points} />
    </section>
  );
}

function Lines({ points, name }: { readonly points: readonly TrendPoint[]; readonly name: string }) {
  const top = niceTop(
    Math.max(1, ...points.map(({ reported, lastYear }) => Math.max(reported, lastYear ?? 0))),
  );
  const x = (at: number) =>
    EDGE.left + (at * (WIDTH - EDGE.left - EDGE.right)) / Math.max(1, points.length - 1);
  const y = (count: number) => HEIGHT - EDGE.bottom - (count * (HEIGHT - EDGE.top - EDGE.bottom)) / top;
  const line = (of: (point: TrendPoint) => number | null) =>
    points
      .flatMap((point, at) => {
        const count = of(point);
        return count === null ? [] : [`${x(at).toFixed(1)},${y(count).toFixed(1)}`];
      })
      .join(" ");
  const labelled = points.length > 12 ? 7 : 2;
  return (
    <svg class={styles["chart"]} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={name}>
      {[0, top / 2, top].map((count) => (
        <g key={count} aria-hidden="true">
          <line class={styles["rule"]} x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(count)} y2={y(count)} />
          <text class={styles["text"]} x={EDGE.left - 6} y={y(count) + 4} text-anchor="end">
            {count}
          </text>
        </g>
      ))}
      {points.map(({ when }, at) =>
        (points.length - 1 - at) % labelled === 0 ? (
          <text
            key={when}
            class={styles["text"]}
            x={x(at)}
            y={HEIGHT - 8}
            text-anchor={at === points.length - 1 ? "end" : "middle"}
            aria-hidden="true"
          >
            {when.slice(points.length > 12 ? 5 : 2)}
          </text>
        ) : null,
      )}
      <polyline class={`${styles["line"]} ${styles["before"]}`} points={line(({ lastYear }) => lastYear)} />
      <polyline class={styles["line"]} points={line(({ reported }) => reported)} />
      {points.map((point, at) => (
        <a
          key={point.when}
          href={pointAddress(point)}
          aria-label={words.point(point.when, point.reported, point.lastYear)}
        >
          <circle class={styles["reach"]} cx={x(at)} cy={y(point.reported)} r="10" />
          <circle class={styles["dot"]} cx={x(at)} cy={y(point.reported)} r="3" />
          <title>{words.point(point.when, point.reported, point.lastYear)}</title>
        </a>
      ))}
    </svg>
  );
}

/** The same as figures, the year before with links too. */
function Numbers({ points }: { readonly points: readonly TrendPoint[] }) {
  const { when, now, lastYear } = words.columns;
  return (
    <details>
      <summary>{words.table}</summary>
      <div class={panel["scroll"]} tabIndex={0} role="group" aria-label={words.trends}>
        <table>
          <TableHead names={[when, now, lastYear]} />
          <tbody>
            {points.toReversed().map((point) => (
              <tr key={point.when}>
                <th scope="row">{point.when}</th>
                <td>
                  <a href={pointAddress(point)}>{point.reported}</a>
                </td>
                <td>{point.lastYear !== null && <a href={lastYearAddress(point)}>{point.lastYear}</a>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** The next of 2, 4, 10, 20, 40 …: halves stay whole. */
function niceTop(most: number): number {
  for (let size = 1; ; size *= 10) for (const step of [2, 4, 10]) if (step * size >= most) return step * size;
}
