/** The number of voices raises urgency by a written rule (fixtures/linking.json), never by the machine's own opinion. */
import type { Case, Urgency } from "../case.ts";
import { bondsOf, withBonds } from "./bonds.ts";
import type { LinkingRules } from "./linkingRules.ts";

/** From the calmest to the most urgent. */
const ladder: readonly Urgency[] = ["normal", "elevated", "urgent", "critical"];

/** @param voices different people who reported the matter. */
export function raisedBy(voices: number, base: Urgency, { voices: rule }: LinkingRules): Urgency {
  const steps = Math.max(0, ...rule.steps.map(({ from, raise }) => (voices >= from ? raise : 0)));
  const highest = Math.max(ladder.indexOf(base), ladder.indexOf(rule.highest));
  return ladder[Math.min(highest, ladder.indexOf(base) + steps)] ?? base;
}

/** What a new number of voices changes on the lead case; one person may have reported it several times. */
export function voiced(
  lead: Pick<Case, "urgency" | "rules">,
  voices: number,
  rules: LinkingRules,
): Pick<Case, "urgency" | "rules"> {
  const base = bondsOf(lead).group?.base ?? lead.urgency;
  return { urgency: raisedBy(voices, base, rules), ...withBonds(lead, { group: { voices, base } }) };
}

/** Filing gives the matter another urgency of its own: the voices are counted on top of it. */
export function refiled(
  found: Pick<Case, "rules">,
  base: Urgency,
  rules: LinkingRules,
): Pick<Case, "urgency"> & Partial<Pick<Case, "rules">> {
  const { group } = bondsOf(found);
  if (group === null) return { urgency: base };
  return {
    urgency: raisedBy(group.voices, base, rules),
    ...withBonds(found, { group: { ...group, base } }),
  };
}
