/** What a published version tells of itself (versionHead.ts). */
import * as v from "valibot";
import { instant, maybeInstant, maybeText } from "./common.ts";

export const versionRow = {
  version: v.number(),
  revision: v.number(),
  note: v.string(),
  validFrom: maybeText,
  restores: v.nullable(v.number()),
  changedBy: v.string(),
  changedAt: instant,
  publishedAt: maybeInstant,
  by: v.string(),
};
