/** Which lamp, which cover: the nearest of the register, for a report that is being written or a case that stands. */
import { spotOf } from "../../geo/datum.ts";
import type { ReportedPoint } from "../../geo/point.ts";
import { useEffect, useMemo, useState } from "preact/hooks";
import { componentWords } from "../componentWords.ts";
import { reportWords } from "../reportWords.ts";
import { pinLayer } from "../map/pins.ts";
import { chooseNear, keepComponents, type NearChoice, type NearChoices } from "../state/componentPick.ts";
import { createResource } from "../state/resource.ts";
import { words } from "../words.ts";
import { MapPane } from "./MapPane.tsx";
import { ProblemNotice } from "./Notice.tsx";
import styles from "./NearNotice.module.css";

const FIRST = 3;
const { pick } = componentWords;

export interface ChosenComponent {
  readonly code: string;
  readonly name: string;
  /** Name of the owner; null while nobody knows whose it is. */
  readonly owner: string | null;
}

interface ComponentPickerProps {
  /** Where to look; nothing is listed without. */
  readonly point: ReportedPoint | null;
  /** Only things of which this is a fault, unless the person asks for all. */
  readonly item: string | null;
  readonly component: ChosenComponent | null;
  readonly choose: (row: NearChoice | null) => void;
}

export function ComponentPicker({ point, item, component, choose }: ComponentPickerProps) {
  const [isWide, setWide] = useState(false);
  const [isLong, setLong] = useState(false);
  const [isOpened, setOpened] = useState(false);
  const asked = isWide ? null : item;
  const near = useMemo(
    () => createResource(() => chooseNear(point ? spotOf(point) : { lng: 0, lat: 0 }, asked)),
    [point?.lng, point?.lat, point?.datum, asked],
  );
  useEffect(() => void keepComponents(), []);
  useEffect(() => {
    if (point && component === null) void near.load();
  }, [near, component === null]);

  if (component !== null) return <Chosen component={component} drop={() => choose(null)} />;
  const choices = near.value.value;
  const problem = near.problem.value;
  if (point === null || (choices === null && problem === null)) return null;
  if (choices?.rows.length === 0 && item === null) return null;
  const rows = choices?.rows ?? [];
  const shown = rows.slice(0, isLong ? rows.length : FIRST);
  // Nobody knows yet whether it is about a thing of the register at all: asked in one line
  if (item === null && rows.length > 0 && !isOpened)
    return (
      <button type="button" class={`button ${styles["ask"]}`} onClick={() => setOpened(true)}>
        {pick.ask(rows.length)}
      </button>
    );
  return (
    <section class={`${styles["near"]} ${styles["calm"]}`} aria-label={pick.title}>
      <h2>{pick.title}</h2>
      <p class="muted">{hintOf(choices)}</p>
      {problem && <ProblemNotice problem={problem} retry={near.load} />}
      {rows.length === 0 && choices && choices.offline !== "missing" && (
        <p class="muted">{choices.offline === "kept" ? pick.noneKept : pick.none}</p>
      )}
      <ul>
        {shown.map((row) => (
          <Choice key={row.code} row={row} choose={() => choose(row)} />
        ))}
      </ul>
      {isLong && <ChoiceMap rows={rows} point={point} choose={choose} />}
      {rows.length > FIRST && (
        <button type="button" class="button quiet" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? pick.fewer : pick.more(rows.length - FIRST)}
        </button>
      )}
      {item !== null && choices?.offline !== "missing" && (
        <button type="button" class="button quiet" aria-pressed={isWide} onClick={() => setWide(!isWide)}>
          {isWide ? pick.alike : pick.all}
        </button>
      )}
    </section>
  );
}

function hintOf(choices: NearChoices | null): string {
  if (choices?.offline === "missing") return pick.missing;
  return choices?.offline === "kept" ? pick.offline : pick.hint;
}

function Choice({ row, choose }: { readonly row: NearChoice; readonly choose: () => void }) {
  return (
    <li>
      <div>
        <strong>{row.name}</strong>
        <p class="muted">
          {[
            row.class.name,
            pick.near(row.metres),
            row.owner?.name ?? componentWords.ownerNone,
            ...(row.open > 0 ? [pick.open(row.open)] : []),
          ].join(" · ")}
        </p>
      </div>
      <button type="button" class="button" aria-label={pick.chooseNamed(row.name)} onClick={choose}>
        {pick.choose}
      </button>
    </li>
  );
}

type ChoiceMapProps = Pick<ComponentPickerProps, "point" | "choose"> & {
  readonly rows: readonly NearChoice[];
};

function ChoiceMap({ rows, point, choose }: ChoiceMapProps) {
  const layers = useMemo(() => {
    const pins = rows.map(({ code, point, name, open }) => {
      return { id: code, point, title: name, lamp: open > 0 ? ("red" as const) : null };
    });
    const open = (code: string) => {
      const row = rows.find((choice) => choice.code === code);
      if (row) choose(row);
    };
    return [pinLayer(pins, open)];
  }, [rows]);
  return <MapPane label={pick.map} height="260px" layers={layers} focus={point} />;
}

interface ChosenProps {
  readonly component: ChosenComponent;
  readonly drop: () => void;
}

function Chosen({ component: { code, name, owner }, drop }: ChosenProps) {
  return (
    <section class={`${styles["near"]} ${styles["calm"]}`} aria-label={pick.chosen}>
      <ul>
        <li>
          <div>
            <strong>{name}</strong>
            <p class="muted">{[pick.chosen, code, owner ?? componentWords.ownerNone].join(" · ")}</p>
          </div>
          <button type="button" class="button" onClick={drop}>
            {pick.drop}
          </button>
        </li>
      </ul>
      <p class="muted">{words.sentence(reportWords.byRegister)}</p>
    </section>
  );
}
