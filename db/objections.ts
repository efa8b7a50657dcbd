/** Objections to figures: written whole or not at all, changed by whoever is first. */
import { and, desc, eq, gt, lt, type SQL } from "drizzle-orm";
import type { Objection } from "../server/domain/evaluate/objection.ts";
import type { Base } from "./db.ts";
import { objectionRow, rowEntry } from "./record/rows.ts";
import type { EvaluationQueries } from "./store.ts";
import type { Writer } from "./writer.ts";
import type { Step } from "./writes.ts";

type ObjectionQueries = Pick<
  EvaluationQueries,
  "objection" | "casesOf" | "objections" | "addObjection" | "changeObjection"
>;

export function createObjections(base: Base, writer: Writer): ObjectionQueries {
  const { db, tables } = base;
  const { objections } = tables;
  const casesOf = casesOfObjection(base);
  return {
    async objection(id) {
      const [row] = await db.select().from(objections).where(eq(objections.id, id));
      return row ?? null;
    },

    casesOf,

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
        rowEntry("objection", objection.id, objectionRow(objection, cases)),
      ];
      return (await writer.run(steps)) === "done";
    },

    async changeObjection(before: Objection, after: Objection) {
      const asked = await casesOf(after.id);
      const answer = await writer.run([
        { write: "changeObjection", row: { ...after, expects: before.state }, orElse: "stale" },
        rowEntry("objection", after.id, objectionRow(after, asked)),
      ]);
      return answer === "done";
    },
  };
}

function casesOfObjection({ db, tables: { objectionCases } }: Base): ObjectionQueries["casesOf"] {
  const { caseId, subject, unit, objectionId } = objectionCases;
  return async (id) =>
    await db
      .select({ caseId, subject, unit })
      .from(objectionCases)
      .where(eq(objectionId, id))
      .orderBy(caseId);
}

function given<T>(value: T | undefined, condition: (value: T) => SQL): SQL | undefined {
  return value === undefined ? undefined : condition(value);
}
