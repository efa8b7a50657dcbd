/** Shapes of standard texts (常用语). */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import { phrasesSchema } from "../../fixtures/schema/phrases.ts";
import { phraseFields, type PhrasesAnswer } from "../domain/phrases.ts";
import { known } from "./common.ts";

export const phrasesShape = known(
  "PhrasesAnswer",
  agreeing<PhrasesAnswer>()(
    v.object({
      version: v.number(),
      rows: v.array(
        v.object({
          field: v.picklist(phraseFields),
          action: v.nullable(v.string()),
          major: v.nullable(v.string()),
          text: v.string(),
          own: v.boolean(),
        }),
      ),
      mayEdit: v.boolean(),
    }),
  ),
);

export const phrasesBody = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  rows: phrasesSchema,
});
