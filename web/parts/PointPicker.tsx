/** A place set by hand on the map. */
import type { PointValue } from "../../server/domain/fields.ts";
import { words } from "../words.ts";
import { MapPane } from "./MapPane.tsx";

interface PointPickerProps {
  readonly point: { readonly lng: number; readonly lat: number } | null;
  readonly change: (point: PointValue) => void;
}

export function PointPicker({ point, change }: PointPickerProps) {
  return (
    <>
      <MapPane
        label={words.map.pick}
        height="240px"
        focus={point}
        pick={({ lng, lat }) => change({ lng, lat, datum: "wgs84" })}
      />
      <p class="muted">{words.map.pickHint}</p>
    </>
  );
}
