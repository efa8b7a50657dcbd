/** Which limit applies: the filing condition's own, else the item's, else the county's general policy. */
import type { Case } from "./case.ts";
import type { ClockKind } from "./clock.ts";
import type { Policy } from "./policy.ts";
import type { Reference } from "./reference.ts";
import type { Budget } from "./taxonomy.ts";

/** The three stages of a filing condition (受理, 响应, 办结) and the clocks they set. */
const stageByKind = { file: "accept", accept: "respond", handle: "handle" } as const;

/**
 * The policy to freeze on a clock that starts now.
 * @throws when the county's policies lack the kind: reference data is checked for this at load time.
 */
export function policyFor(
  kind: ClockKind,
  found: Pick<Case, "itemCode" | "conditionCode">,
  reference: Reference,
): Policy {
  const general = reference.policies.get(kind);
  if (!general) throw new Error(`No policy for clock ${kind}`);
  const special = specialLimit(kind, found, reference);
  return special === null
    ? general
    : { ...general, code: special.code, version: reference.version, budget: special.budget };
}

function specialLimit(
  kind: ClockKind,
  found: Pick<Case, "itemCode" | "conditionCode">,
  reference: Reference,
): { readonly code: string; readonly budget: Budget } | null {
  if (kind !== "file" && kind !== "accept" && kind !== "handle") return null;
  const item = found.itemCode === null ? null : reference.taxonomy.lookUp(found.itemCode);
  if (!item) return null;
  const condition = item.conditions.find((row) => row.code === found.conditionCode);
  const source = condition ?? item;
  return { code: `${source.code}:${kind}`, budget: source.limits[stageByKind[kind]] };
}
