/** `inScope` (server/domain/permit.ts) in SQL; a property test holds the two together. */
import { and, type Column, eq, or, sql, type SQL } from "drizzle-orm";
import type { Scope } from "../server/domain/permit.ts";
import type { Base } from "./db.ts";

type Tables = Base["tables"];

/** One way in which a case can be meant. */
export interface Way {
  readonly is: SQL | undefined;
  /** Found by the rows of this party; null where `is` says it in the words of an index. */
  readonly party: string | null;
}

/**
 * The ways in which a case can be in scope, each of them one index: a list asks them one by one and merges.
 * No way means that nothing is in scope; one of `true` means that everything is.
 */
export function scopeWays(tables: Tables, scope: Scope, among: "all" | "open" = "all"): readonly Way[] {
  const { cases } = tables;
  const takesPart = (unit: string): Way => ({
    is: sql`coalesce(${cases.parties}, '') like ${`%,${unit},%`}`,
    // Of open cases, which are few, the index itself tells who takes part
    party: among === "open" ? null : unit,
  });
  const by = (is: SQL): Way => ({ is, party: null });
  switch (scope.kind) {
    case "all":
      return [by(sql`true`)];
    case "none":
      return [];
    case "cells": {
      const own = by(eq(cases.reportedBy, scope.account));
      // Cell by cell: all of them at once would be read to their beginning before the newest are known
      return [own, ...scope.cells.flatMap((cell) => [by(eq(cases.cellCode, cell)), takesPart(cell)])];
    }
    case "township":
      return [
        by(eq(cases.townshipCode, scope.township)),
        by(eq(cases.leadUnit, scope.township)),
        by(eq(cases.reportedBy, scope.account)),
        takesPart(scope.township),
      ];
    case "unit":
      return [
        by(eq(cases.leadUnit, scope.unit)),
        by(eq(cases.reportedBy, scope.account)),
        takesPart(scope.unit),
      ];
    case "case":
      return [by(eq(cases.id, scope.caseId))];
  }
}

/** All ways in one condition. */
export function scopeCondition(tables: Tables, scope: Scope): SQL {
  return or(...scopeWays(tables, scope).map(({ is }) => is)) ?? sql`false`;
}

interface Asked {
  readonly where: SQL | undefined;
  /** Order and limit. */
  readonly tail: SQL;
}

/**
 * Ids of what a way finds. The rows of a party name candidates: what the case itself says decides.
 * @param asked what else is asked, by the column of ids that the index of the way has.
 * @param more columns beside the id.
 */
export function idsBy(
  { cases, caseParties }: Tables,
  { is, party }: Way,
  asked: (id: Column) => Asked,
  more = sql``,
): SQL {
  if (party === null) {
    const { where, tail } = asked(cases.id);
    return sql`select ${cases.id} as id${more} from ${cases} where ${and(is, where)} ${tail}`;
  }
  const { where, tail } = asked(caseParties.caseId);
  const isParty = and(eq(caseParties.unit, party), eq(cases.id, caseParties.caseId));
  return sql`select ${caseParties.caseId} as id${more} from ${caseParties} cross join ${cases} where ${and(isParty, is, where)} ${tail}`;
}
