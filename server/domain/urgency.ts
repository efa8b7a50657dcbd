/** What does not wait: 紧急 and 特急, by day and night. */
import type { Urgency } from "./case.ts";

export function isPressing(urgency: Urgency): boolean {
  return urgency === "urgent" || urgency === "critical";
}
