/** A place set by hand on the map, or by confirming what the address says. */
import { mapWords } from "../mapWords.ts";
import { useState } from "preact/hooks";
import type { Point, ReportedPoint } from "../../geo/point.ts";
import type { PointValue } from "../../server/domain/fields.ts";
import { MapPane } from "./MapPane.tsx";
import { PlaceChips } from "./laterPlaces.tsx";

interface PointPickerProps {
  /** As it was reported. */
  readonly point: ReportedPoint | null;
  readonly change: (point: PointValue) => void;
  /** The address of the case, or what its report says. */
  readonly told: string;
  readonly caseId: string;
}

export function PointPicker({ point, change, told, caseId }: PointPickerProps) {
  const [nearer, setNearer] = useState<{ readonly point: Point; readonly zoom: number } | null>(null);
  return (
    <>
      <PlaceChips
        text={told}
        point={point}
        caseId={caseId}
        choose={change}
        show={(spot, zoom) => setNearer({ point: spot, zoom })}
      />
      <MapPane
        label={mapWords.pick}
        height="240px"
        focus={point}
        nearer={nearer}
        pick={({ lng, lat }) => change({ lng, lat, datum: "wgs84", source: "hand" })}
      />
      <p class="muted">{mapWords.pickHint}</p>
    </>
  );
}
