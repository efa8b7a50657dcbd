/** The place of a report: the phone's fix with its accuracy in words, a pin by hand, or an address in words. */
import { useEffect, useState } from "preact/hooks";
import { accuracyWords, type createPosition } from "../state/position.ts";
import type { ReportForm } from "../state/reportForm.ts";
import { words } from "../words.ts";
import { Field } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import { MapPane } from "./MapPane.tsx";
import styles from "./ReportPlace.module.css";

interface ReportPlaceProps {
  readonly form: ReportForm;
  readonly position: ReturnType<typeof createPosition>;
}

export function ReportPlace({ form, position }: ReportPlaceProps) {
  const [open, setOpen] = useState(false);
  const lost =
    ["denied", "unavailable", "insecure"].includes(position.state.value) && !form.draft.value.point;
  const { point, pointSource, address } = form.draft.value;
  const fix = position.best.value;
  const shown = open || lost;

  useEffect(() => {
    // A pin set by hand is the person's word and stays.
    if (fix && form.draft.peek().pointSource !== "hand") {
      form.change({ point: { ...fix, datum: "wgs84" }, pointSource: "satellite" });
    }
  }, [fix]);

  return (
    <section class={styles["place"]} aria-label={words.report.place}>
      <button type="button" class={styles["line"]} aria-expanded={shown} onClick={() => setOpen(!open)}>
        <Icon name="pin" size={20} />
        <span class={styles["words"]}>
          <Where form={form} />
          <Source form={form} position={position} />
        </span>
        <span class={styles["change"]}>{shown ? words.report.mapClose : words.report.mapOpen}</span>
      </button>
      {shown && (
        <>
          <MapPane
            label={words.map.pick}
            height="300px"
            focus={point}
            accuracy={pointSource === "satellite" ? (point?.accuracy ?? null) : null}
            pick={({ lng, lat }) => {
              position.stop();
              form.change({ point: { lng, lat, datum: "wgs84" }, pointSource: "hand" });
            }}
          />
          <p class="muted">{words.map.pickHint}</p>
          <Field id="report-address" label={words.report.address}>
            <input
              id="report-address"
              value={address}
              maxLength={200}
              placeholder={words.report.addressHint}
              onInput={(event) => form.change({ address: event.currentTarget.value })}
            />
          </Field>
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              form.change({ pointSource: "satellite" });
              position.start();
            }}
          >
            {words.report.locateAgain}
          </button>
        </>
      )}
    </section>
  );
}

function Where({ form }: { readonly form: ReportForm }) {
  const place = form.place.value.value;
  if (place?.cell) return <strong>{`${place.township?.name ?? ""} ${place.cell.name}`}</strong>;
  if (place) return <strong>{words.report.places[place.placement.kind]}</strong>;
  return <strong>{form.draft.value.point ? words.report.located : words.report.noPoint}</strong>;
}

function Source({ form, position }: ReportPlaceProps) {
  const { point, pointSource } = form.draft.value;
  if (pointSource === "hand") return <small>{words.report.byHand}</small>;
  if (point?.accuracy !== undefined) {
    const { text, good } = accuracyWords(point.accuracy);
    return <small class={good ? styles["good"] : styles["rough"]}>{text}</small>;
  }
  return <small class={styles["rough"]}>{words.report.positions[position.state.value]}</small>;
}
