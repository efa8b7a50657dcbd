/** A year in twelve months: each day says by its letter and its shape what it is. Arrow keys move, Enter changes a day. */
import { useRef } from "preact/hooks";
import type { Calendar, WorkingDay } from "../../server/domain/calendar.ts";
import { dayOf, type Day, parseDay, weekday } from "../../server/domain/time.ts";
import { countyWords } from "../countyWords.ts";
import styles from "./YearCalendar.module.css";

const words = countyWords.calendar;

interface YearProps {
  readonly year: number;
  readonly calendar: Calendar;
  /** As it counts now: days that would change are marked. */
  readonly counting: Calendar;
  readonly chosen: Day;
  readonly choose: (day: Day) => void;
  readonly open: (day: Day) => void;
}

export function YearCalendar({ year, calendar, counting, chosen, choose, open }: YearProps) {
  const frame = useRef<HTMLDivElement>(null);
  const months = Array.from({ length: 12 }, (_, month) => month + 1);
  const days = daysOf(year).map((number) => calendar.day(number));
  const worked = days.filter(({ kind }) => kind === "workday" || kind === "makeup").length;

  function move(event: KeyboardEvent): void {
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next =
      by === "month" || by === "monthBack" ? inMonth(chosen, by === "month" ? 1 : -1) : moved(chosen, by);
    if (!next.startsWith(`${year}-`)) return;
    choose(next);
    frame.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  }

  return (
    <>
      <p>{words.count(worked, days.length - worked)}</p>
      <Legend />
      <p class={`muted ${styles["keys"]}`}>{words.keys}</p>
      <div class={styles["year"]} ref={frame} onKeyDown={move}>
        {months.map((month) => (
          <table key={month} class={styles["month"]}>
            <caption>{words.month(month)}</caption>
            <thead>
              <tr>
                {words.weekdays.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(year, month).map((week, at) => (
                <tr key={at}>
                  {week.map((number, column) => (
                    <td key={column}>
                      {number !== null && (
                        <DayButton
                          day={calendar.day(number)}
                          isChanged={calendar.day(number).kind !== counting.day(number).kind}
                          isChosen={dayOf(number) === chosen}
                          open={() => {
                            choose(dayOf(number));
                            open(dayOf(number));
                          }}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}

function DayButton({
  day,
  isChanged,
  isChosen,
  open,
}: {
  readonly day: WorkingDay;
  readonly isChanged: boolean;
  readonly isChosen: boolean;
  readonly open: () => void;
}) {
  const [, month = 0, date = 0] = day.day.split("-").map(Number);
  const name = words.weekdays[weekday(parseDay(day.day) ?? 0)] ?? "";
  return (
    <button
      type="button"
      data-day={day.day}
      data-mark={words.marks[day.kind]}
      class={`${styles[day.kind] ?? ""} ${isChanged ? styles["changed"] : ""}`}
      tabIndex={isChosen ? 0 : -1}
      aria-label={words.day(month, date, name, words.kinds[day.kind], day.name)}
      onClick={open}
    >
      {date}
    </button>
  );
}

function Legend() {
  return (
    <p class={`${styles["legend"]} ${styles["month"]}`}>
      {(["workday", "weekend", "holiday", "makeup"] as const).map((kind) => (
        <span key={kind}>
          <b class={styles[kind]}>{words.marks[kind] || "1"}</b> {words.kinds[kind]}
        </span>
      ))}
    </p>
  );
}

const steps: Readonly<Record<string, number | "month" | "monthBack">> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
  PageUp: "monthBack",
  PageDown: "month",
};

function moved(day: Day, by: number): Day {
  return dayOf((parseDay(day) ?? 0) + by);
}

/** The same day of the next or former month, or its last. */
function inMonth(day: Day, by: 1 | -1): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const wanted = `${year}-${String(month + by).padStart(2, "0")}-`;
  for (let last = date; last > 27; last -= 1) {
    const found = `${wanted}${last}`;
    if (parseDay(found) !== null) return found;
  }
  return `${wanted}${String(Math.min(date, 27)).padStart(2, "0")}`;
}

function daysOf(year: number): readonly number[] {
  const [from, to] = [parseDay(`${year}-01-01`) ?? 0, parseDay(`${year}-12-31`) ?? -1];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** Weeks from Sunday to Saturday; places before the first and after the last are empty. */
function weeksOf(year: number, month: number): readonly (readonly (number | null)[])[] {
  const first = parseDay(`${year}-${String(month).padStart(2, "0")}-01`) ?? 0;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  const count = (parseDay(next) ?? 0) - first;
  const cells = [
    ...Array.from({ length: weekday(first) }, () => null),
    ...Array.from({ length: count }, (_, at) => first + at),
  ];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}
