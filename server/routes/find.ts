/** GET /api/find: names of the county by a piece or by initials, for pickers, the command palette and the search. */
import { Hono } from "hono";
import * as v from "valibot";
import { byInitials, initialsOf } from "../../geo/places/initials.ts";
import type { SignedIn } from "../appEnv.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../domain/case.ts";
import type { FindAnswer, FoundName } from "../domain/findAnswers.ts";
import { createCountyNames } from "../find/countyNames.ts";
import { createNameIndex } from "../find/nameIndex.ts";
import { note } from "../openapi.ts";
import { line } from "../schema.ts";
import { findShape } from "../shapes/find.ts";
import { query } from "../validate.ts";

/** Components are many and named alike: the first of those that hold the words. */
const MOST_COMPONENTS = 6;

export function findRoutes(deps: Deps): Hono<SignedIn> {
  const county = createCountyNames(deps);
  return new Hono<SignedIn>().get(
    "/api/find",
    note({
      tag: "参考",
      summary: "按名称或拼音首字母查找",
      description:
        "单位、乡镇、事项、网格、地名、部件；管理员还能查到人员。“slj”能查到县水利局。每类最多 6 个，最像的在前。",
      answer: findShape,
      refusals: [422],
    }),
    query(v.strictObject({ q: line(40) })),
    async (c) => {
      const wanted = c.req.valid("query").q.trim();
      const { actor } = c.get("session");
      const [people, components] = await Promise.all([
        peopleFor(actor, deps).then((names) => createNameIndex(names).find(wanted)),
        componentsNamed(wanted, deps),
      ]);
      const answer: FindAnswer = { rows: [...county.find(wanted), ...components, ...people] };
      return c.json(answer);
    },
  );
}

/** Only who keeps the accounts may look for people. */
async function peopleFor({ role }: Actor, { store, names }: Deps): Promise<readonly FoundName[]> {
  if (role !== "admin") return [];
  const accounts = await store.people.list();
  return accounts.map(({ id, name, unit }) => ({
    kind: "person",
    code: id,
    name,
    note: unit === null ? "" : names.any(unit),
    point: null,
  }));
}

/** Components that hold the words; by initials those of the class that is meant, since they are named after it. */
async function componentsNamed(
  words: string,
  { store, names, reference }: Deps,
): Promise<readonly FoundName[]> {
  if (words.length < 2) return [];
  const page = { after: "", limit: MOST_COMPONENTS };
  const [meant] = byInitials(reference.components.classes, ({ name }) => initialsOf(name), words);
  const named = await store.components.list({ words }, page);
  const rows =
    named.length > 0 || !meant ? named : await store.components.list({ classCode: meant.code }, page);
  return rows.map(({ code, name, cellCode }) => ({
    kind: "component",
    code,
    name,
    note: cellCode === null ? "" : names.any(cellCode),
    point: null,
  }));
}
