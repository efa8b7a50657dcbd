/** What the pages of learning show. */
import type { ConfirmedCase } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import type { LearningAnswer, LessonRow, MarksAnswer } from "../domain/learning/answers.ts";
import { countyMarks } from "../domain/learning/countyMarks.ts";
import { noticedIn } from "../domain/learning/words.ts";
import { scopeOf } from "../domain/permit.ts";
import { confirmedLately, markedCase } from "./judged.ts";

const LESSONS_SHOWN = 100;
const DOUBTFUL_SHOWN = 10;
const CONFUSED_SHOWN = 15;

export async function marksAnswer(actor: Actor, deps: Deps): Promise<MarksAnswer> {
  const { names, learner, clock, reference } = deps;
  // Whoever sees every case counts every case; a total that grows by one would tell the others of a confidential one
  const isCounted = ({ confidential }: ConfirmedCase) => !confidential || scopeOf(actor).kind === "all";
  const counted = (await confirmedLately(deps)).filter(isCounted);
  const cases = counted.flatMap((found) => markedCase(found, deps) ?? []);
  const found = countyMarks(cases, reference.taxonomy, clock.now());
  const { rows, accuracy, topThree, macroF1, calibrationError, bands, lines, confused } = found.marks;
  const named = (code: string) => ({ code, name: names.any(code) });
  return {
    rows,
    accuracy,
    topThree,
    macroF1,
    calibrationError,
    bands,
    lines,
    items: found.items.map(({ code, ...counts }) => ({ item: named(code), ...counts })),
    units: found.units.map(({ unit, ...counts }) => ({ unit: named(unit), ...counts })),
    confused: confused.slice(0, CONFUSED_SHOWN).map(({ label, takenFor, rows: times }) => ({
      item: named(label),
      takenFor: named(takenFor),
      rows: times,
    })),
    overlaps: found.overlaps.map(({ codes, ...overlap }) => ({ items: codes.map(named), ...overlap })),
    noticed: noticedIn(found, names.any, scopeOf(actor).kind === "all"),
    model: learner.modelInUse(),
    now: clock.now(),
  };
}

export async function learningAnswer(actor: Actor, deps: Deps): Promise<LearningAnswer> {
  const { store, names, learner, renewals, clock } = deps;
  await learner.refresh();
  const [lessons, models] = await Promise.all([
    store.learning.lessons(LESSONS_SHOWN),
    store.learning.models(),
  ]);
  const seesCases = scopeOf(actor).kind === "all";
  const named = (code: string) => ({ code, name: names.any(code) });
  const maybe = (code: string | null) => code && named(code);
  return {
    lessons: lessons.map(({ id, number, caseId, kind, about, label, rejected, at, undoneAt }): LessonRow => ({
      id,
      number: seesCases ? number : null,
      caseId: seesCases ? caseId : null,
      kind,
      about,
      label: maybe(label) || null,
      rejected: maybe(rejected) || null,
      at,
      undoneAt,
    })),
    models: models.map(({ version, createdAt, report }) => ({
      version,
      createdAt,
      rows: report.rows,
      heldBack: report.heldBack,
      fresh: report.fresh,
      inUse: report.inUse,
      doubtful: report.doubtful.slice(0, DOUBTFUL_SHOWN).map(({ number, given, likelier }) => ({
        number: seesCases ? number : null,
        given: named(given),
        likelier: named(likelier),
      })),
      kept: report.replaced,
    })),
    modelInUse: learner.modelInUse(),
    training: renewals.state(),
    automation: learner.automation(),
    now: clock.now(),
  };
}
