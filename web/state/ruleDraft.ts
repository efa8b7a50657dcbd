/** A rule of the catalogue as it is typed: lists as one line with 、 between, times as they stand in inputs. */
import type { CatalogueRule, RuleTime } from "../../server/domain/catalogue/rule.ts";

type Line = "code" | "name" | "lead" | "basis";
type List = "items" | "conditions" | "owners" | "names" | "areas" | "words" | "assist";

export type RuleDraft = Readonly<Record<Line | List, string>> &
  Pick<CatalogueRule, "grounds" | "roads" | "townshipRole"> & {
    readonly months: string;
    readonly days: RuleTime["days"];
    readonly from: string;
    readonly to: string;
  };

const MARK = "、";

export function ruleDraftOf(rule: CatalogueRule): RuleDraft {
  const { items, conditions, owners, names, areas, words, assist, time, ...plain } = rule;
  const written = { items, conditions, owners, names, areas, words, assist };
  const lists = Object.fromEntries(Object.entries(written).map(([name, list]) => [name, list.join(MARK)]));
  return {
    ...plain,
    ...(lists as Record<List, string>),
    months: (time?.months ?? []).join(MARK),
    days: time?.days ?? "any",
    from: time?.from ?? "",
    to: time?.to ?? "",
  };
}

export function ruleOf(draft: RuleDraft): CatalogueRule {
  const { code, name, lead, basis, grounds, roads, townshipRole } = draft;
  const time = {
    months: listOf(draft.months).map(Number),
    days: draft.days,
    from: draft.from === "" ? null : draft.from,
    to: draft.to === "" ? null : draft.to,
  };
  const timed = time.months.length > 0 || time.days !== "any" || time.from !== null || time.to !== null;
  return {
    code: code.trim(),
    name: name.trim(),
    items: listOf(draft.items),
    conditions: listOf(draft.conditions),
    owners: listOf(draft.owners),
    names: listOf(draft.names),
    areas: listOf(draft.areas),
    grounds,
    roads,
    words: listOf(draft.words),
    time: timed ? time : null,
    lead,
    assist: listOf(draft.assist),
    townshipRole,
    basis: basis.trim(),
  };
}

/** People also type commas, semicolons and spaces. */
function listOf(line: string): readonly string[] {
  return line.split(/[、,，;；\s]+/).filter((part) => part !== "");
}
