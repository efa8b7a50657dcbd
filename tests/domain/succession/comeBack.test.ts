import { expect, it } from "vitest";
import type { CaseState } from "../../../server/domain/case.ts";
import type { Standing } from "../../../server/domain/step.ts";
import { comeBack } from "../../../server/domain/succession/comeBack.ts";
import { at } from "../../support/calendar.ts";
import { smallReference } from "../../support/reference.ts";
import { tell, worldAt } from "../../support/story.ts";

const gone = { closedOn: "2026-11-20", mergedInto: "SW" };
const units = smallReference.units.map((unit) => (unit.code === "LD" ? { ...unit, ...gone } : unit));
const reference = { ...smallReference, units, unitsByCode: new Map(units.map((unit) => [unit.code, unit])) };
const world = { ...worldAt(at("2026-11-20 10:00"), () => "id"), reference };

/** A case led by LD that an act brought from one state to another. */
function brought(from: CaseState, to: CaseState, lead: string | null = "LD") {
  const { case: found } = tell().found;
  const before = { ...found, state: from, leadUnit: lead };
  const standing: Standing = { case: { ...before, state: to }, clocks: [], events: [], notices: [] };
  return comeBack({ case: before, clocks: [] }, standing, world).case.leadUnit;
}

it.each([
  ["handled", "accepted", "LD", "SW", "sent back by the check"],
  ["closed", "accepted", "LD", "SW", "not solved"],
  ["followedUp", "accepted", "LD", "SW", "not solved, said later"],
  ["closed", "accepted", "BB", "BB", "its unit is open"],
  ["suspended", "accepted", "LD", "LD", "a pause ends: it was in hand all along"],
  ["dispatched", "accepted", "LD", "LD", "signed by people who are still there"],
  ["merged", "accepted", "LD", "LD", "given back as it was"],
  ["handled", "checked", "LD", "LD", "nothing is left to do"],
  ["closed", "followedUp", null, null, "no unit led it"],
] satisfies readonly (readonly [CaseState, CaseState, string | null, string | null, string])[])(
  "from %s to %s, led by %s, is led by %s: %s",
  (from, to, lead, expected, _why) => {
    expect(brought(from, to, lead)).toBe(expected);
  },
);
