/** What a move changes on the case besides state and clocks: one small function per act that changes anything. */
import type { Actor, Case, Refusal } from "./case.ts";
import { refuse } from "./case.ts";
import { cellOf, deskReasons, townshipOf } from "./report.ts";
import type { Command } from "./workflow.ts";
import type { World } from "./world.ts";

type Change = Partial<Case>;

export function applyEffect(found: Case, command: Command, actor: Actor, world: World): Change | Refusal {
  switch (command.action) {
    case "place":
      return placed(found, command, world);
    case "file":
      return filed(command, found, world);
    case "dispatch":
      return { leadUnit: command.unit };
    case "return":
      return { leadUnit: null, returns: found.returns + 1 };
    case "handle":
      return { handledBy: actor.id, photos: withPhotos(found, command.photosAfter, "after") };
    case "check":
      return { photos: withPhotos(found, command.photosCheck, "check") };
    case "rework":
      return { reworks: found.reworks + 1, photos: withPhotos(found, command.photosCheck, "check") };
    case "close":
    case "decline":
      return { closedAt: world.now };
    case "followUp":
      return followedUp(found, command, world);
    case "rate":
      return { rating: { score: command.score, by: "reporter", at: world.now } };
    case "urge":
      return { urges: found.urges + 1 };
    case "accept":
    case "comment":
    case "report":
      return {};
  }
}

function placed(found: Case, command: Command<"place">, world: World): Change | Refusal {
  const placement = world.locate(command.point);
  if (placement.kind === "refusal")
    return refuse("badValue", { field: "point", given: `${command.point.lng}, ${command.point.lat}` });
  const townshipCode = townshipOf(placement);
  return {
    point: command.point,
    placement,
    cellCode: cellOf(placement),
    townshipCode,
    desk: deskReasons({ itemCode: found.itemCode }, found.reading, placement),
  };
}

/** Filing settles what it is: the doubts of the reader are answered by a person. Doubts about the place remain. */
function filed(command: Command<"file">, found: Case, world: World): Change {
  const item = world.reference.taxonomy.lookUp(command.itemCode);
  const condition = item?.conditions.find((row) => row.code === command.conditionCode);
  return {
    itemCode: item?.code ?? command.itemCode,
    conditionCode: command.conditionCode ?? null,
    urgency: condition?.urgency ?? item?.urgency ?? found.urgency,
    confidential: found.confidential || (item?.reporterConfidential ?? false),
    desk: found.desk.filter((reason) => reason === "unplaced" || reason === "ambiguousPlace"),
  };
}

function followedUp(found: Case, command: Command<"followUp">, world: World): Change {
  const followUp = { reached: command.reached, solved: command.solved ?? null, at: world.now };
  if (command.score === undefined || found.rating !== null) return { followUp };
  return { followUp, rating: { score: command.score, by: "centre", at: world.now } };
}

function withPhotos(
  found: Case,
  photos: readonly string[] | undefined,
  stage: "after" | "check",
): Case["photos"] {
  return [...found.photos, ...(photos ?? []).map((id) => ({ id, stage }))];
}
