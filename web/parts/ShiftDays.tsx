/** 偏移时段: from which day to which is corrected, as it was found or as somebody chose. */
import type { WindowDays } from "../../server/domain/shift/window.ts";
import { shiftWords as text } from "../shiftWords.ts";
import { Field } from "./Field.tsx";
import panel from "./Panel.module.css";

interface ShiftDaysProps {
  readonly id: string;
  /** The days of what was found. */
  readonly found: WindowDays;
  /** The first and the last day that may be chosen. */
  readonly bounds: WindowDays;
  /** null: as it was found, to the minute. */
  readonly chosen: WindowDays | null;
  readonly choose: (days: WindowDays | null) => void;
}

export function ShiftDays({ id, found, bounds, chosen, choose }: ShiftDaysProps) {
  const days = chosen ?? found;
  const input = (end: "from" | "to") => (
    <Field id={`${end}-${id}`} label={text.days[end]}>
      <input
        id={`${end}-${id}`}
        type="date"
        required
        min={bounds.from}
        max={bounds.to}
        value={days[end]}
        onChange={(event) => choose({ ...days, [end]: event.currentTarget.value })}
      />
    </Field>
  );
  return (
    <div class={panel["list"]}>
      <div class={panel["publish"]}>
        {input("from")}
        {input("to")}
      </div>
      {chosen === null ? (
        <p class="muted">{text.asFound}</p>
      ) : (
        <p class={panel["acts"]}>
          <span class="muted">{text.wholeDays}</span>
          <button type="button" class="button quiet" onClick={() => choose(null)}>
            {text.backToFound}
          </button>
        </p>
      )}
    </div>
  );
}
