/** Shapes of the API's answers for the document; each is checked against its TypeScript type when compiled. */
import * as v from "valibot";

export const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.string(),
  detail: v.string(),
  field: v.optional(v.string()),
});
