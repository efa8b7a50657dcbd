/** Shapes of what was read from a report's words, and of what a phone reads with by itself. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { Reading } from "../domain/reader.ts";
import type { ClassifyAnswer, LearnedAnswer, ReaderAnswer } from "../domain/readerAnswers.ts";
import { known, named, responsible, speech, suggestion, times } from "./common.ts";

export const readingShape = known(
  "Reading",
  agreeing<Reading>()(
    v.object({
      candidates: v.array(
        v.object({
          code: v.string(),
          probability: v.number(),
          words: v.array(v.object({ word: v.string(), weight: v.number() })),
        }),
      ),
      sure: v.boolean(),
      speech,
      danger: v.array(v.string()),
      why: v.nullable(v.picklist(["belowLine", "noWords", "consult"])),
    }),
  ),
);

export const readerShape = known(
  "ReaderAnswer",
  agreeing<ReaderAnswer>()(
    v.object({
      version: v.string(),
      items: v.array(
        v.object({
          ...named.entries,
          keywords: v.array(v.string()),
          phrases: v.array(v.string()),
          peakMonths: v.array(v.number()),
          conditions: v.array(v.object({ fileWhen: v.string() })),
        }),
      ),
    }),
  ),
);

export const learnedShape = known(
  "LearnedAnswer",
  agreeing<LearnedAnswer>()(
    v.object({
      version: v.string(),
      tag: v.string(),
      since: v.nullable(v.string()),
      lexicon: v.nullable(
        v.array(
          v.object({ name: v.string(), unit: v.exactOptional(v.string()), words: v.array(v.string()) }),
        ),
      ),
      change: v.pipe(v.string(), v.description("base64")),
      model: v.nullable(v.object({ version: v.number(), weight: v.number() })),
      line: v.nullable(v.number()),
    }),
  ),
);

export const classifyShape = known(
  "ClassifyAnswer",
  agreeing<ClassifyAnswer>()(
    v.object({
      suggestions: v.array(suggestion),
      sure: v.boolean(),
      why: v.nullable(v.picklist(["belowLine", "noWords", "consult"])),
      danger: v.array(v.string()),
      speech,
      responsible,
      parts: v.array(v.object({ text: v.string(), item: named })),
      times,
    }),
  ),
);
