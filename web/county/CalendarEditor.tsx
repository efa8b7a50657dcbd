/** 工作日历: the year at a glance, a day changed with its reason, a whole year imported from the State Council's notice. */
import { useState } from "preact/hooks";
import type { SubjectAnswer } from "../../server/domain/county/answers.ts";
import { dayNumber, dayOf, type Day } from "../../server/domain/time.ts";
import { countyWords } from "../countyWords.ts";
import { Field } from "../parts/Field.tsx";
import { Hint } from "../parts/Notice.tsx";
import { edit, shownBody } from "../state/county.ts";
import { bareYear, CALENDARS, calendarNamed, partsOf, yearFile } from "../state/countyCalendar.ts";
import { CalendarImport } from "./CalendarImport.tsx";
import { DayForm } from "./DayForm.tsx";
import panel from "../parts/Panel.module.css";
import { YearCalendar } from "../parts/YearCalendar.tsx";

const words = countyWords.calendar;

export function CalendarEditor({ found }: { readonly found: SubjectAnswer }) {
  const today = dayOf(dayNumber(found.now));
  const [year, setYear] = useState(() => Number(today.slice(0, 4)));
  const [code, setCode] = useState("");
  const [chosen, setChosen] = useState<Day>(today);
  const [opened, setOpened] = useState<Day | null>(null);
  const body = shownBody(found);
  const { years, calendars } = partsOf(body);
  const named = code === "" ? (calendars[0]?.code ?? "") : code;
  const calendar = calendarNamed(body, named);
  const counting = calendarNamed(found.body, named);
  const shown = years.find((row) => row.year === year);
  const next = Math.max(...years.map((row) => row.year)) + 1;
  const pick = (to: number) => {
    setYear(to);
    setChosen(to === Number(today.slice(0, 4)) ? today : `${to}-01-01`);
    setOpened(null);
  };

  return (
    <section class={`card ${panel["card"]}`} aria-label={countyWords.subjects.calendar.name}>
      <div class={panel["publish"]}>
        <Field id="calendar-year" label={words.year}>
          <select
            id="calendar-year"
            value={year}
            onChange={(event) => pick(Number(event.currentTarget.value))}
          >
            {years.map((row) => (
              <option key={row.year} value={row.year}>
                {row.year}
              </option>
            ))}
          </select>
        </Field>
        <Field id="calendar-which" label={words.which}>
          <select id="calendar-which" value={named} onChange={(event) => setCode(event.currentTarget.value)}>
            {calendars.map((row) => (
              <option key={row.code} value={row.code}>
                {row.name}
              </option>
            ))}
          </select>
        </Field>
        <button
          type="button"
          class="button"
          onClick={() => {
            edit("calendar", yearFile(next), bareYear(next));
            pick(next);
          }}
        >
          {words.addYear(next)}
        </button>
      </div>
      {shown === undefined && <Hint tone="warn">{words.missing(year)}</Hint>}
      {shown?.status === "notAnnounced" && <Hint tone="warn">{words.notAnnounced(year)}</Hint>}
      {calendar && counting && (
        <YearCalendar
          year={year}
          calendar={calendar}
          counting={counting}
          chosen={chosen}
          choose={setChosen}
          open={setOpened}
        />
      )}
      {opened !== null && (
        <DayForm
          key={`${named} ${opened}`}
          day={opened}
          row={
            calendars.find((row) => row.code === named)?.additions?.find(({ date }) => date === opened) ??
            null
          }
          close={() => setOpened(null)}
          change={(rows) => edit("calendar", CALENDARS, rows(calendars, named))}
        />
      )}
      <CalendarImport year={year} notice={shown?.notice ?? null} value={shown ?? bareYear(year)} />
    </section>
  );
}
