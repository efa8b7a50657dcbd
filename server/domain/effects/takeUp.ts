/** From report to result: place, filing, dispatch, handling, check. */
import type { Case, Refusal } from "../case.ts";
import { refuse } from "../case.ts";
import { rulesOf, withRules } from "../caseRules.ts";
import type { Change, Doing } from "../effect.ts";
import { askRecheck } from "../closing/recheck.ts";
import { windowEnd } from "../limits.ts";
import { called } from "./assist.ts";
import { withPhotos } from "./photos.ts";
import { refiled } from "../linking/voices.ts";
import { relocated } from "../relocate.ts";
import { stagingFor } from "../staging.ts";
import { asksForLine, urgencyOf } from "../urgency.ts";
import type { Command } from "../workflow.ts";

export function takeUp(command: Command, doing: Doing): Change | Refusal | null {
  const { found, actor } = doing;
  switch (command.action) {
    case "place":
      return placed(command, doing);
    case "file":
      return filed(command, doing);
    case "dispatch":
      return dispatched(command, doing);
    case "transfer":
      return transferred(command, doing);
    case "verified":
      return { photos: withPhotos(found, command.photosCheck, "check") };
    case "handle":
      return {
        handledBy: actor.id,
        photos: withPhotos(found, command.photosAfter, "after"),
        ...settled(found),
      };
    case "check":
      return {
        photos: withPhotos(found, command.photosCheck, "check"),
        ...askRecheck(found, actor.id, doing.world),
      };
    case "rework":
      return {
        reworks: found.reworks + 1,
        photos: withPhotos(found, command.photosCheck, "check"),
        ...(rulesOf(found).unsolved === null ? {} : withRules(found, { unsolved: null })),
      };
    case "refute":
      return {
        handledBy: null,
        photos: withPhotos(found, command.photosCheck, "check"),
        ...withRules(found, { selfHandled: false }),
      };
    default:
      return null;
  }
}

function placed(command: Command<"place">, { found, world }: Doing): Change | Refusal {
  const placement = world.locate(command.point);
  if (placement.kind === "refusal")
    return refuse("badValue", { field: "point", given: `${command.point.lng}, ${command.point.lat}` });
  return relocated(found, { point: command.point, placement, at: world.now });
}

/**
 * Filing settles what it is: the doubts of the reader are answered by a person. Doubts about the place remain, and danger
 * to people asks whether 110, 119 or 120 were told.
 */
function filed(command: Command<"file">, { found, world }: Doing): Change {
  const item = world.reference.taxonomy.lookUp(command.itemCode);
  const urgency = item === null ? found.urgency : urgencyOf(item, command.conditionCode);
  const kept = found.desk.filter((reason) => reason === "unplaced" || reason === "ambiguousPlace");
  const transfers = handedTo(found, command.service);
  const asks = item !== null && asksForLine(item, command.conditionCode) && transfers.length === 0;
  return {
    itemCode: item?.code ?? command.itemCode,
    conditionCode: command.conditionCode ?? null,
    ...refiled(found, urgency, world.reference.linking),
    confidential: found.confidential || (item?.reporterConfidential ?? false),
    desk: asks ? [...kept, "danger"] : kept,
    ...(command.service === undefined ? {} : withRules(found, { transfers })),
  };
}

/** The return window is counted from here and frozen; sending it out answers the question about danger. */
function dispatched(command: Command<"dispatch">, { found, world }: Doing): Change {
  const { firstUnit, assistants: before } = rulesOf(found);
  const staging = stagingFor(found.conditionCode, world.reference.stagePlans);
  const assistants = called(found, command.assistUnits ?? [], command.unit, world);
  return {
    leadUnit: command.unit,
    desk: found.desk.filter((reason) => reason !== "danger"),
    ...withRules(found, {
      firstUnit: firstUnit ?? command.unit,
      returnUntil: windowEnd(command.unit, world),
      ...(staging === null ? {} : { staging }),
      ...(before === undefined && assistants.length === 0 ? {} : { assistants }),
    }),
  };
}

function transferred(command: Command<"transfer">, { found }: Doing): Change {
  return {
    desk: found.desk.filter((reason) => reason !== "danger"),
    ...withRules(found, { transfers: handedTo(found, command.service) }),
  };
}

/** 110, 119 …: each line once. */
function handedTo(found: Case, service: string | undefined): readonly string[] {
  const { transfers } = rulesOf(found);
  return service === undefined || transfers.includes(service) ? transfers : [...transfers, service];
}

/** With a result there is nothing left to ask for or to argue about. */
export function settled(found: Case): Change {
  const { request, dispute } = rulesOf(found);
  return request === null && dispute === null
    ? {}
    : withRules(found, { request: null, dispute: null, parties: [] });
}
