/** 紧急件派遣: what was filed at night within minutes does not stand without a clock until the morning. */
import { describe, expect, it } from "vitest";
import type { Clock } from "../../server/domain/clock.ts";
import { decide } from "../../server/domain/move.ts";
import { wallClock } from "../../server/domain/time.ts";
import type { World } from "../../server/domain/world.ts";
import { at } from "../support/calendar.ts";
import { smallReference } from "../support/reference.ts";
import { people, tell, worldAt } from "../support/story.ts";

const general = smallReference.policies.get("dispatch");
if (!general) throw new Error("The small county has no limit for dispatch");
const ownLimit = {
  ...general,
  code: "urgentDispatch",
  budget: { value: 60, unit: "calendarMinute" },
} as const;
const withOwn = {
  ...smallReference,
  policies: new Map([...smallReference.policies, ["urgentDispatch", ownLimit] as const]),
};

/** A Friday night: the next working hour begins on Monday at 08:30. */
const NIGHT = "2026-11-20 23:00";

function dispatchClock(conditionCode: string, reference: World["reference"]): Clock | undefined {
  let ids = 0;
  const { found } = tell();
  const world = { ...worldAt(at(NIGHT), () => `e-${++ids}`), reference };
  const file = { action: "file", itemCode: "020101", conditionCode, version: found.case.version } as const;
  const answer = decide(found, file, people.township, world);
  if (answer.kind === "refusal") throw new Error(JSON.stringify(answer));
  return answer.clocks.find(({ kind }) => kind === "dispatch");
}

describe("the dispatch of a case that is filed at night", () => {
  it("has sixty minutes where the case is urgent, at whatever hour", () => {
    const clock = dispatchClock("020101-3", withOwn);
    expect(wallClock(clock?.dueAt ?? 0)).toBe("2026-11-21 00:00");
    expect(clock?.policy.code).toBe("urgentDispatch");
  });

  it("counts from the next working hour where it is not", () => {
    const clock = dispatchClock("020101-1", withOwn);
    expect(wallClock(clock?.dueAt ?? 0)).toBe("2026-11-23 09:30");
    expect(clock?.policy.code).toBe("dispatch");
  });

  it("has the general limit in a county that wrote none of its own", () => {
    const clock = dispatchClock("020101-3", smallReference);
    expect(wallClock(clock?.dueAt ?? 0)).toBe("2026-11-23 09:30");
  });
});
