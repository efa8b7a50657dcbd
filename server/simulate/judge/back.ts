/**
 * What a batch changes and what its undo gives back: a corrected point is kept as it was stated and comes to lie where
 * the thing stands; what was handed to an heir comes back to the unit that had it. Remembered here, not in the house.
 */
import type { Point } from "../../../geo/point.ts";
import { metresBetween } from "../../../geo/near.ts";
import { isHeld, isRunning } from "../../domain/clock.ts";
import type { Case, CaseEvent, Decision } from "../../domain/case.ts";
import { rulesOf } from "../../domain/caseRules.ts";
import type { Findings } from "../findings.ts";
import type { Known } from "../mirror.ts";

/** What a conversion of datums may lose. */
const LOST_METRES = 2;

export interface BackJudge {
  judge(before: Known | undefined, after: Known, decision: Decision): void;
}

/** @param standing where things really stand, by the report that a wrong phone sent of them. */
export function createBackJudge(findings: Findings, standing: ReadonlyMap<string, Point>): BackJudge {
  const shifted = new Map<string, Case>();
  const bequeathed = new Map<string, Known>();

  function shift(before: Case, after: Case, batch: unknown): void {
    const blame = (detail: string) => findings.blame("givenBack", after.number, detail);
    const kept = (rulesOf(after).places ?? []).at(-1);
    if (!isSame(kept?.point, before.point) || kept?.batch !== batch)
      blame(`stated ${say(before.point)}, kept ${say(kept?.point)}`);
    const truth = standing.get(after.reportId);
    const { placement } = after;
    const spot = placement !== null && "point" in placement ? placement.point : null;
    if (truth !== undefined && (spot === null || metresBetween(spot, truth) > LOST_METRES))
      blame(`corrected to ${say(spot)}, stands at ${say(truth)}`);
    shifted.set(`${after.id} ${String(batch)}`, before);
  }

  function unshift(after: Case, batch: unknown): void {
    const was = shifted.get(`${after.id} ${String(batch)}`);
    for (const name of ["point", "cellCode", "townshipCode"] as const)
      if (was === undefined || !isSame(after[name], was[name]))
        findings.blame("givenBack", after.number, `${name} ${say(after[name])}, was ${say(was?.[name])}`);
    if (!isSame(rulesOf(after).places ?? [], (was && rulesOf(was).places) ?? []))
      findings.blame("givenBack", after.number, "its earlier places are not those of before");
  }

  function succeed(before: Known, after: Known, { fromUnit, toUnit }: CaseEvent["facts"]): void {
    bequeathed.set(`${after.case.id} ${String(fromUnit)} ${String(toUnit)}`, before);
    for (const name of ["leadUnit", "holder"] as const) {
      const expected = before.case[name] === fromUnit ? toUnit : before.case[name];
      if (after.case[name] !== expected)
        findings.blame(
          "givenBack",
          after.case.number,
          `${name} ${after.case[name]} instead of ${say(expected)}`,
        );
    }
    for (const clock of after.clocks.values())
      if ((isRunning(clock) || isHeld(clock)) && clock.unit === fromUnit)
        findings.blame("givenBack", after.case.number, `${clock.kind} runs on against the closed unit`);
  }

  function unsucceed(after: Known, { fromUnit, toUnit }: CaseEvent["facts"]): void {
    const was = bequeathed.get(`${after.case.id} ${String(toUnit)} ${String(fromUnit)}`);
    for (const name of ["leadUnit", "holder", "state"] as const)
      if (after.case[name] !== was?.case[name])
        findings.blame("givenBack", after.case.number, `${name} ${after.case[name]}, was ${was?.case[name]}`);
    for (const clock of after.clocks.values()) {
      const before = was?.clocks.get(clock.id);
      if (before !== undefined && isRunning(clock) && before.unit !== clock.unit)
        findings.blame(
          "givenBack",
          after.case.number,
          `${clock.kind} runs against ${clock.unit}, was ${before.unit}`,
        );
    }
  }

  return {
    judge(before, after, { events }) {
      for (const [index, { action, facts }] of events.entries()) {
        if (action === "shift" && before) shift(before.case, after.case, facts["batch"]);
        else if (action === "unshift") unshift(after.case, facts["batch"]);
        else if (action === "succeed" && before) succeed(stoodAt(index, before, events), after, facts);
        else if (action === "unsucceed") unsucceed(after, facts);
      }
    },
  };
}

/** What stood before one of the events: a case that comes back (差评整改) goes on to the heir in the same decision. */
function stoodAt(index: number, before: Known, events: readonly CaseEvent[]): Known {
  const earlier = events.slice(0, index).map(({ facts }) => facts);
  const told = (name: "holder" | "leadUnit"): string | null => {
    const facts = earlier.findLast((row) => name in row);
    return facts === undefined ? before.case[name] : ((facts[name] ?? null) as string | null);
  };
  const state = events[index]?.from ?? before.case.state;
  return { ...before, case: { ...before.case, state, holder: told("holder"), leadUnit: told("leadUnit") } };
}

function isSame(a: unknown, b: unknown): boolean {
  return say(a) === say(b);
}

function say(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}
