/** The map side of the page: a version with what it changed, a draft with its findings, or the draft under the pen. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Position } from "../../geo/cell.ts";
import type { Point } from "../../geo/point.ts";
import type { GridCellAnswer } from "../../server/domain/gridAnswers.ts";
import { gridWords as words } from "../gridWords.ts";
import type { Box } from "../map/frame.ts";
import type { MapHand } from "../map/layer.ts";
import { draft, shown } from "../state/grid.ts";
import { cellAt, cellsLayer, type CellLook, faultsLayer, type LaidCell, metres, penLayer } from "./layers.ts";
import { GridMap } from "./GridMap.tsx";
import { GridPen } from "./GridPen.tsx";
import styles from "./Grid.module.css";
import { isWide } from "./layout.ts";
import { looked } from "./looked.ts";
import { choose, chosen, closePen, corner, line, moveTo, openPen, sheet, sought, tool } from "./pen.ts";
import panel from "../parts/Panel.module.css";

export function GridBoard() {
  const [to, setTo] = useState<Position | null>(null);
  const laid = useLaid();
  const faults = sheet.value === null ? (draft.value?.faults ?? NONE) : NONE;
  const base = useMemo(() => cellsLayer(laid), [laid]);
  const findings = useMemo(() => faultsLayer(faults, looked.value), [faults, looked.value]);
  const corners = useMemo(() => cornersOf(laid, tool.value === "move"), [laid, tool.value]);
  const pen = penLayer({ corners, held: corner.value, to, line: line.value });
  // Another file, or a correction that moves everything: the cells are shown where they are now
  const isSwapped = faults.some(({ code }) => code === "swapped");
  const { layer, source, datum } = draft.value ?? {};
  const frame = useMemo(
    () => frameOf(laid, sought.value),
    [shown.value?.version, layer, source, datum, isSwapped, laid.length > 0, sought.value],
  );
  const focus = useFocus(laid);
  useEffect(() => () => closePen(), []);
  useEffect(() => closePen, [draft.value?.layer]);

  const hand = useMemo<MapHand | null>(() => {
    if (tool.value !== "move" || corners.length === 0) return null;
    return {
      press({ point, reach }) {
        const near = nearest(corners, point);
        if (!near || metres([point.lng, point.lat], near) > reach * 1.5) return false;
        corner.value = near;
        return true;
      },
      drag: ({ point }) => setTo([point.lng, point.lat]),
      drop({ point, reach }) {
        setTo(null);
        const from = corner.peek();
        const isMoved = from && metres([point.lng, point.lat], from) > reach / 3;
        if (from && isMoved) moveTo(from, [point.lng, point.lat]);
      },
    };
  }, [tool.value, corners]);

  return (
    <div>
      <div class={panel["list"]}>
        {draft.value && sheet.value === null && isWide.value && (
          <button type="button" class={`button primary ${styles["start"]}`} onClick={openPen}>
            {words.pen.start}
          </button>
        )}
        {draft.value && !isWide.value && <p class="muted">{words.smallScreen}</p>}
        {sheet.value && <GridPen />}
        {!draft.value && <Legend />}
      </div>
      <div class={styles["map"]}>
        <GridMap
          label={words.mapLabel}
          layers={[base, findings, pen]}
          hand={hand}
          frame={frame}
          focus={focus}
          tap={tapped}
        />
      </div>
    </div>
  );
}

const NONE: readonly never[] = [];

function tapped({ lng, lat }: Point): void {
  const cells = sheet.peek();
  if (cells === null) return;
  const isDrawing = tool.peek() === "split" && chosen.peek().length > 0;
  if (isDrawing) {
    line.value = [...line.peek(), [lng, lat]];
    return;
  }
  const cell = cellAt(cells, [lng, lat]);
  if (cell) choose(cell.code);
}

/** The cells as they are to be painted. */
function useLaid(): readonly LaidCell[] {
  const [drawn, found, version] = [sheet.value, draft.value, shown.value];
  const [codes, finding] = [chosen.value, looked.value];
  return useMemo(() => {
    const as = (look: CellLook) => (cell: GridCellAnswer) => ({ cell, look });
    if (drawn) return drawn.map((cell) => ({ cell, look: codes.includes(cell.code) ? "chosen" : "plain" }));
    if (found) {
      const faulty = new Set(finding?.cells);
      return found.cells.map((cell) => ({ cell, look: faulty.has(cell.code) ? "faulty" : "plain" }));
    }
    if (!version) return [];
    return [
      ...version.kept.map(as("kept")),
      ...version.ended.map(as("ended")),
      ...version.begun.map(as(version.kept.length === 0 && version.ended.length === 0 ? "plain" : "begun")),
    ];
  }, [drawn, found, version, codes, finding]);
}

function cornersOf(laid: readonly LaidCell[], isMoving: boolean): readonly Position[] {
  return isMoving
    ? laid.filter(({ look }) => look === "chosen").flatMap(({ cell }) => cell.rings.flat(2))
    : [];
}

/** What was looked for or has changed, as large as it fits; else the whole grid. */
function frameOf(laid: readonly LaidCell[], code: string | null): Box | null {
  const changed = laid.filter(({ cell, look }) =>
    code === null ? look === "begun" || look === "ended" : cell.code === code,
  );
  const corners = (changed.length > 0 ? changed : laid).flatMap(({ cell }) => cell.rings.flat(2));
  if (corners.length === 0) return null;
  const box = { west: 180, east: -180, south: 90, north: -90 };
  for (const [lng, lat] of corners) {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** Where the finding lies, or the first of its cells. */
function useFocus(laid: readonly LaidCell[]): Point | null {
  const finding = looked.value;
  return useMemo(() => {
    if (!finding) return null;
    const cell = laid.find((row) => row.cell.code === finding.cells[0])?.cell;
    const [lng, lat] = finding.at ?? cell?.rings[0]?.[0]?.[0] ?? [];
    return lng === undefined || lat === undefined ? null : { lng, lat };
  }, [finding]);
}

function nearest(corners: readonly Position[], { lng, lat }: Point): Position | undefined {
  return corners.reduce<Position | undefined>(
    (best, next) => (best && metres([lng, lat], best) <= metres([lng, lat], next) ? best : next),
    undefined,
  );
}

function Legend() {
  const legend = words.versions.legend;
  return (
    <p class={panel["acts"]}>
      {(["kept", "begun", "ended"] as const).map((look) => (
        <span key={look}>
          <span class={styles[look]} aria-hidden="true" />
          {legend[look]}
        </span>
      ))}
    </p>
  );
}
