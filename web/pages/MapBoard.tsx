import { mapWords } from "../mapWords.ts";
import { pictureWords } from "../pictureWords.ts";
import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { useEffect, useMemo } from "preact/hooks";
import { lampWords } from "../../server/domain/words.ts";
import { wallClock } from "../../server/domain/time.ts";
import type { MapCasesAnswer, MapCountsAnswer } from "../../server/domain/mapAnswers.ts";
import type { Point } from "../../geo/point.ts";
import { queryOf } from "../api.ts";
import { caseLayer, type Showing, showings } from "../map/caseLayer.ts";
import type { Box } from "../map/frame.ts";
import { caseLegend } from "../map/caseLegend.ts";
import type { MapLayer } from "../map/layer.ts";
import type { MapLook } from "../map/look.ts";
import type { Caption } from "../map/picture.ts";
import { Countdown } from "../parts/Countdown.tsx";
import { MapPane } from "../parts/MapPane.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { CountedBy, VersionPicker } from "../parts/VersionPicker.tsx";
import { changed, type Filters, readFilters, valuesOf } from "../state/filters.ts";
import { mapOfVersion } from "../state/gridVersions.ts";
import { hear } from "../state/live.ts";
import {
  bytes,
  counts,
  field,
  idOf,
  inView,
  layersAt,
  listed,
  lookAt,
  MOST_LISTED,
  points,
  showPoints,
} from "../state/mapBoard.ts";
import { itemOf, reference } from "../state/reference.ts";
import { account } from "../state/session.ts";
import { now } from "../state/serverTime.ts";
import { readVersion } from "../state/versionInAddress.ts";
import { versionWords } from "../versionWords.ts";
import { worklistWords } from "../worklistWords.ts";
import { words } from "../words.ts";
import styles from "./MapBoard.module.css";

const NO_COUNTS: readonly never[] = [];
const lamps = ["green", "amber", "red", "severe"] as const;

export function MapBoard() {
  const { query, route } = useLocation();
  const filters: Filters = { ...readFilters(query), tab: query["tab"] === "all" ? "all" : "open" };
  const showing = showings.find((name) => name === query["show"]) ?? "auto";
  const asked = pointIn(query["at"]);
  const nearer = useSignal<{ readonly point: Point; readonly zoom: number } | null>(
    asked && { point: asked, zoom: PLACE },
  );
  const marked = useSignal<Point | null>(asked);
  /** Number of the case whose point the pointer is on. */
  const pointed = useSignal<string | null>(null);
  const version = readVersion(query["gridVersion"]);
  const view: MapView = { filters, showing, version };
  const go = (change: Partial<MapView>) => route(addressOf({ ...view, ...change }));
  const filterText = addressOf({ ...view, showing: "auto" });
  useEffect(() => {
    void showPoints(filters, version);
    return hear(() => void showPoints(filters, version));
  }, [filterText]);
  const drawn = version === undefined ? null : mapOfVersion(version);
  useEffect(() => {
    if (drawn && drawn.value.peek() === null) void drawn.load();
  }, [drawn]);

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
        nameOfItem: (code) => itemOf(code)?.name ?? worklistWords.noItem,
        openCase: (number) => void idOf(number).then((id) => id && route(`/cases/${id}`)),
        meant: (number) => (pointed.value = number),
        openCluster: (point, zoom) => (nearer.value = { point, zoom }),
      }),
    ];
  }, [all, showing]);
  return (
    <div class={styles["page"]}>
      <div class={styles["mapSide"]}>
        <div class={styles["filters"]}>
          <MapFilters wide={countyWide} view={view} go={go} />
          <Showings view={view} />
        </div>
        <CountedBy version={counts.value.value?.gridVersion} note={noteOf(counts.value.value)} />
        {drawn?.problem.value && <ProblemNotice problem={drawn.problem.value} retry={drawn.load} />}
        <MapPane
          label={mapWords.title}
          height="100%"
          map={drawn === null ? undefined : drawn.value.value}
          layers={layers}
          counts={counts.value.value?.cells ?? NO_COUNTS}
          frame={useMemo(
            () => (countyWide ? null : boxAround(listed.value.value?.rows ?? [])),
            [listed.value.value === null],
          )}
          nearer={nearer.value}
          marked={marked.value}
          viewed={({ box }) => lookAt(box)}
          asked={layersAt}
          caption={(look) => captionOf(view, look)}
        />
      </div>
      <List mark={(point) => (marked.value = point)} pointed={pointed.value} />
    </div>
  );
}

interface ListProps {
  readonly mark: (point: Point | null) => void;
  readonly pointed: string | null;
}

/** In step with the map: a row lights its point, a point its row. */
function List({ mark, pointed }: ListProps) {
  const rows = listed.value.value?.rows;
  const problem = bytes.problem.value ?? listed.problem.value ?? counts.problem.value;
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
              class={`${styles["row"]} ${row.number === pointed ? styles["pointed"] : ""}`}
              data-pointed={row.number === pointed ? "" : undefined}
              ref={(element) =>
                void (row.number === pointed && element?.scrollIntoView({ block: "nearest" }))
              }
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

/** A place that a link names as `at=118.83,35.58`, and how near one goes to it. */
const PLACE = 15;

function pointIn(text: string | undefined): Point | null {
  const [lng = Number.NaN, lat = Number.NaN] = (text ?? "").split(",").map(Number);
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lng, lat } : null;
}

/** What the address keeps. */
interface MapView {
  readonly filters: Filters;
  readonly showing: Showing;
  readonly version: string | undefined;
}

interface MapFiltersProps {
  /** Sees more than one township. */
  readonly wide: boolean;
  readonly view: MapView;
  readonly go: (change: Partial<MapView>) => void;
}

function MapFilters({ wide, view, go }: MapFiltersProps) {
  const { filters, version } = view;
  const townships = reference.value?.townships ?? [];
  return (
    <div class={styles["group"]} role="group" aria-label={worklistWords.chipsLabel}>
      {lamps.map((lamp) => (
        <a
          key={lamp}
          class={`${styles["chip"]} ${styles[lamp]}`}
          href={addressOf({ ...view, filters: changed(filters, "lamp", lamp) })}
          aria-current={filters.lamp === lamp ? "true" : undefined}
        >
          <span class={styles["dot"]} aria-hidden="true" />
          {lampWords[lamp]}
        </a>
      ))}
      {wide && (
        <label class={styles["township"]}>
          <span class="visuallyHidden">{worklistWords.township}</span>
          <select
            value={filters.township ?? ""}
            onChange={(event) =>
              go({ filters: changed(filters, "township", event.currentTarget.value || null) })
            }
          >
            <option value="">{worklistWords.allOf(worklistWords.township)}</option>
            {townships.map((township) => (
              <option key={township.code} value={township.code}>
                {township.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <VersionPicker chosen={version} choose={(version) => go({ version })} class={styles["version"]} />
    </div>
  );
}

function Showings({ view }: { readonly view: MapView }) {
  return (
    <div class={styles["group"]} role="group" aria-label={mapWords.showing}>
      {showings.map((name) => (
        <a
          key={name}
          class={styles["chip"]}
          href={addressOf({ ...view, showing: name })}
          aria-current={name === view.showing ? "true" : undefined}
        >
          {mapWords.showings[name]}
        </a>
      ))}
    </div>
  );
}

function addressOf({ filters, showing, version }: MapView): string {
  const show = showing === "auto" ? undefined : showing;
  return `/map${queryOf({ ...valuesOf(filters), show, gridVersion: version })}`;
}

function noteOf(found: MapCountsAnswer | null): string {
  const beside = found?.beside ?? 0;
  return versionWords.drawn + (beside > 0 ? versionWords.beside(beside) : "");
}

/** What a picture says of the map: which cases, how many, by which version, and what the colours mean. */
function captionOf({ filters, showing }: MapView, look: MapLook): Caption {
  const township = reference.value?.townships.find(({ code }) => code === filters.township);
  const lamp = lamps.find((name) => name === filters.lamp);
  const only = [...(township ? [township.name] : []), ...(lamp ? [lampWords[lamp]] : [])];
  const version = counts.value.value?.gridVersion;
  const seen = mapWords.inView(inView.value ?? 0, field.value?.count ?? 0);
  return {
    title: pictureWords.title(pictureWords.tabs[filters.tab === "all" ? "all" : "open"]),
    notes: [
      [seen, ...(only.length > 0 ? [pictureWords.only(only)] : [])].join(" · "),
      ...(version ? [versionWords.counted(version.version, version.validFrom)] : []),
    ],
    legend: caseLegend(showing, look),
    made: pictureWords.made(wallClock(now.value)),
  };
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
