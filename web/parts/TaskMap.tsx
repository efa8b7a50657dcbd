/** My open tasks on the map, each with its lamp, and where I am. */
import { useLocation } from "preact-iso/router";
import { useEffect, useMemo, useState } from "preact/hooks";
import { boxAround } from "../../geo/near.ts";
import { lampOf } from "../../server/domain/clock.ts";
import { fieldWords } from "../fieldWords.ts";
import type { Box } from "../map/frame.ts";
import type { MapLayer } from "../map/layer.ts";
import type { Fix } from "../state/position.ts";
import { now } from "../state/serverTime.ts";
import type { NearTask } from "../state/tasks.ts";
import { worklistWords } from "../worklistWords.ts";
import { MapPane } from "./laterPlaces.tsx";

/** A walk that one sees at a glance. */
const AROUND = 800;

interface TaskMapProps {
  readonly rows: readonly NearTask[];
  readonly here: Fix | null;
}

export function TaskMap({ rows, here }: TaskMapProps) {
  const { route } = useLocation();
  const [layers, setLayers] = useState<readonly MapLayer[]>([]);
  const pins = useMemo(
    () =>
      rows.flatMap(({ task }) =>
        task.point === null
          ? []
          : [
              {
                id: task.id,
                point: task.point,
                lamp: lampOf(task, now.peek()),
                title: task.item?.name ?? worklistWords.noItem,
              },
            ],
      ),
    [rows],
  );
  useEffect(() => {
    let alive = true;
    void import("../map/pins.ts").then(({ pinLayer }) => {
      if (alive) setLayers([pinLayer(pins, (id) => route(`/cases/${id}`))]);
    });
    return () => {
      alive = false;
    };
  }, [pins]);
  const frame = useMemo(() => frameOf(pins.map(({ point }) => point)), [pins]);
  return <MapPane label={fieldWords.mapLabel} height="260px" layers={layers} frame={frame} marked={here} />;
}

function frameOf(points: readonly { readonly lng: number; readonly lat: number }[]): Box | null {
  const boxes = points.map((point) => boxAround(point, AROUND));
  if (boxes.length === 0) return null;
  return {
    west: Math.min(...boxes.map((box) => box.west)),
    south: Math.min(...boxes.map((box) => box.south)),
    east: Math.max(...boxes.map((box) => box.east)),
    north: Math.max(...boxes.map((box) => box.north)),
  };
}
