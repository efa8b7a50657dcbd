/** 坐标偏移: sources whose points are wrong in one way, correcting one of them, and taking a batch back. */
import { useEffect } from "preact/hooks";
import type { ShiftsAnswer } from "../../server/domain/shift/answers.ts";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import panel from "../parts/Panel.module.css";
import { ShiftBatches } from "../parts/ShiftBatches.tsx";
import { ShiftCard } from "../parts/ShiftCard.tsx";
import { shiftWords as text } from "../shiftWords.ts";
import { keyOf, shifts } from "../state/shifts.ts";

export function Shifts() {
  useEffect(() => void shifts.load(), []);
  const found = shifts.value.value;
  const problem = shifts.problem.value;
  return (
    <div class={panel["page"]}>
      <header>
        <h1>{text.title}</h1>
        {found && <p class="muted">{text.lead(found.days)}</p>}
      </header>
      {problem && <ProblemNotice problem={problem} retry={shifts.load} />}
      {!found && !problem && <Loading />}
      {found && <Found found={found} />}
    </div>
  );
}

function Found({ found: { rows, batches, days, now } }: { readonly found: ShiftsAnswer }) {
  const wrong = rows.filter(({ shift }) => shift !== null);
  const fine = rows.filter(({ shift }) => shift === null);
  return (
    <>
      {wrong.length === 0 ? (
        <section class="card">
          <Empty title={text.none} hint={rows.length === 0 ? text.empty : text.noneHint} icon="check" />
        </section>
      ) : (
        <section class={panel["page"]} aria-label={text.found}>
          <h2>{text.found}</h2>
          {wrong.map((row) => (
            <ShiftCard key={keyOf(row)} row={row} days={days} now={now} />
          ))}
        </section>
      )}
      {fine.length > 0 && (
        <section class={`card ${panel["card"]}`} aria-label={text.fine}>
          <h2>{text.fine}</h2>
          <p class="muted">{text.fineHint}</p>
          <ul>
            {fine.map((row) => (
              <li key={keyOf(row)}>
                {text.kinds[row.source.kind]} · {row.name}{" "}
                <span class="muted">{text.counts(row.cases, row.pairs)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ShiftBatches batches={batches} now={now} />
    </>
  );
}
