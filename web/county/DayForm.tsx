/** One day changed by the county or a unit, with its reason and the paper it rests on. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CountyDay } from "../../server/domain/calendarData.ts";
import type { NamedCalendar } from "../../server/domain/calendars.ts";
import type { Day } from "../../server/domain/time.ts";
import { countyWords } from "../countyWords.ts";
import { Field } from "../parts/Field.tsx";
import { withDay } from "../state/countyCalendar.ts";
import panel from "../parts/Panel.module.css";
import { TextField } from "../parts/TextField.tsx";

const words = countyWords.calendar.change;

type Change = (calendars: readonly NamedCalendar[], code: string) => readonly NamedCalendar[];

interface DayFormProps {
  readonly day: Day;
  /** What the county has said of this day before. */
  readonly row: CountyDay | null;
  readonly close: () => void;
  readonly change: (change: Change) => void;
}

export function DayForm({ day, row, close, change }: DayFormProps) {
  const [kind, setKind] = useState<CountyDay["kind"] | "asAnnounced">(row?.kind ?? "off");
  const [name, setName] = useState(row?.name ?? "");
  const [basis, setBasis] = useState(row?.basis ?? "");
  const first = useRef<HTMLSelectElement>(null);
  const isNew = kind !== "asAnnounced";
  useEffect(() => first.current?.focus(), [day]);

  function apply(event: Event): void {
    event.preventDefault();
    const said = isNew ? { date: day, kind, name: name.trim(), basis: basis.trim() } : { date: day };
    change((calendars, code) => withDay(calendars, code, said));
    close();
    leave();
  }

  /** Back to the day in the year, for those who came by keyboard. */
  function leave(): void {
    document.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }

  return (
    <form
      class={panel["publish"]}
      aria-label={words.title(day)}
      onSubmit={apply}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        close();
        leave();
      }}
    >
      <Field id="day-kind" label={`${words.title(day)} · ${words.kind}`}>
        <select
          id="day-kind"
          ref={first}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
        >
          <option value="off">{words.off}</option>
          <option value="work">{words.work}</option>
          <option value="asAnnounced">{words.asAnnounced}</option>
        </select>
      </Field>
      {isNew && (
        <>
          <TextField id="day-name" label={words.name} value={name} required change={setName} />
          <TextField id="day-basis" label={words.basis} value={basis} required change={setBasis} />
        </>
      )}
      <div class={panel["acts"]}>
        <button type="submit" class="button primary">
          {words.apply}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            close();
            leave();
          }}
        >
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
