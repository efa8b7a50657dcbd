/** One source that is shifted: how far, by what it is known, what a correction would move, and the correction. */
import { useMemo, useState } from "preact/hooks";
import type { ShiftDoneAnswer, ShiftRow } from "../../server/domain/shift/answers.ts";
import type { WindowDays } from "../../server/domain/shift/window.ts";
import { DAY, dayNumber, dayOf, wallClock } from "../../server/domain/time.ts";
import { boxOfPairs, type MapPair, pairLayer } from "../map/pairs.ts";
import { shiftWords as text } from "../shiftWords.ts";
import { momentText } from "../state/moment.ts";
import { correct } from "../state/shifts.ts";
import { say } from "../state/toast.ts";
import { MapPane } from "./laterPlaces.tsx";
import panel from "./Panel.module.css";
import { ShiftDays } from "./ShiftDays.tsx";
import { ShiftSteps } from "./ShiftSteps.tsx";

interface ShiftCardProps {
  readonly row: ShiftRow;
  /** How far back is looked. */
  readonly days: number;
  readonly now: number;
}

export function ShiftCard({ row, days, now }: ShiftCardProps) {
  const [chosen, choose] = useState<WindowDays | null>(null);
  const [trial, setTrial] = useState<ShiftDoneAnswer | null>(null);
  const [isOpen, setOpen] = useState(false);
  const { shift, name, source, cases, pairs } = row;
  if (shift === null) return null;
  const id = `${source.kind}-${source.key}-${shift.cause.kind}`;
  return (
    <article class={`card ${panel["card"]}`} aria-label={name}>
      <div>
        <h3>{name}</h3>
        <p class="muted">{[text.kinds[source.kind], text.counts(cases, pairs)].join(" · ")}</p>
      </div>
      <p>
        <strong>{shift.sentence}</strong>
      </p>
      <p>
        {text.window(wallClock(shift.window.from), wallClock(shift.window.until))}{" "}
        <span class="muted">{neighbourText(shift, now)}</span>
      </p>
      <div class={panel["columns"]}>
        <div class={panel["list"]}>
          {trial && <Trial trial={trial} />}
          <ShiftSteps
            id={id}
            begin={text.correct(shift.affected)}
            act={async (step) => await correct(row, step, chosen)}
            chosen={`${chosen?.from} ${chosen?.to}`}
            choice={
              <ShiftDays
                id={id}
                found={{ from: dayAt(shift.window.from), to: dayAt(shift.window.until) }}
                bounds={{ from: dayAt(now - days * DAY), to: dayAt(now) }}
                chosen={chosen}
                choose={choose}
              />
            }
            tried={setTrial}
            apply={(done) => text.apply(done.cases)}
            done={(done) => say(text.done(done.cases))}
          />
          <p class="muted">{text.cause(shift.cause)}</p>
          <button type="button" class="button quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? text.hide : text.showCases(shift.evidence.length)}
          </button>
          {isOpen && (
            <ul class={panel["changes"]}>
              {shift.evidence.map(({ id, number, by }) => (
                <li key={id}>
                  <a href={`/cases/${id}`}>{number}</a>
                  <p class="muted">{by}</p>
                </li>
              ))}
            </ul>
          )}
        </div>
        <PairMap name={name} pairs={trial ? pairsOf(trial) : evidenceOf(shift.evidence)} />
      </div>
    </article>
  );
}

function dayAt(at: number): string {
  return dayOf(dayNumber(at));
}

/** How far the window may be widened before what agrees is moved too. */
function neighbourText({ neighbours }: NonNullable<ShiftRow["shift"]>, now: number): string {
  if (neighbours === null) return "";
  const [before, after] = [neighbours.before, neighbours.after].map((at) => at && momentText(at, now));
  return text.neighbours(before || null, after || null);
}

const SHOWN = 8;

function Trial({
  trial: { cases, cells, townships, skipped, left, window, rows },
}: {
  readonly trial: ShiftDoneAnswer;
}) {
  const changed = rows.filter(({ from, to }) => from?.code !== to?.code);
  return (
    <div role="status">
      <p>{text.trialSum(cases, cells, townships)}</p>
      {window && <p>{text.left(wallClock(window.from), wallClock(window.until), left)}</p>}
      {skipped > 0 && <p class="muted">{text.skipped(skipped)}</p>}
      <ul class={panel["changes"]}>
        {changed.slice(0, SHOWN).map(({ id, number, from, to }) => (
          <li key={id}>
            <a href={`/cases/${id}`}>{number}</a>
            <p>{text.moved(from?.name ?? text.noCell, to?.name ?? text.noCell)}</p>
          </li>
        ))}
        {cells > SHOWN && <li class="muted">{text.more(cells - SHOWN)}</li>}
      </ul>
    </div>
  );
}

function PairMap({ name, pairs }: { readonly name: string; readonly pairs: readonly MapPair[] }) {
  const key = pairs.map(({ title }) => title).join();
  const layers = useMemo(() => [pairLayer(pairs)], [key]);
  const frame = useMemo(() => boxOfPairs(pairs), [key]);
  return (
    <div>
      <MapPane label={text.map(name)} height="320px" layers={layers} frame={frame} />
      <p class="muted">{text.legend}</p>
    </div>
  );
}

function evidenceOf(evidence: NonNullable<ShiftRow["shift"]>["evidence"]): readonly MapPair[] {
  return evidence.map(({ number, by, was, known }) => ({ title: `${number} ${by}`, was, known }));
}

function pairsOf({ rows }: ShiftDoneAnswer): readonly MapPair[] {
  return rows.flatMap(({ number, was, becomes }) =>
    was === null || becomes === null ? [] : [{ title: number, was, known: becomes }],
  );
}
