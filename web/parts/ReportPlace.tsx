/** The place of a report: the phone's fix with its accuracy in words, a pin by hand, or an address in words. */
import { mapWords } from "../mapWords.ts";
import { useEffect, useState } from "preact/hooks";
import type { Point } from "../../geo/point.ts";
import type { PointValue } from "../../server/domain/fields.ts";
import { accuracyWords, waitedWords, type createPosition } from "../state/position.ts";
import type { PointSource } from "../state/draft.ts";
import type { ReportForm } from "../state/reportForm.ts";
import { layerLine } from "../layerLine.ts";
import { Icon } from "./Icon.tsx";
import { MapPane, PlaceChips } from "./laterPlaces.tsx";
import styles from "./ReportPlace.module.css";
import { TextField } from "./TextField.tsx";
import { reportWords } from "../reportWords.ts";

interface ReportPlaceProps {
  readonly form: ReportForm;
  readonly position: ReturnType<typeof createPosition>;
}

export function ReportPlace({ form, position }: ReportPlaceProps) {
  const [open, setOpen] = useState(false);
  const lost =
    ["denied", "unavailable", "insecure"].includes(position.state.value) && !form.draft.value.point;
  const { point, address } = form.draft.value;
  const fix = position.best.value;
  const shown = open || lost || form.place.value.value?.placement.kind === "outside";
  const [nearer, setNearer] = useState<{ readonly point: Point; readonly zoom: number } | null>(null);

  function set(spot: PointValue, from: PointSource): void {
    position.stop();
    setOpen(true);
    form.change({ point: spot, pointSource: from });
  }

  useEffect(() => {
    // A pin set by hand, or how a fix is to be read, is the person's word and stays.
    const { pointSource } = form.draft.peek();
    if (fix && (pointSource === null || pointSource === "satellite")) {
      form.change({ point: { ...fix, datum: "wgs84", source: "satellite" }, pointSource: "satellite" });
    }
  }, [fix]);

  return (
    <section class={styles["place"]} aria-label={reportWords.place}>
      <button type="button" class={styles["line"]} aria-expanded={shown} onClick={() => setOpen(!open)}>
        <Icon name="pin" size={20} />
        <span class={styles["words"]}>
          <Where form={form} />
          <Source form={form} position={position} />
        </span>
        <span class={styles["change"]}>{shown ? reportWords.mapClose : reportWords.mapOpen}</span>
      </button>
      {shown && (
        <>
          <MapPane
            label={mapWords.pick}
            height="300px"
            focus={point}
            accuracy={point?.accuracy ?? null}
            nearer={nearer}
            pick={({ lng, lat }) => set({ lng, lat, datum: "wgs84", source: "hand" }, "hand")}
          />
          <p class="muted">{mapWords.pickHint}</p>
          <TextField
            id="report-address"
            label={reportWords.address}
            value={address}
            maxLength={200}
            placeholder={reportWords.addressHint}
            change={(value) => form.change({ address: value })}
          />
          <PlaceChips
            text={address}
            point={point}
            choose={(spot) => set(spot, spot.source === "satellite" ? "mended" : "words")}
            show={(spot, zoom) => setNearer({ point: spot, zoom })}
          />
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              form.change({ pointSource: "satellite" });
              position.start();
            }}
          >
            {reportWords.locateAgain}
          </button>
        </>
      )}
    </section>
  );
}

function Where({ form }: { readonly form: ReportForm }) {
  const place = form.place.value.value;
  if (place?.cell)
    return (
      <>
        <strong>{`${place.township?.name ?? ""} ${place.cell.name}`}</strong>
        {place.layers.map((row) => (
          <small key={row.layer.code}>{layerLine(row)}</small>
        ))}
      </>
    );
  if (place) return <strong>{reportWords.places[place.placement.kind]}</strong>;
  return <strong>{form.draft.value.point ? reportWords.located : reportWords.noPoint}</strong>;
}

function Source({ form, position }: ReportPlaceProps) {
  const { point, pointSource } = form.draft.value;
  if (pointSource === "register") return <small class={styles["good"]}>{reportWords.byRegister}</small>;
  if (pointSource === "hand") return <small>{reportWords.byHand}</small>;
  if (pointSource === "words") return <small>{reportWords.byWords}</small>;
  if (pointSource === "mended") return <small>{reportWords.byMend}</small>;
  if (point?.accuracy !== undefined) {
    const { text, tone } = accuracyWords(point.accuracy);
    return <small class={styles[tone]}>{text}</small>;
  }
  const state = position.state.value;
  const waited = state === "searching" ? waitedWords(position.seconds.value) : "";
  return (
    <small class={styles["rough"]}>
      {reportWords.positions[state]}
      {waited}
    </small>
  );
}
