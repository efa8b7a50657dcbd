/** Who hears of it (通知): stored with the decision; what goes to the reporter must leave the house afterwards. */
import { movedAssistants } from "./assignment.ts";
import type { Case, Notice } from "./case.ts";
import { rulesOf } from "./caseRules.ts";
import { emergencyOf } from "./emergency/emergency.ts";
import { disagrees } from "./closing/recheck.ts";
import { addressOf } from "./orders.ts";
import type { RingOfClock } from "./settle.ts";
import type { World } from "./world.ts";
import type { Move } from "./workflow.ts";

/**
 * What is told to a unit, a cell or an account is delivered by standing in its inbox, in the very commit; only what goes to
 * the reporter is still on its way (decision 0073).
 */
export function leavesTheHouse({ to }: Pick<Notice, "to">): boolean {
  return to.kind === "reporter";
}

export function noticesFor(move: Move, before: Case, after: Case, world: World): readonly Notice[] {
  const notices = new Map<string, Notice>();
  // Who waits, holds and has the duty may be one: nobody hears of the same act twice
  const tell = (to: Notice["to"]) => {
    const key = to.kind === "reporter" ? to.kind : `${to.kind} ${to.code}`;
    if (notices.has(key)) return;
    notices.set(key, {
      id: world.newId(),
      caseId: after.id,
      seq: after.version,
      kind: move.action,
      to,
      createdAt: world.now,
    });
  };
  for (const to of awaiting(move, before, world)) tell(to);
  for (const to of secondLook(move, after, world)) tell(to);
  const holder = after.holder ?? before.holder;
  if (move.tells.includes("holder") && holder !== null) {
    // 值班表优先: while an emergency lasts, whoever is on duty in the unit is told first and by name
    for (const code of onDutyFor(holder, after, world)) tell({ kind: "account", code });
    tell(addressOf(holder, after));
  }
  for (const unit of partsTold(move, before, after, world)) tell(addressOf(unit, after));
  if (move.tells.includes("handler")) {
    const named = rulesOf(after).handlers?.at(-1);
    if (named !== undefined) tell({ kind: "account", code: named.account });
  }
  if (move.tells.includes("reporter")) {
    // 代报: the officer who wrote it down is not the one who waits for it
    const { onBehalf } = rulesOf(after);
    const account = onBehalf ? null : after.reportedBy;
    tell(account === null ? { kind: "reporter" } : { kind: "account", code: account });
  }
  return [...notices.values()];
}

function onDutyFor(unit: string, found: Case, { emergencies = [], onDuty }: World): readonly string[] {
  return emergencyOf(found, emergencies) === null ? [] : (onDuty?.(unit) ?? []);
}

/** Who must look again hears of it; where the two looks disagree, the centre does. */
function secondLook({ action }: Move, after: Case, { reference }: World): readonly Notice["to"][] {
  const { recheck } = rulesOf(after);
  if (action === "check" && recheck !== null)
    return [{ kind: recheck.unit === reference.superviseUnit ? "unit" : "cell", code: recheck.unit }];
  return action === "recheck" && disagrees(after) ? [{ kind: "unit", code: reference.superviseUnit }] : [];
}

/** Whoever waits for it: an answer is told to who ordered it, the end of a review to who asked for it. */
function awaiting({ action }: Move, before: Case, { reference }: World): readonly Notice["to"][] {
  const { supervision, review } = rulesOf(before);
  const centre = { kind: "unit", code: reference.superviseUnit } as const;
  if (action === "explain") {
    const by = supervision?.by ?? null;
    return by === null ? [centre] : [centre, { kind: "account", code: by }];
  }
  if (action === "appeal" || action === "askExclusion" || action.startsWith("ask")) return [centre];
  const ended = action === "confirm" || action === "dismiss";
  return ended && review !== null && review.by !== null ? [addressOf(review.by, before)] : [];
}

/** Units that hear of it for their part in it: assistants whose part changed, the lead, the desk. */
function partsTold(move: Move, before: Case, after: Case, world: World): ReadonlySet<string> {
  const { tells } = move;
  const told = new Set(tells.includes("assistants") ? movedAssistants(before, after) : []);
  if (tells.includes("lead") && after.leadUnit !== null) told.add(after.leadUnit);
  if (tells.includes("desk")) told.add(after.townshipCode ?? world.reference.deskUnit);
  // Whoever holds it has been told as such.
  if (tells.includes("holder") && after.holder !== null) told.delete(after.holder);
  return told;
}

/** A warning goes to whoever the clock runs against; a miss also to the centre, which supervises. */
export function ringNotices(found: Case, rings: readonly RingOfClock[], world: World): readonly Notice[] {
  return rings.flatMap((ring) => {
    const kind = ring.stage === "warned" ? "warn" : ring.stage;
    const units = new Set([ring.clock.unit, ring.stage === "warned" ? null : world.reference.superviseUnit]);
    return [...units]
      .filter((unit) => unit !== null)
      .map((unit) => ({
        id: world.newId(),
        caseId: found.id,
        seq: found.version + 1,
        kind,
        to: addressOf(unit, found),
        createdAt: world.now,
      }));
  });
}
