/** What does not wait: 紧急 and 特急, by day and night; and what the lines 110, 119 and 120 must hear of first. */
import type { Urgency } from "./case.ts";
import type { Item } from "./taxonomy.ts";

export function isPressing(urgency: Urgency): boolean {
  return urgency === "urgent" || urgency === "critical";
}

type Urgent = {
  readonly urgency: Urgency;
  readonly conditions: readonly { readonly code: string; readonly urgency: Urgency }[];
};

/** That of the filing condition (立案条件), else the item's own. */
export function urgencyOf(item: Urgent, conditionCode: string | null | undefined): Urgency {
  return item.conditions.find(({ code }) => code === conditionCode)?.urgency ?? item.urgency;
}

/**
 * Filing asks whether 110, 119 or 120 was told (提示转 110/119/120): of what is 特急 only, where 特急 means danger to people.
 * What is 紧急 may be handed to them too, by an act of its own, and is not held up by the question.
 */
export function asksForLine(
  item: Urgent & Pick<Item, "emergencyTransfer">,
  conditionCode: string | null | undefined,
): boolean {
  return item.emergencyTransfer.length > 0 && urgencyOf(item, conditionCode) === "critical";
}
