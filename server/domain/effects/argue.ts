/** 退单, 争议, 裁定: who must rule, and what the ruling settles. */
import type { Refusal } from "../case.ts";
import { type Dispute, rulesOf, withRules } from "../caseRules.ts";
import type { Change, Doing } from "../effect.ts";
import { windowEnd } from "../limits.ts";
import { withoutLead } from "./assist.ts";
import type { Reference } from "../reference.ts";
import type { Command } from "../workflow.ts";

export function argue(command: Command, doing: Doing): Change | Refusal | null {
  const { found } = doing;
  switch (command.action) {
    case "return":
      return {
        leadUnit: null,
        returns: found.returns + 1,
        ...withRules(withoutLead(found, null), { returnUntil: null }),
      };
    case "relieve":
      // What was ruled bound a unit that is no more: the next one may say that it is not theirs
      return { leadUnit: null, ...withRules(withoutLead(found, null), { returnUntil: null, ruled: false }) };
    case "dispute":
      return disputed(command, doing);
    case "raise":
      return raised(doing);
    case "uphold":
      return withRules(found, { dispute: null, ruled: true, parties: [] });
    case "rule":
      return {
        leadUnit: command.unit,
        ...withRules(withoutLead(found, command.unit), {
          dispute: null,
          ruled: true,
          request: null,
          parties: [],
          returnUntil: windowEnd(command.unit, doing.world),
        }),
      };
    default:
      return null;
  }
}

/** The second "not ours" counts as a return, but the case does not go round again. */
function disputed(command: Command<"dispute">, { found, world }: Doing): Change {
  const level = levelled(1, world.reference);
  const dispute: Dispute = {
    by: found.leadUnit ?? "",
    at: world.now,
    suggestedUnit: command.suggestedUnit,
    ...level,
  };
  return { returns: found.returns + 1, ...withRules(found, { dispute, parties: level.rulers }) };
}

function raised({ found, world }: Doing): Change {
  const { dispute } = rulesOf(found);
  if (dispute === null || dispute.level === 3) return {};
  const level = levelled(dispute.level === 1 ? 2 : 3, world.reference);
  return withRules(found, { dispute: { ...dispute, ...level }, parties: level.rulers });
}

/** 中心 → 编办、司法局 → 政府分管领导. */
function levelled(level: Dispute["level"], reference: Reference): Pick<Dispute, "level" | "rulers"> {
  const rulers = { 1: [reference.superviseUnit], 2: reference.rulingUnits, 3: [] };
  return { level, rulers: rulers[level] };
}
