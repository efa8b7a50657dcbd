/** The map: the county drawn by ourselves, what the page lays over it, and one marked place. */
import { mapWords } from "../mapWords.ts";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { spotOf } from "../../geo/datum.ts";
import type { Point, ReportedPoint } from "../../geo/point.ts";
import type { BaseMapAnswer } from "../../server/domain/mapAnswers.ts";
import type { CellCount } from "../map/cells.ts";
import type { Box } from "../map/frame.ts";
import type { Caption } from "../map/picture.ts";
import type { MapHand, MapLayer } from "../map/layer.ts";
import { lookOf, type MapLook } from "../map/look.ts";
import { baseMap, needBaseMap } from "../state/baseMap.ts";
import { theme } from "../state/theme.ts";
import { words } from "../words.ts";
import type { Drawing, View } from "./mapDrawing.ts";
import { MapKeep } from "./MapKeep.tsx";
import styles from "./MapPane.module.css";

type Painting = typeof import("../map/painting.ts");

interface MapPaneProps {
  /** What the map shows, for those who cannot see it. */
  readonly label: string;
  readonly height?: string;
  /** Drawn instead of the county of today; null while it is on its way. */
  readonly map?: BaseMapAnswer | null | undefined;
  /** From below to above. */
  readonly layers?: readonly MapLayer[];
  /** Cells are filled by what is open in them. */
  readonly counts?: readonly CellCount[];
  /** Where to look, in whichever datum it states, with a marker; the whole county without it. */
  readonly focus?: ReportedPoint | null;
  /** Radius in metres around the focus. */
  readonly accuracy?: number | null;
  /** Shown first instead of the whole county; shown again when it is another one. */
  readonly frame?: Box | null;
  /** Goes there whenever it is another one. */
  readonly nearer?: { readonly point: Point; readonly zoom: number } | null;
  /** A place with a ring round it: the row of a list that is pointed at. */
  readonly marked?: Point | null;
  readonly hand?: MapHand | null;
  /** The person may set the marker. */
  readonly pick?: (point: Point) => void;
  readonly viewed?: (view: View) => void;
  /** What is said on a picture of the map; with it the map can be saved and printed. */
  readonly caption?: (look: MapLook) => Caption;
  /** More to tell of a place that is pressed, where nothing opens. */
  readonly asked?: (point: Point) => Promise<readonly string[]>;
}

const NONE: readonly never[] = [];

export function MapPane(props: MapPaneProps) {
  const box = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<{ drawing: Drawing; painting: Painting } | null>(null);
  const { layers = NONE, counts = NONE, accuracy = null, frame = null, hand = null } = props;
  const focus = props.focus ? spotOf(props.focus) : null;
  const answer = props.map === undefined ? baseMap.value.value : props.map;
  // The handlers of the newest rendering, so that the map need not be made anew with every one.
  const handlers = useRef(props);
  handlers.current = props;

  const framed = useRef("");

  useEffect(() => {
    needBaseMap();
    let alive = true;
    let drawing: Drawing | null = null;
    void Promise.all([import("./mapDrawing.ts"), import("../map/painting.ts")]).then(
      ([leaflet, painting]) => {
        if (!alive || !box.current) return;
        drawing = leaflet.createDrawing(box.current, {
          pick: props.pick ? (point) => handlers.current.pick?.(point) : null,
          viewed: (view) => handlers.current.viewed?.(view),
          asked: props.asked ? async (point) => (await handlers.current.asked?.(point)) ?? [] : null,
        });
        setMade({ drawing, painting });
      },
    );
    return () => {
      alive = false;
      drawing?.destroy();
    };
  }, []);

  const sheet = useMemo(() => (made && answer ? made.painting.readSheet(answer) : null), [made, answer]);
  const cells = useMemo(
    () => (made && answer && sheet ? made.painting.cellLayer({ answer, sheet, counts }) : null),
    [made, sheet, counts],
  );
  useEffect(() => {
    if (made && answer?.source.tiles) made.drawing.lay(answer.source.tiles);
  }, [made, answer?.source.tiles?.url]);
  useEffect(() => {
    if (!made || !sheet) return;
    const { drawing, painting } = made;
    const look = lookOf(theme.value);
    drawing.show({
      ground: (frame) => painting.paintGround(frame, sheet, look, answer?.source.tiles ? "tiles" : "nothing"),
    });
  }, [made, sheet, theme.value]);
  useEffect(() => {
    made?.drawing.show({ layers: cells ? [cells, ...layers] : layers });
  }, [made, cells, layers, theme.value]);
  useEffect(() => made?.drawing.show({ hand }), [made, hand]);
  useEffect(() => made?.drawing.show({ marked: props.marked ?? null }), [made, props.marked]);
  useEffect(() => {
    const wanted = frame ?? sheet?.box;
    if (!made || !wanted || focus) return;
    // Another drawing of the same county, e.g. by an older grid, is seen where one looked before
    const key = frame === null ? "county" : JSON.stringify(frame);
    if (framed.current !== key) made.drawing.frame(wanted);
    framed.current = key;
  }, [made, sheet, frame?.west, frame?.south, frame?.east, frame?.north]);
  useEffect(() => {
    if (made && props.nearer) made.drawing.look(props.nearer.point, props.nearer.zoom);
  }, [made, props.nearer]);
  useEffect(() => {
    made?.drawing.show({ focus, accuracy });
    if (made && focus && !isWithin(focus, made.drawing.view())) made.drawing.look(focus);
  }, [made, focus?.lng, focus?.lat, accuracy]);

  return (
    <div
      class={styles["map"]}
      style={props.height === undefined ? {} : { height: props.height }}
      role="region"
      aria-label={props.label}
    >
      <div ref={box} class={styles["canvas"]} style={{ zIndex: 0 }} />
      {answer && noticeOf(answer) !== "" && <p class={styles["notice"]}>{noticeOf(answer)}</p>}
      {props.caption && (
        <MapKeep
          caption={props.caption}
          seen={() => {
            if (!made || !answer || !sheet || !cells) return null;
            const shown = [cells, ...layers];
            return { view: made.drawing.view(), sheet, source: answer.source, layers: shown };
          }}
        />
      )}
      {!sheet && <p class={styles["waiting"]}>{baseMap.problem.value?.detail ?? words.loading}</p>}
    </div>
  );
}

/** Whose map it is and its 审图号, always in sight. */
function noticeOf({ source: { attribution, approval } }: BaseMapAnswer): string {
  return [attribution, approval === "" ? "" : mapWords.approval(approval)].filter(Boolean).join(" · ");
}

const NEAR_ZOOM = 13;

/** Whether a place is seen already, and from near enough. */
function isWithin({ lng, lat }: Point, { box, zoom }: View): boolean {
  const inside = lng > box.west && lng < box.east && lat > box.south && lat < box.north;
  return inside && zoom >= NEAR_ZOOM;
}
