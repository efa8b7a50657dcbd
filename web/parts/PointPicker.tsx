/** A place set by hand on the map, or by confirming what the address says. */
import { mapWords } from "../mapWords.ts";
import { useState } from "preact/hooks";
import type { Point } from "../../geo/point.ts";
import type { PointValue } from "../../server/domain/fields.ts";
import { MapPane } from "./MapPane.tsx";
import { PlaceChips } from "./laterPlaces.tsx";

interface PointPickerProps {
  readonly point: Point | null;
  readonly change: (point: PointValue) => void;
  /** The address of the case, or what its report says. */
  readonly told: string;
  readonly caseId: string;
}

export function PointPicker({ point, change, told, caseId }: PointPickerProps) {
  const [nearer, setNearer] = useState<{ readonly point: Point; readonly zoom: number } | null>(null);
  const set = ({ lng, lat }: Point, source: "hand" | "words") => change({ lng, lat, datum: "wgs84", source });
  return (
    <>
      <PlaceChips
        text={told}
        point={point}
        caseId={caseId}
        choose={(spot) => set(spot, "words")}
        show={(spot, zoom) => setNearer({ point: spot, zoom })}
      />
      <MapPane
        label={mapWords.pick}
        height="240px"
        focus={point}
        nearer={nearer}
        pick={(spot) => set(spot, "hand")}
      />
      <p class="muted">{mapWords.pickHint}</p>
    </>
  );
}
