/** What versions tell of themselves (versionHead.ts). */
import * as v from "valibot";
import { instant, maybeInstant, maybeText } from "./common.ts";

/** One that was published, or is a draft yet. */
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

/** What the one draft tells of itself, before what it holds. */
export const draftRow = {
  version: v.number(),
  revision: v.number(),
  note: v.string(),
  changedAt: instant,
  by: v.string(),
};
