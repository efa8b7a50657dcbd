/** A whole year from the notice of the State Council, a table or a calendar file. */
import { useState } from "preact/hooks";
import type { CalendarYear } from "../../server/domain/calendarData.ts";
import { readCalendarText, type ReadYear } from "../../server/domain/county/calendarText.ts";
import { countyWords } from "../countyWords.ts";
import { Field } from "../parts/Field.tsx";
import { Hint } from "../parts/Notice.tsx";
import { edit } from "../state/county.ts";
import { yearFile } from "../state/countyCalendar.ts";
import panel from "../parts/Panel.module.css";
import { TextField } from "../parts/TextField.tsx";

const words = countyWords.calendar.import;
const noticeWords = countyWords.calendar.notice;

interface ImportProps {
  readonly year: number;
  readonly notice: CalendarYear["notice"];
  readonly value: CalendarYear;
}

export function CalendarImport({ year, notice, value }: ImportProps) {
  const [text, setText] = useState("");
  const [read, setRead] = useState<ReadYear | null>(null);

  function take(content: string): void {
    const found = readCalendarText(content, year);
    setRead(found);
    const { holidays, makeupWorkdays } = found.year;
    if (holidays.length + makeupWorkdays.length === 0) return;
    edit("calendar", yearFile(year), { ...found.year, notice: found.year.notice ?? notice });
  }

  return (
    <details>
      <summary>{words.title(year)}</summary>
      <p class="muted">{words.hint}</p>
      <Field id="notice-text" label={words.text}>
        <textarea
          id="notice-text"
          rows={6}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <div class={panel["acts"]}>
        <button type="button" class="button" disabled={text.trim() === ""} onClick={() => take(text)}>
          {words.read}
        </button>
        <label class={`button ${panel["import"]}`}>
          {words.file}
          <input
            type="file"
            class="visuallyHidden"
            accept=".csv,.ics,.txt"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = "";
              if (file) void file.text().then(take);
            }}
          />
        </label>
      </div>
      {read && (
        <div role="status">
          <p>{words.done(read.year.holidays.length, read.year.makeupWorkdays.length)}</p>
          {read.unread.length > 0 && (
            <Hint tone="warn">
              <ul>
                {read.unread.map((row) => (
                  <li key={`${row.line} ${row.text}`}>{words.unread(row.line, row.text, row.expected)}</li>
                ))}
              </ul>
            </Hint>
          )}
        </div>
      )}
      <NoticeFields year={year} value={value} />
    </details>
  );
}

/** Which paper the year rests on; an announced year must name it. */
function NoticeFields({ year, value }: { readonly year: number; readonly value: CalendarYear }) {
  const notice = value.notice ?? { title: "", docNo: "", published: "" };
  const put = (change: Partial<typeof notice>) =>
    edit("calendar", yearFile(year), { ...value, notice: { ...notice, ...change } });
  return (
    <fieldset class={panel["publish"]}>
      <legend>{noticeWords.title}</legend>
      <TextField
        id="notice-title"
        label={noticeWords.name}
        value={notice.title}
        change={(value) => put({ title: value })}
      />
      <TextField
        id="notice-number"
        label={noticeWords.docNo}
        value={notice.docNo}
        change={(value) => put({ docNo: value })}
      />
      <TextField
        id="notice-day"
        label={noticeWords.published}
        type="date"
        value={notice.published}
        change={(value) => put({ published: value })}
      />
    </fieldset>
  );
}
