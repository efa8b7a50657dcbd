/** The map of the grid's page: the county's ground without its cells, and above it what is laid on it. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Point } from "../../geo/point.ts";
import type { Box } from "../map/frame.ts";
import type { MapHand, MapLayer } from "../map/layer.ts";
import { lookOf } from "../map/look.ts";
import type { Drawing } from "../parts/mapDrawing.ts";
import { baseMap, needBaseMap } from "../state/baseMap.ts";
import { theme } from "../state/theme.ts";
import styles from "../parts/MapPane.module.css";
import page from "./Grid.module.css";

type Painting = typeof import("../map/painting.ts");

interface GridMapProps {
  readonly label: string;
  readonly layers: readonly MapLayer[];
  readonly hand: MapHand | null;
  /** What to show first, and again when it is another one. */
  readonly frame: Box | null;
  /** Where to fly. */
  readonly focus: Point | null;
  readonly tap: (point: Point) => void;
}

export function GridMap(props: GridMapProps) {
  const { label, layers, hand, frame, focus } = props;
  const box = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<{ drawing: Drawing; painting: Painting } | null>(null);
  const handlers = useRef(props);
  handlers.current = props;
  const answer = baseMap.value.value;

  useEffect(() => {
    needBaseMap();
    let alive = true;
    let drawing: Drawing | null = null;
    void Promise.all([import("../parts/mapDrawing.ts"), import("../map/painting.ts")]).then(
      ([leaflet, painting]) => {
        if (!alive || !box.current) return;
        drawing = leaflet.createDrawing(box.current, {
          pick: (point) => handlers.current.tap(point),
          viewed: () => undefined,
        });
        setMade({ drawing, painting });
      },
    );
    return () => {
      alive = false;
      drawing?.destroy();
    };
  }, []);

  const sheet = useMemo(() => {
    if (!made || !answer || answer.atlas.cells.length === 0) return null;
    const whole = made.painting.readSheet(answer);
    return { ...whole, borders: { ...whole.borders, cell: new Path2D(), community: new Path2D() } };
  }, [made, answer]);
  useEffect(() => {
    if (!made) return;
    const look = lookOf(theme.value);
    made.drawing.show({
      ground: (canvas) => {
        if (sheet) return made.painting.paintGround(canvas, sheet, look, "nothing");
        canvas.context.fillStyle = look.beyond;
        canvas.context.fillRect(0, 0, canvas.width, canvas.height);
      },
    });
  }, [made, sheet, theme.value]);
  useEffect(() => made?.drawing.show({ layers }), [made, layers, theme.value]);
  useEffect(() => made?.drawing.show({ hand }), [made, hand]);
  useEffect(() => {
    if (made && frame) made.drawing.frame(frame);
  }, [made, frame?.west, frame?.south, frame?.east, frame?.north]);
  useEffect(() => {
    if (made && focus) made.drawing.look(focus);
  }, [made, focus]);

  return (
    <div class={`${styles["map"]} ${page["fill"]}`} role="region" aria-label={label}>
      <div ref={box} class={styles["canvas"]} />
    </div>
  );
}
