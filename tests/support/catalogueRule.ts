/** A rule of the dispatch catalogue for streetlights that asks for nothing more. */
import type { CatalogueRule } from "../../server/domain/catalogue/rule.ts";

export function aRule(changes: Partial<CatalogueRule> & Pick<CatalogueRule, "code" | "lead">): CatalogueRule {
  return {
    name: changes.code,
    items: ["020101"],
    conditions: [],
    owners: [],
    names: [],
    areas: [],
    grounds: [],
    roads: [],
    words: [],
    time: null,
    assist: [],
    townshipRole: "assist",
    basis: "测试",
    ...changes,
  };
}
