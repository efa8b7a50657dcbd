/** A turn of a story as the command that a person would send, and who sends it. */
import { othersFor, unitsFor } from "../domain/assign.ts";
import { papersOf } from "../domain/closing/evidence.ts";
import type { Calendar } from "../domain/calendar.ts";
import { assistantsOf, isLive } from "../domain/assignment.ts";
import type { Actor, Case } from "../domain/case.ts";
import type { DispatchCatalogue } from "../domain/catalogue/suggest.ts";
import { currentStage } from "../domain/staging.ts";
import type { Reference } from "../domain/reference.ts";
import type { Command } from "../domain/workflow.ts";
import { type Cast, residentOf } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { Story, Turn } from "./story.ts";
import { notes } from "./words.ts";

export interface Props {
  readonly cast: Cast;
  readonly reference: Reference;
  readonly calendar: Calendar;
  readonly catalogue: DispatchCatalogue;
  readonly chance: Chance;
  /** Ids of stored pictures. */
  readonly photos: { readonly before: readonly string[]; readonly after: readonly string[] };
}

export interface Order {
  readonly command: Command;
  readonly actor: Actor;
}

/** @returns null when the turn does not fit the case any more. */
export function orderOf(turn: Turn, found: Case, story: Story, props: Props): Order | null {
  const { cast } = props;
  const help = turn.action === "handle" ? helpOf(found, props) : null;
  if (help !== null) return help;
  const command = commandOf(turn, found, story, props);
  const actor = actorOf(turn, found, cast);
  return command === null || actor === null ? null : { command, actor };
}

/** What an assistant still owes before the lead can hand in. */
function helpOf(found: Case, { cast, chance }: Props): Order | null {
  const { version } = found;
  const owing = assistantsOf(found).find((row) => isLive(row) && cast.unit(row.unit) !== null);
  const actor = owing === undefined ? null : cast.unit(owing.unit);
  if (owing === undefined || actor === null) return null;
  const command: Command =
    owing.state === "called"
      ? { action: "signAssist", version }
      : { action: "finishAssist", version, result: chance.pick(notes.help) };
  return { command, actor };
}

function actorOf({ action }: Turn, found: Case, cast: Cast): Actor | null {
  switch (action) {
    case "accept":
    case "return":
    case "handle":
    case "comment":
      return found.leadUnit === null ? null : cast.unit(found.leadUnit);
    case "check":
    case "rework":
      return cast.checker(found);
    case "rate":
      return residentOf(found.id);
    case "urge":
      return cast.centre;
    case "place":
    case "file":
    case "decline":
    case "dispatch":
    case "close":
    case "followUp":
      return cast.desk(found);
  }
}

function commandOf(turn: Turn, found: Case, story: Story, props: Props): Command | null {
  const { chance, photos } = props;
  const { version } = found;
  const evidence = story.item.evidence.required;
  switch (turn.action) {
    case "place":
      return { action: "place", version, point: story.spot.point };
    case "file":
      return { action: "file", version, itemCode: story.item.code, conditionCode: story.conditionCode };
    case "decline": {
      const declineReason = chance.pick(["notFound", "alreadySolved", "consultAnswered"]);
      return { action: "decline", version, declineReason, note: chance.pick(notes.decline) };
    }
    case "dispatch":
      return dispatchOf(found, props);
    case "accept":
      return { action: "accept", version };
    case "return": {
      const returnReason = chance.pick(["wrongDuty", "ownerUnclear"]);
      const basisItem = story.item.code;
      return { action: "return", version, returnReason, basisItem, note: chance.pick(notes.return) };
    }
    case "handle": {
      const stage = currentStage(found);
      if (stage !== null) return { action: "finishStage", version, result: `已完成${stage.name}。` };
      const photosAfter = evidence.includes("photoAfter") ? [chance.pick(photos.after)] : [];
      return {
        action: "handle",
        version,
        result: resultOf(story),
        photosAfter,
        evidence: papersOf(story.item),
      };
    }
    case "check":
      return { action: "check", version, note: chance.pick(notes.check) };
    case "rework":
      return { action: "rework", version, reworkReason: "partlyDone", note: chance.pick(notes.rework) };
    case "close":
      return { action: "close", version };
    case "followUp":
      return chance.happens(0.85)
        ? { action: "followUp", version, reached: true, solved: (turn.score ?? 5) > 2, ...scoreOf(turn) }
        : { action: "followUp", version, reached: false, unreached: "noAnswer" };
    case "rate":
      return { action: "rate", version, score: turn.score ?? 5, solved: (turn.score ?? 5) > 2 };
    case "urge":
      return { action: "urge", version, note: chance.pick(notes.urge) };
    case "comment":
      return { action: "comment", version, note: chance.pick(notes.comment) };
  }

  function resultOf({ conditionCode, item }: Story): string {
    const condition = item.conditions.find(({ code }) => code === conditionCode);
    return `已到现场处置：${condition?.closeWhen ?? item.name}。`;
  }

  function scoreOf({ score }: Turn): { readonly score?: number } {
    return score === undefined || found.rating !== null ? {} : { score };
  }

  function dispatchOf(dispatched: Case, props: Props): Command | null {
    const world = { ...props, now: dispatched.updatedAt };
    const { lead, townshipRole, assisting } = unitsFor(dispatched, world);
    const others = othersFor(dispatched, lead, world);
    const units = [lead, ...others.map(({ unit }) => unit)].filter(
      (unit) =>
        props.cast.unit(unit) !== null && (unit !== dispatched.townshipCode || townshipRole !== "escalate"),
    );
    const unit = units[dispatched.returns % Math.max(1, units.length)];
    if (unit === undefined) return null;
    const helper = assisting.find((other) => other !== unit && props.cast.unit(other) !== null);
    const asks = helper !== undefined && chance.happens(0.15);
    return { action: "dispatch", version, unit, ...(asks ? { assistUnits: [helper] } : {}) };
  }
}
