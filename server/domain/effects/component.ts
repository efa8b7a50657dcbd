/** 指明部件 and 移除部件: the case keeps the thing as the register has it now. */
import type { Refusal } from "../case.ts";
import { refuse } from "../case.ts";
import { rulesOf, withRules } from "../caseRules.ts";
import type { Change, Doing } from "../effect.ts";
import { relocated } from "../relocate.ts";
import type { Command } from "../workflow.ts";
import type { ComponentAt } from "../component/component.ts";

export function componentEffect(command: Command, doing: Doing): Change | Refusal | null {
  switch (command.action) {
    case "nameComponent":
      return named(command.componentCode, doing);
    case "dropComponent":
      return withoutComponent(doing);
    default:
      return null;
  }
}

function named(code: string, doing: Doing): Change | Refusal {
  const { found, world } = doing;
  const no = (expected: string) => refuse("badValue", { field: "componentCode", given: code, expected });
  const at = world.componentAt?.(code) ?? null;
  if (at === null) return no("component code");
  if (rulesOf(found).component?.code === code) return no("another component");
  const placed = placeBy(at, doing);
  return { ...placed, ...withRules({ ...found, ...placed }, { component: at.kept }) };
}

/** A case that nobody has shown a point of takes the place of the thing, as a report does; a shown point stays. */
function placeBy({ point }: ComponentAt, { found, world }: Doing): Change {
  const isEarly = found.state === "reported" || found.state === "filed";
  if (found.point !== null || !isEarly) return {};
  const placement = world.locate(point);
  return placement.kind === "refusal" ? {} : relocated(found, { point, placement, at: world.now });
}

function withoutComponent({ found }: Doing): Change {
  const { component: _, ...rules } = rulesOf(found);
  return { rules };
}
