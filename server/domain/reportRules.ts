/** What a report may claim beside what was seen: solved on the spot (随手办结), written down for somebody else (代报). */
import { type Actor, type ActorRole, type Refusal, refuse } from "./case.ts";
import { spotForbids } from "./duty.ts";
import type { Reference } from "./reference.ts";
import type { Report } from "./report.ts";

type Claims = Pick<Report, "onBehalf" | "solvedOnSpot" | "reporter" | "itemCode">;

/** Leaders and residents do not handle; what they solved themselves needs no case. */
const handlers: readonly ActorRole[] = ["gridWorker", "township", "department", "centre"];

/** The first claim that the rules refuse; null when all may stand. */
export function reportForbids(report: Claims, actor: Actor, reference: Reference): Refusal | null {
  return behalfForbids(report, actor) ?? spotRefusal(report, actor, reference);
}

/** 代报 without the resident is none: whoever is reported for must be reachable or at least named. */
function behalfForbids({ onBehalf, reporter }: Claims, actor: Actor): Refusal | null {
  if (onBehalf !== true) return null;
  if (actor.role === "resident") return refuse("notAllowed", { field: "onBehalf", given: "onBehalf" });
  return reporter === null ? refuse("missing", { field: "reporter.name" }) : null;
}

function spotRefusal({ solvedOnSpot, itemCode }: Claims, actor: Actor, reference: Reference): Refusal | null {
  if (solvedOnSpot === undefined) return null;
  if (!handlers.includes(actor.role))
    return refuse("notAllowed", { field: "solvedOnSpot", given: "solvedOnSpot" });
  const item = itemCode === null ? null : reference.taxonomy.lookUp(itemCode);
  if (item === null) return refuse("missing", { field: "itemCode" });
  const local = actor.role === "gridWorker" || actor.role === "township";
  // 照片只在事项需要时才要
  const bare = item.evidence.required.includes("photoAfter") && solvedOnSpot.photosAfter.length === 0;
  return (
    (local ? spotForbids(item, reference) : null) ??
    (bare ? refuse("missing", { field: "solvedOnSpot.photosAfter" }) : null)
  );
}
