/** The map: our own cells, rivers and roads, without tiles. The only component that touches Leaflet, loaded when shown. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Point } from "../../geo/point.ts";
import { ground, needGround } from "../state/mapCells.ts";
import { theme } from "../state/theme.ts";
import { words } from "../words.ts";
import type { Drawing, Pin } from "./mapDrawing.ts";
import styles from "./MapPane.module.css";

interface MapPaneProps {
  /** What the map shows, for those who cannot see it. */
  readonly label: string;
  readonly height?: string;
  readonly pins?: readonly Pin[];
  /** Where to look, with a marker; the whole county without it. */
  readonly focus?: Point | null;
  /** Radius in metres around the focus. */
  readonly accuracy?: number | null;
  readonly shade?: boolean;
  /** Begin with the pins filling the map instead of the county. */
  readonly framePins?: boolean;
  readonly openPin?: (id: string) => void;
  /** The person may set the marker. */
  readonly pick?: (point: Point) => void;
}

export function MapPane(props: MapPaneProps) {
  const box = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const { pins = [], focus = null, accuracy = null, shade = false, framePins = false } = props;
  const land = ground.value.value;
  // The handlers of the newest drawing, so that the map need not be made anew with every render.
  const handlers = useRef(props);
  handlers.current = props;

  useEffect(() => {
    needGround();
    let alive = true;
    let made: Drawing | null = null;
    void import("./mapDrawing.ts").then(({ createDrawing }) => {
      if (!alive || !box.current) return;
      made = createDrawing(box.current, {
        openPin: (id) => handlers.current.openPin?.(id),
        pick: props.pick ? (point) => handlers.current.pick?.(point) : null,
      });
      setDrawing(made);
    });
    return () => {
      alive = false;
      made?.destroy();
    };
  }, []);

  useEffect(() => {
    if (drawing && land) drawing.drawGround(land, shade);
  }, [drawing, land, shade, theme.value]);
  useEffect(() => drawing?.drawPins(pins, framePins), [drawing, pins, framePins, theme.value]);
  useEffect(() => drawing?.look(focus, accuracy), [drawing, focus?.lng, focus?.lat, accuracy, land]);

  return (
    <div
      class={styles["map"]}
      style={props.height === undefined ? {} : { height: props.height }}
      role="region"
      aria-label={props.label}
    >
      <div ref={box} class={styles["canvas"]} />
      {!land && <p class={styles["waiting"]}>{ground.problem.value?.detail ?? words.loading}</p>}
    </div>
  );
}
