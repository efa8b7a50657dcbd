/** How a case ends, and what may still follow: rating, reopening, rectification, reviews. */
import { type Review, rulesOf, withRules } from "../caseRules.ts";
import type { Change, Doing } from "../effect.ts";
import type { Command } from "../workflow.ts";
import { withoutLead } from "./assist.ts";
import { withPhotos } from "./photos.ts";
import { settled } from "./takeUp.ts";

export function end(command: Command, doing: Doing): Change | null {
  const { found, actor, world } = doing;
  switch (command.action) {
    case "admit":
      return {
        handledBy: actor.id,
        photos: withPhotos(found, command.photosAfter, "after"),
        ...withRules({ ...found, ...settled(found) }, { unsolved: command.unsolvedReason }),
      };
    case "close":
    case "closeUnsolved":
    case "decline":
      return {
        closedAt: world.now,
        ...(rulesOf(found).supervision === null ? {} : withRules(found, { supervision: null })),
      };
    case "withdraw":
    case "retract":
      return takenBack(doing);
    case "recheck":
      return rechecked(command, doing);
    case "followUp":
      return followedUp(command, doing);
    case "comment":
      return { photos: withPhotos(found, command.photosMore, "before") };
    case "rate":
      return { rating: { score: command.score, by: "reporter", at: world.now } };
    case "reopen":
    case "rectify":
      return broughtBack(command.action, doing);
    default:
      return reviewed(command, doing);
  }
}

/** Nothing is waited for any more: assistants are let go, and what was asked or argued is moot. */
function takenBack({ found, world }: Doing): Change {
  if (found.rules === undefined) return { closedAt: world.now };
  const moot = { supervision: null, dispute: null, request: null, parties: [] };
  return { closedAt: world.now, ...withRules(withoutLead(found, null), moot) };
}

/** Both looks stay: the first as the check of the record, the second here. */
function rechecked({ solved, photosCheck }: Command<"recheck">, { found, actor, world }: Doing): Change {
  const { recheck } = rulesOf(found);
  const looked = recheck && { ...recheck, solved, by: actor.id, at: world.now };
  return { photos: withPhotos(found, photosCheck, "check"), ...withRules(found, { recheck: looked }) };
}

function followedUp(command: Command<"followUp">, { found, world }: Doing): Change {
  const followUp = {
    reached: command.reached,
    solved: command.solved ?? null,
    ...(command.truthful === undefined ? {} : { truthful: command.truthful }),
    ...(command.unreached === undefined ? {} : { unreached: command.unreached }),
    at: world.now,
  };
  if (command.score === undefined || found.rating !== null) return { followUp };
  return { followUp, rating: { score: command.score, by: "centre", at: world.now } };
}

/** A review that was under way is given up with the end it was about, and may be asked for again. */
function broughtBack(action: "reopen" | "rectify", { found }: Doing): Change {
  const { reopens, rectifications, review, reviewed } = rulesOf(found);
  const counted = action === "reopen" ? { reopens: reopens + 1 } : { rectifications: rectifications + 1 };
  const rest = reviewed.filter((kind) => kind !== review?.kind);
  return { closedAt: null, ...withRules(found, { ...counted, review: null, reviewed: rest, recheck: null }) };
}

function reviewed(command: Command, doing: Doing): Change | null {
  const { found, actor } = doing;
  const { review, exempt } = rulesOf(found);
  switch (command.action) {
    case "appeal":
      return {
        photos: withPhotos(found, command.photosAfter, "after"),
        ...asked("overdue", doing),
      };
    case "askExclusion":
      return asked("unreasonable", doing);
    case "support":
      return review === null ? {} : withRules(found, { review: { ...review, first: actor.id } });
    case "confirm":
      return review === null ? {} : withRules(found, { review: null, exempt: [...exempt, review.kind] });
    case "dismiss":
      return withRules(found, { review: null });
    default:
      return null;
  }
}

function asked(kind: Review["kind"], { found, actor, world }: Doing): Change {
  const { reviewed } = rulesOf(found);
  const review = { kind, by: actor.unit, asker: actor.id, at: world.now, first: null };
  return withRules(found, { review, reviewed: [...reviewed, kind] });
}
