/** `inScope` (server/domain/permit.ts) in SQL; a property test holds the two together. */
import { eq, inArray, or, sql, type SQL } from "drizzle-orm";
import type { Scope } from "../server/domain/permit.ts";
import type { Base } from "./db.ts";

/**
 * The ways in which a case can be in scope, each of them one index: a list asks them one by one and merges.
 * No branch means that nothing is in scope; one branch of `true` means that everything is.
 */
export function scopeBranches({ cases }: Base["tables"], scope: Scope): readonly SQL[] {
  switch (scope.kind) {
    case "all":
      return [sql`true`];
    case "none":
      return [];
    case "cells": {
      const own = eq(cases.reportedBy, scope.account);
      const looks = scope.cells.map((cell) => takesPart(cases, cell));
      return scope.cells.length === 0 ? [own] : [inArray(cases.cellCode, [...scope.cells]), own, ...looks];
    }
    case "township":
      return [
        eq(cases.townshipCode, scope.township),
        eq(cases.leadUnit, scope.township),
        eq(cases.reportedBy, scope.account),
        takesPart(cases, scope.township),
      ];
    case "unit":
      return [
        eq(cases.leadUnit, scope.unit),
        eq(cases.reportedBy, scope.account),
        takesPart(cases, scope.unit),
      ];
    case "case":
      return [eq(cases.id, scope.caseId)];
  }
}

/** Rulers and assistants: few cases have any, and the partial index holds only those. */
function takesPart(cases: Base["tables"]["cases"], unit: string): SQL {
  return sql`(${cases.parties} is not null and ${cases.parties} like ${`%,${unit},%`})`;
}

/** All branches in one condition. */
export function scopeCondition(tables: Base["tables"], scope: Scope): SQL {
  return or(...scopeBranches(tables, scope)) ?? sql`false`;
}
