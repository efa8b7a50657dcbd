/** Shapes of what the API says of learning. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { EffectAnswer, LearningAnswer, MarksAnswer, ReasonsAnswer } from "../domain/learning/answers.ts";
import type { Automation } from "../domain/learning/automation.ts";
import type { ReaderMarks } from "../domain/learning/compareReaders.ts";
import { instant, known, maybeInstant, maybeNamed, maybeText, named, responsible } from "./common.ts";

export const marksShape = known(
  "MarksAnswer",
  agreeing<MarksAnswer>()(
    v.object({
      rows: v.number(),
      accuracy: v.number(),
      topThree: v.number(),
      macroF1: v.number(),
      calibrationError: v.number(),
      bands: v.array(v.object({ rows: v.number(), probability: v.number(), accuracy: v.number() })),
      lines: v.array(v.object({ precision: v.number(), line: v.number(), covers: v.number() })),
      items: v.array(
        v.object({
          item: named,
          rows: v.number(),
          recall: v.number(),
          precision: v.number(),
          returned: v.number(),
        }),
      ),
      units: v.array(v.object({ unit: named, rows: v.number(), agreed: v.number(), returned: v.number() })),
      confused: v.array(v.object({ item: named, takenFor: named, rows: v.number() })),
      overlaps: v.array(
        v.object({ items: v.array(named), rows: v.number(), share: v.number(), isKnown: v.boolean() }),
      ),
      noticed: v.array(v.string()),
      model: v.number(),
      now: instant,
    }),
  ),
);

const readerMarks = agreeing<ReaderMarks>()(
  v.object({ accuracy: v.number(), topThree: v.number(), calibrationError: v.number() }),
);

const automation = agreeing<Automation>()(
  v.object({
    on: v.boolean(),
    precision: v.number(),
    suggestPrecision: v.number(),
    line: v.number(),
    suggestLine: v.number(),
    setAt: instant,
    setBy: v.string(),
  }),
);

export const learningShape = known(
  "LearningAnswer",
  agreeing<LearningAnswer>()(
    v.object({
      lessons: v.array(
        v.object({
          id: v.string(),
          number: maybeText,
          caseId: maybeText,
          kind: v.picklist(["file", "dispatch", "rule", "uphold", "return"]),
          about: v.picklist(["item", "unit"]),
          label: maybeNamed,
          rejected: maybeNamed,
          at: instant,
          undoneAt: maybeInstant,
        }),
      ),
      models: v.array(
        v.object({
          version: v.number(),
          createdAt: instant,
          rows: v.number(),
          heldBack: v.number(),
          fresh: readerMarks,
          inUse: readerMarks,
          doubtful: v.array(v.object({ number: maybeText, given: named, likelier: named })),
          kept: v.boolean(),
        }),
      ),
      modelInUse: v.number(),
      training: v.variant("kind", [
        v.object({ kind: v.literal("idle") }),
        v.object({ kind: v.literal("running"), done: v.number(), total: v.number() }),
        v.object({ kind: v.literal("done"), version: v.number(), replaced: v.boolean() }),
        v.object({ kind: v.literal("tooFew"), rows: v.number(), needed: v.number() }),
        v.object({ kind: v.literal("failed") }),
      ]),
      automation: v.nullable(automation),
      now: instant,
    }),
  ),
);

export const effectShape = known(
  "EffectAnswer",
  agreeing<EffectAnswer>()(
    v.object({
      line: v.number(),
      suggestLine: v.number(),
      drawnOn: v.number(),
      triedOn: v.number(),
      automatic: v.number(),
      automaticRight: v.number(),
      suggested: v.number(),
      suggestedRight: v.number(),
      desk: v.number(),
      held: v.number(),
    }),
  ),
);

export const reasonsShape = known(
  "ReasonsAnswer",
  agreeing<ReasonsAnswer>()(
    v.object({
      items: v.array(
        v.object({
          item: named,
          probability: v.number(),
          for: v.array(v.string()),
          against: v.array(v.string()),
          duty: v.string(),
        }),
      ),
      alike: v.array(
        v.object({
          id: maybeText,
          number: maybeText,
          item: named,
          unit: maybeNamed,
          likeness: v.number(),
        }),
      ),
      unit: responsible,
      rules: v.array(v.string()),
    }),
  ),
);
