/** The county by township: the stronger its colour, the more is open; the red number is what is overdue. Every township is a link. */
import { useEffect, useMemo } from "preact/hooks";
import type { CockpitAnswer } from "../../server/domain/cockpit/answers.ts";
import { cockpitWords } from "../cockpitWords.ts";
import { outlineOfCounty } from "../map/outline.ts";
import { baseMap, needBaseMap } from "../state/baseMap.ts";
import { words } from "../words.ts";
import styles from "./Cockpit.module.css";

/** Steps of colour. */
const STEPS = 5;

type Row = CockpitAnswer["townships"][number];

export function CockpitMap({ rows }: { readonly rows: CockpitAnswer["townships"] }) {
  useEffect(needBaseMap, []);
  const atlas = baseMap.value.value?.atlas ?? null;
  const outline = useMemo(() => atlas && outlineOfCounty(atlas), [atlas]);
  const rowByCode = new Map(rows.map((row) => [row.township.code, row]));
  const most = Math.max(1, ...rows.map(({ open }) => open));
  if (!atlas) return <p class="muted">{baseMap.problem.value?.detail ?? words.loading}</p>;
  if (!outline) return <p class="muted">{cockpitWords.noMap}</p>;
  return (
    <figure class={styles["map"]}>
      <svg viewBox={`0 0 ${outline.width} ${outline.height}`} role="group" aria-label={cockpitWords.map}>
        {outline.townships.map(({ code, path }) => (
          <Ground key={code} path={path} row={rowByCode.get(code)} code={code} most={most} />
        ))}
        {outline.townships.map(({ code, middle }) => (
          <Numbers key={code} middle={middle} row={rowByCode.get(code)} />
        ))}
      </svg>
      <Legend most={most} />
    </figure>
  );
}

/** The colours themselves, from none to the most: which of them is the darker differs by theme. */
function Legend({ most }: { readonly most: number }) {
  return (
    <figcaption class="muted">
      {cockpitWords.mapFrom}
      <svg class={styles["scale"]} viewBox="0 0 120 20" role="img" aria-label={cockpitWords.mapTo}>
        {Array.from({ length: STEPS + 1 }, (_, step) => (
          <rect key={step} {...stepBox(step)} class={`${styles["ground"]} ${styles[`step${step}`]}`} />
        ))}
      </svg>
      {cockpitWords.mapLegend(most)}
    </figcaption>
  );
}

function stepBox(step: number) {
  return { x: step * 20 + 1, y: 2, width: 18, height: 16 };
}

interface GroundProps {
  readonly path: string;
  readonly row: Row | undefined;
  readonly code: string;
  readonly most: number;
}

function Ground({ path, row, code, most }: GroundProps) {
  const { open = 0, overdue = 0 } = row ?? {};
  const told = cockpitWords.mapTownship(row?.township.name ?? code, open, overdue);
  const step = open === 0 ? 0 : Math.ceil((open / most) * STEPS);
  return (
    <a href={`/cases?tab=open&township=${code}`} aria-label={told}>
      <path d={path} class={`${styles["ground"]} ${styles[`step${step}`]}`}>
        <title>{told}</title>
      </path>
    </a>
  );
}

function Numbers({
  middle: [x, y],
  row,
}: {
  readonly middle: readonly [number, number];
  readonly row: Row | undefined;
}) {
  if (!row || row.open === 0) return null;
  // The red number stands up and to the right of the other, clear of its figures.
  const aside = x + 28 + 20 * String(row.open).length;
  return (
    <g class={styles["numbers"]} aria-hidden="true">
      <text x={x} y={y}>
        {row.open}
      </text>
      {row.overdue > 0 && (
        <>
          <circle cx={aside} cy={y - 34} r={24} />
          <text x={aside} y={y - 34} dy="0.36em" class={styles["late"]}>
            {row.overdue}
          </text>
        </>
      )}
    </g>
  );
}
