/** Sources with what is wrong with them, in sentences and with their evidence. */
import type { PointedCase } from "../../db/store.ts";
import { asStated, type ShiftCause, withoutShift } from "../../geo/shift.ts";
import type { Deps } from "../deps.ts";
import type { Case } from "../domain/case.ts";
import type { ShiftOffer, ShiftRow, ShiftsAnswer } from "../domain/shift/answers.ts";
import { sourceOf, type ShiftSource } from "../domain/shift/source.ts";
import { isWithin, type ShiftWindow } from "../domain/shift/window.ts";
import { channelWords } from "../domain/words.ts";
import { metresOf } from "../importing/offsetWords.ts";
import { gatherSources, lastGathered, movableOf, type SourcePoints } from "./gather.ts";
import { shiftSentence, swappedSentence } from "./words.ts";

const SHOWN_EVIDENCE = 60;
const SHOWN_BATCHES = 100;

/** One thing that is wrong with a source: a shift of all its points, or some that are exchanged. */
export interface Found {
  readonly view: SourcePoints;
  readonly cause: ShiftCause;
  /** From the first to the last point that shows it. */
  readonly window: ShiftWindow;
  /** All that could be moved, whenever they were sent. */
  readonly movable: readonly PointedCase[];
  /** Of these, those of the window. */
  readonly affected: readonly PointedCase[];
}

export function foundIn(view: SourcePoints): readonly Found[] {
  const { run, swapped } = view;
  const ats = swapped.map(({ reportedAt }) => reportedAt);
  return [
    ...(run === null ? [] : [{ cause: run.shift.cause, window: run, movable: movableOf(view) }]),
    ...(ats.length === 0
      ? []
      : [
          {
            cause: { kind: "swapped" } as const,
            window: { from: Math.min(...ats), until: Math.max(...ats) },
            movable: swapped,
          },
        ]),
  ]
    .map(({ cause, window: { from, until }, movable }) => {
      const window = { from, until };
      const affected = movable.filter(({ reportedAt }) => isWithin(window, reportedAt));
      return { view, cause, window, movable, affected };
    })
    .filter(({ affected }) => affected.length > 0);
}

export async function shiftsAnswer(deps: Deps): Promise<ShiftsAnswer> {
  const { store, clock, reference } = deps;
  const views = await gatherSources(deps);
  const batches = await store.shifts.batches(SHOWN_BATCHES);
  const people = await store.people.list();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (source: ShiftSource) => sourceName(source, names);
  return {
    rows: views.flatMap((view) => rowsOf(view, nameOf(view.source))).sort(worstFirst),
    batches: batches.map((row) => {
      const { id, sourceKind: kind, sourceKey: key, cause, cases, reason, at, undoneAt, undoneBy } = row;
      const { fromAt, untilAt } = row;
      const window = fromAt === null || untilAt === null ? null : { from: fromAt, until: untilAt };
      const by = names.get(row.by) ?? row.by;
      const undone =
        undoneAt === null || undoneBy === null
          ? null
          : { at: undoneAt, by: names.get(undoneBy) ?? undoneBy, reason: row.undoneReason ?? "" };
      return {
        id,
        source: { kind, key },
        name: nameOf({ kind, key }),
        cause,
        window,
        cases,
        reason,
        by,
        at,
        undone,
      };
    }),
    days: reference.analysis.shift.days,
    now: clock.now(),
  };
}

/** @returns the pin to offer for a case, from what was found last; null where nothing is wrong with its source. */
export function shiftOffer(
  found: Case,
  origin: string | null,
  deps: Pick<Deps, "store" | "locate">,
): ShiftOffer | null {
  const source = sourceOf({ ...found, origin });
  const view = lastGathered(deps).find(
    (one) => one.source.kind === source.kind && one.source.key === source.key,
  );
  if (view === undefined || found.point === null) return null;
  const hit = foundIn(view).find(({ affected }) =>
    affected.some(({ id, point }) => id === found.id && samePoint(point, found.point)),
  );
  if (hit === undefined) return null;
  const point = withoutShift(found.point, hit.cause);
  return { sentence: sentenceOf(hit), point, spot: asStated(point) };
}

function samePoint(a: PointedCase["point"], b: Case["point"]): boolean {
  return a.lng === b?.lng && a.lat === b.lat && a.datum === b.datum;
}

function rowsOf(view: SourcePoints, name: string): readonly ShiftRow[] {
  const { source, cases, evidence } = view;
  const bare = { source, name, cases: cases.length, pairs: evidence.length };
  const found = foundIn(view);
  // Nobody's device is listed that is as it should be: this is no list of persons
  if (found.length === 0) return source.kind === "device" ? [] : [{ ...bare, shift: null }];
  return found.map((each) => ({
    ...bare,
    shift: {
      cause: each.cause,
      metres: each.cause.kind === "swapped" || view.run === null ? null : metresOf(view.run.shift),
      sentence: sentenceOf(each),
      window: each.window,
      neighbours: each.cause.kind === "swapped" || view.run === null ? null : neighboursOf(view.run),
      affected: each.affected.length,
      left: each.movable.length - each.affected.length,
      evidence: evidenceFor(each),
    },
  }));
}

function neighboursOf({ before, after }: NonNullable<SourcePoints["run"]>) {
  return { before, after };
}

function sentenceOf({ view, cause, affected }: Found): string {
  return cause.kind === "swapped" || view.run === null
    ? swappedSentence(affected.length)
    : shiftSentence(view.run.shift, affected[0]?.point.datum ?? "wgs84");
}

function evidenceFor({ view, cause, affected }: Found): NonNullable<ShiftRow["shift"]>["evidence"] {
  if (cause.kind !== "swapped")
    return (view.run?.pairs ?? [])
      .slice(0, SHOWN_EVIDENCE)
      .map(({ found: { id, number }, sent, known, by }) => ({
        id,
        number,
        was: asStated(sent),
        known,
        by,
      }));
  return affected.slice(0, SHOWN_EVIDENCE).map(({ id, number, point, address, text }) => ({
    id,
    number,
    was: asStated(point),
    known: asStated(withoutShift(point, cause)),
    by: (address ?? text).slice(0, 40),
  }));
}

function sourceName({ kind, key }: ShiftSource, names: ReadonlyMap<string, string>): string {
  if (kind === "device") return names.get(key) ?? key;
  return kind === "channel" ? (channelWords[key as Case["channel"]] ?? key) : key;
}

function worstFirst(a: ShiftRow, b: ShiftRow): number {
  return (b.shift?.affected ?? 0) - (a.shift?.affected ?? 0) || b.cases - a.cases;
}
