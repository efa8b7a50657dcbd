/** `inScope` (server/domain/permit.ts) in SQL; a property test holds the two together. */
import { eq, or, sql, type SQL } from "drizzle-orm";
import type { Scope } from "../server/domain/permit.ts";
import type { Base } from "./db.ts";

/**
 * The ways in which a case can be in scope, each of them one index: a list asks them one by one and merges.
 * No branch means that nothing is in scope; one branch of `true` means that everything is.
 */
export function scopeBranches(
  { cases }: Base["tables"],
  scope: Scope,
  among: "all" | "open" = "all",
): readonly SQL[] {
  const takesPart = among === "open" ? takesPartInOpen : takesPartEver;
  switch (scope.kind) {
    case "all":
      return [sql`true`];
    case "none":
      return [];
    case "cells": {
      const own = eq(cases.reportedBy, scope.account);
      // Cell by cell: all of them at once would be read to their beginning before the newest are known
      return [own, ...scope.cells.flatMap((cell) => [eq(cases.cellCode, cell), ...takesPart(cases, cell)])];
    }
    case "township":
      return [
        eq(cases.townshipCode, scope.township),
        eq(cases.leadUnit, scope.township),
        eq(cases.reportedBy, scope.account),
        ...takesPart(cases, scope.township),
      ];
    case "unit":
      return [
        eq(cases.leadUnit, scope.unit),
        eq(cases.reportedBy, scope.account),
        ...takesPart(cases, scope.unit),
      ];
    case "case":
      return [eq(cases.id, scope.caseId)];
  }
}

/**
 * Rulers, assistants and who looks again: a third of all cases ever had one of them and is looked up by it, the few with
 * several are read.
 */
function takesPartEver({ parties }: Base["tables"]["cases"], unit: string): readonly SQL[] {
  const alone = eq(parties, `,${unit},`);
  return [alone, sql`(${parties} like ',%,%,' and ${parties} like ${`%,${unit},%`})`];
}

/** The same, said so that the index of open cases is taken. */
function takesPartInOpen({ parties }: Base["tables"]["cases"], unit: string): readonly SQL[] {
  return [sql`coalesce(${parties}, '') like ${`%,${unit},%`}`];
}

/** All branches in one condition. */
export function scopeCondition(tables: Base["tables"], scope: Scope): SQL {
  return or(...scopeBranches(tables, scope)) ?? sql`false`;
}
