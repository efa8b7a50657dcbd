/** The judges are judged: bugs planted on purpose, one at a time, must be found, at the same step every time. */
import { env } from "node:process";
import { describe, expect, it } from "vitest";
import { type Bug, bugs } from "./bugs.ts";
import { lived } from "./support.ts";

type Name = keyof typeof bugs;

/** `HUYING_BUGS=all npx vitest run tests/simulate/planted.test.ts` plants every one of them. */
const chosen =
  env["HUYING_BUGS"] === "all"
    ? (Object.keys(bugs) as Name[])
    : (["resentTwice", "missingScope", "nameInLog"] satisfies Name[]);

describe("a planted bug", () => {
  it("is found at the same step again, from the seed that the finding prints", async () => {
    const plant = bugs.lostReport.plant();
    const first = await lived({ plant });
    const again = await lived({ plant: bugs.lostReport.plant() });
    expect(first).toMatchObject({ kind: "broken", invariant: "storedOnce", seed: "1" });
    expect(again).toEqual(first);
  });

  it.each(chosen)("is found: %s", async (name) => {
    const bug: Bug = bugs[name];
    const outcome = await lived({
      days: 3,
      ...bug.life,
      plant: bug.plant(),
      faults: bug.faults ?? false,
    });
    expect(outcome.kind === "broken" ? outcome.invariant : "nothing found").toBeOneOf([...bug.invariants]);
  });
});
