/** Cases that belong together: those bound to one case, and those a desk should look at together (疑似重复). */
import { Hono } from "hono";
import type { SignedIn } from "../appEnv.ts";
import { openFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import { type Actor, type Case, refuse } from "../domain/case.ts";
import type { BondsAnswer, DuplicatesAnswer } from "../domain/linking/answers.ts";
import { bondsOf } from "../domain/linking/bonds.ts";
import { scopeOf } from "../domain/permit.ts";
import { note } from "../openapi.ts";
import { problem } from "../problem.ts";
import { bondsShape, duplicatesShape } from "../shapes/linking.ts";
import { proposedFor, suspectsOfCase } from "../suspects.ts";
import { boundRow, suspectRow } from "../view/boundRow.ts";

export function linkingRoutes(deps: Deps): Hono<SignedIn> {
  const { names } = deps;
  return new Hono<SignedIn>()
    .get(
      "/api/cases/:id/bonds",
      note({
        tag: "案卷",
        summary: "案卷的并案、分办和关联",
        description: "主件和并入的重复件、几人反映，以及附近可能是同一件的在办案卷（suspects）。",
        params: { id: "案卷 id" },
        answer: bondsShape,
        refusals: [404],
      }),
      async (c) => {
        const { actor } = c.get("session");
        const file = await openFile(c.req.param("id"), actor, deps);
        return file ? c.json(await bondsAnswer(file.case, actor, deps)) : problem(c, refuse("notFound"));
      },
    )
    .get(
      "/api/duplicates",
      note({
        tag: "案卷",
        summary: "疑似重复",
        description: "管辖范围内可能是同一件事的在办案卷，按主件分组；由人决定并案或不是重复。",
        answer: duplicatesShape,
      }),
      async (c) => {
        const { actor } = c.get("session");
        const { groups, compared, cut } = await proposedFor(scopeOf(actor), deps);
        const answer: DuplicatesAnswer = {
          groups: groups.map(({ lead, others }) => ({
            lead: {
              ...boundRow(lead.case, actor, names),
              address: lead.case.address,
              voices: bondsOf(lead.case).group?.voices ?? 1,
            },
            others: others.map((suspect) => suspectRow(suspect, actor, names)),
          })),
          compared,
          cut,
          now: deps.clock.now(),
        };
        return c.json(answer);
      },
    );
}

/** Of followers the text is told to whoever may see the lead: their unit handles what they say. */
async function bondsAnswer(found: Case, actor: Actor, deps: Deps): Promise<BondsAnswer> {
  const { store, names } = deps;
  const { merged, group, parent, parts, links } = bondsOf(found);
  const byId = async (id: string) => await store.cases.byId(id);
  const [lead, followers, suspects, whole, split, linked] = await Promise.all([
    merged === null ? null : byId(merged.into),
    group === null ? [] : store.linking.followersOf(found.id),
    suspectsOfCase(found, scopeOf(actor), deps),
    parent === null ? null : byId(parent),
    parts.length === 0 ? [] : store.linking.partsOf(found.id),
    Promise.all(links.map(({ to }) => byId(to))),
  ]);
  return {
    lead: lead && boundRow(lead, actor, names),
    followers: followers.map((file) => boundRow(file.case, actor, names, "told")),
    voices: group?.voices ?? 1,
    whole: whole && boundRow(whole, actor, names),
    parts: split.map((file) => boundRow(file.case, actor, names, "told")),
    links: links.flatMap(({ kind, at }, index) => {
      const other = linked[index];
      return other ? [{ ...boundRow(other, actor, names), kind, at }] : [];
    }),
    suspects: suspects.map((suspect) => suspectRow(suspect, actor, names)),
  };
}
