/** Who hears of it (通知): messages that must leave the house, stored with the decision and delivered afterwards. */
import type { Case, Notice } from "./case.ts";
import { rulesOf } from "./caseRules.ts";
import type { RingOfClock } from "./settle.ts";
import type { World } from "./world.ts";
import type { Move } from "./workflow.ts";

export function noticesFor(move: Move, before: Case, after: Case, world: World): readonly Notice[] {
  const notices: Notice[] = [];
  const tell = (to: Notice["to"]) => {
    notices.push({ id: world.newId(), caseId: after.id, kind: move.action, to, createdAt: world.now });
  };
  const holder = after.holder ?? before.holder;
  if (move.tells.includes("holder") && holder !== null) tell(addressOf(holder, after));
  if (move.tells.includes("reporter")) {
    // 代报: the officer who wrote it down is not the one who waits for it
    const { onBehalf } = rulesOf(after);
    const account = onBehalf ? null : after.reportedBy;
    tell(account === null ? { kind: "reporter" } : { kind: "account", code: account });
  }
  return notices;
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
        kind,
        to: addressOf(unit, found),
        createdAt: world.now,
      }));
  });
}

export function addressOf(holder: string, found: Case): Notice["to"] {
  return { kind: holder === found.cellCode ? "cell" : "unit", code: holder };
}
