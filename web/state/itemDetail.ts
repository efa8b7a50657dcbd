/** Items with their filing conditions, asked for when a form needs them and kept while the page is open. */
import type { ItemAnswer } from "../../server/domain/referenceAnswers.ts";
import { ask } from "../api.ts";
import { createResource, type Resource } from "./resource.ts";

const known = new Map<string, Resource<ItemAnswer>>();

/** The item of a code; its value is null until the server has answered. */
export function itemDetail(code: string): Resource<ItemAnswer> {
  const kept = known.get(code);
  if (kept) return kept;
  const fresh = createResource<ItemAnswer>(() => ask(`/api/reference/items/${encodeURIComponent(code)}`));
  known.set(code, fresh);
  void fresh.load();
  return fresh;
}
