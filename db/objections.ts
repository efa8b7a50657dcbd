/** Objections to figures: written whole or not at all, changed by whoever is first. */
import { and, desc, eq, gt, lt, type SQL } from "drizzle-orm";
import type { Objection } from "../server/domain/evaluate/objection.ts";
import type { Base } from "./db.ts";
import type { EvaluationQueries } from "./store.ts";
import type { Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

type ObjectionQueries = Pick<
  EvaluationQueries,
  "objection" | "casesOf" | "objections" | "addObjection" | "changeObjection"
>;

export function createObjections({ db, tables }: Base, writer: Writer): ObjectionQueries {
  const { objections, objectionCases } = tables;
  return {
    async objection(id) {
      const [row] = await db.select().from(objections).where(eq(objections.id, id));
      return row ?? null;
    },

    casesOf: async (objectionId) =>
      await db
        .select({
          caseId: objectionCases.caseId,
          subject: objectionCases.subject,
          unit: objectionCases.unit,
        })
        .from(objectionCases)
        .where(eq(objectionCases.objectionId, objectionId))
        .orderBy(objectionCases.caseId),

    objections: async ({ unit, from, to, limit }) =>
      await db
        .select()
        .from(objections)
        .where(
          and(
            given(unit, (code) => eq(objections.unit, code)),
            given(from, (start) => gt(objections.to, start)),
            given(to, (end) => lt(objections.from, end)),
          ),
        )
        .orderBy(desc(objections.askedAt), desc(objections.id))
        .limit(limit),

    async addObjection(objection, cases) {
      const steps: readonly Step[] = [
        { write: "addObjection", row: objection, orElse: "duplicate" },
        ...cases.map((row): Step => ({
          write: "addObjectionCase",
          row: { ...row, objectionId: objection.id },
        })),
      ];
      return (await writer.run(steps)) === "done";
    },

    async changeObjection(before: Objection, after: Objection) {
      const { id, ...rest } = after;
      const changed = await db
        .update(objections)
        .set(rest)
        .where(and(eq(objections.id, id), eq(objections.state, before.state)))
        .returning({ id: objections.id });
      return changed.length === 1;
    },
  };
}

function given<T>(value: T | undefined, condition: (value: T) => SQL): SQL | undefined {
  return value === undefined ? undefined : condition(value);
}
