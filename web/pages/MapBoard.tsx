import { mapWords } from "../mapWords.ts";
import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import { lampWords } from "../../server/domain/words.ts";
import type { MapCasesAnswer } from "../../server/domain/screenAnswers.ts";
import type { Point } from "../../geo/point.ts";
import { queryOf } from "../api.ts";
import { caseLayer, type Showing, showings } from "../map/caseLayer.ts";
import type { Box } from "../map/frame.ts";
import type { MapLayer } from "../map/layer.ts";
import { Countdown } from "../parts/Countdown.tsx";
import { MapPane } from "../parts/MapPane.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { changed, type Filters, readFilters, valuesOf } from "../state/filters.ts";
import { hear } from "../state/live.ts";
import {
  bytes,
  counts,
  field,
  idOf,
  inView,
  listed,
  lookAt,
  MOST_LISTED,
  points,
  showPoints,
} from "../state/mapBoard.ts";
import { itemOf, reference } from "../state/reference.ts";
import { account } from "../state/session.ts";
import { words } from "../words.ts";
import styles from "./MapBoard.module.css";

const NO_COUNTS: readonly never[] = [];
const lamps = ["green", "amber", "red", "severe"] as const;

export function MapBoard() {
  const { query, route } = useLocation();
  const filters: Filters = { ...readFilters(query), tab: query["tab"] === "all" ? "all" : "open" };
  const showing = showings.find((name) => name === query["show"]) ?? "auto";
  const nearer = useSignal<{ readonly point: Point; readonly zoom: number } | null>(null);
  const marked = useSignal<Point | null>(null);
  const go = (wanted: Filters, way: Showing = showing) => route(addressOf(wanted, way));
  const filterText = addressOf(filters, "auto");
  useEffect(() => {
    void showPoints(filters);
    return hear(() => void showPoints(filters));
  }, [filterText]);

  const role = account.value?.role;
  const countyWide = role === "centre" || role === "leader";
  const all = field.value;
  const layers = useMemo((): readonly MapLayer[] => {
    if (!all || !points.value) return [];
    return [
      caseLayer({
        points: points.value,
        field: all,
        showing,
        nameOfItem: (code) => itemOf(code)?.name ?? words.worklist.noItem,
        openCase: (number) => void idOf(number).then((id) => id && route(`/cases/${id}`)),
        openCluster: (point, zoom) => (nearer.value = { point, zoom }),
      }),
    ];
  }, [all, showing]);
  return (
    <div class={styles["page"]}>
      <div class={styles["mapSide"]}>
        <div class={styles["filters"]}>
          <MapFilters wide={countyWide} filters={filters} showing={showing} go={go} />
          <Showings filters={filters} showing={showing} />
        </div>
        <MapPane
          label={mapWords.title}
          height="100%"
          layers={layers}
          counts={counts.value.value?.cells ?? NO_COUNTS}
          frame={useMemo(
            () => (countyWide ? null : boxAround(listed.value.value?.rows ?? [])),
            [listed.value.value === null],
          )}
          nearer={nearer.value}
          marked={marked.value}
          viewed={({ box }) => lookAt(box)}
        />
      </div>
      <List mark={(point) => (marked.value = point)} />
    </div>
  );
}

function List({ mark }: { readonly mark: (point: Point | null) => void }) {
  const rows = listed.value.value?.rows;
  const problem = bytes.problem.value ?? listed.problem.value;
  const seen = inView.value;
  return (
    <section class={`card ${styles["list"]}`} aria-label={mapWords.list}>
      <h1 aria-live="polite">{mapWords.inView(seen ?? 0, field.value?.count ?? 0)}</h1>
      {problem && <ProblemNotice problem={problem} retry={bytes.load} />}
      {!rows && !problem && <Loading />}
      {rows?.length === 0 && <Empty title={mapWords.nothingHere} />}
      <ul class={listed.busy.value ? "loading" : ""}>
        {rows?.map((row) => (
          <li key={row.id} onMouseEnter={() => mark(row.point)} onMouseLeave={() => mark(null)}>
            <a
              class={styles["row"]}
              href={`/cases/${row.id}`}
              onFocus={() => mark(row.point)}
              onBlur={() => mark(null)}
            >
              <Countdown of={row} />
              <span class={styles["text"]}>{row.text}</span>
              <span class="muted">
                {row.cell?.name ?? row.address ?? ""} · {row.holder?.name ?? words.none}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {(seen ?? 0) > MOST_LISTED && <p class="muted">{mapWords.listed(MOST_LISTED)}</p>}
    </section>
  );
}

interface MapFiltersProps {
  /** Sees more than one township. */
  readonly wide: boolean;
  readonly filters: Filters;
  readonly showing: Showing;
  readonly go: (filters: Filters) => void;
}

function MapFilters({ wide, filters, showing, go }: MapFiltersProps) {
  const townships = reference.value?.townships ?? [];
  return (
    <div class={styles["group"]} role="group" aria-label={words.worklist.chipsLabel}>
      {lamps.map((lamp) => (
        <a
          key={lamp}
          class={`${styles["chip"]} ${styles[lamp]}`}
          href={addressOf(changed(filters, "lamp", lamp), showing)}
          aria-current={filters.lamp === lamp ? "true" : undefined}
        >
          <span class={styles["dot"]} aria-hidden="true" />
          {lampWords[lamp]}
        </a>
      ))}
      {wide && (
        <label class={styles["township"]}>
          <span class="visuallyHidden">{words.worklist.township}</span>
          <select
            value={filters.township ?? ""}
            onChange={(event) => go(changed(filters, "township", event.currentTarget.value || null))}
          >
            <option value="">{words.worklist.allOf(words.worklist.township)}</option>
            {townships.map((township) => (
              <option key={township.code} value={township.code}>
                {township.name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function Showings({ filters, showing }: { readonly filters: Filters; readonly showing: Showing }) {
  return (
    <div class={styles["group"]} role="group" aria-label={mapWords.showing}>
      {showings.map((name) => (
        <a
          key={name}
          class={styles["chip"]}
          href={addressOf(filters, name)}
          aria-current={name === showing ? "true" : undefined}
        >
          {mapWords.showings[name]}
        </a>
      ))}
    </div>
  );
}

function addressOf(filters: Filters, showing: Showing): string {
  return `/map${queryOf({ ...valuesOf(filters), show: showing === "auto" ? undefined : showing })}`;
}

/** Around all that is listed, with some room; nothing without any. */
function boxAround(rows: MapCasesAnswer["rows"]): Box | null {
  if (rows.length === 0) return null;
  const [lngs, lats] = [rows.map(({ point }) => point.lng), rows.map(({ point }) => point.lat)];
  const room = 0.01;
  return {
    west: Math.min(...lngs) - room,
    east: Math.max(...lngs) + room,
    south: Math.min(...lats) - room,
    north: Math.max(...lats) + room,
  };
}
