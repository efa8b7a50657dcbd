import { describe, expect, it } from "vitest";
import { faultsOfCase, type Head } from "../../db/audit.ts";
import { chain } from "../../db/chain.ts";
import { tell } from "../support/story.ts";

/** A case that was returned once, as its row and its chained events stand after real acts. */
function found(change: Partial<Head> = {}) {
  const story = tell()
    .act("township", { action: "file", itemCode: "020101" })
    .act("township", { action: "dispatch", unit: "SW" })
    .act("water", { action: "return", returnReason: "notOurDuty", note: "不归我管", basisItem: "020101" })
    .act("township", { action: "dispatch", unit: "LD" })
    .until("2026-11-24 19:00");
  const links = chain(story.events, "");
  const headHash = links.at(-1)?.event.hash ?? "";
  return {
    caseId: story.found.case.id,
    head: { ...story.found.case, headHash, ...change },
    events: links.map(({ event }) => event),
    wordsBySeq: new Map(links.map(({ event, words }) => [event.seq, words])),
  };
}

describe("the row of a case against its record", () => {
  it("agrees when nobody bent it", () => {
    expect(faultsOfCase(found())).toEqual([]);
  });

  it.each([
    ["leadUnit", "SW", "another unit is made responsible"],
    ["holder", null, "nobody has it any more"],
    ["missed", 0, "a missed limit is forgotten"],
    ["returns", 0, "a return is forgotten"],
    ["urges", 3, "urging is made up"],
    ["itemCode", "010101", "the matter is exchanged"],
    ["townshipCode", "371122102", "the place is exchanged"],
    ["closedAt", 1, "it is closed on paper"],
    ["reportedAt", 1, "it is backdated"],
  ] as const)("names %s = %s: %s", (field, value, _bend) => {
    expect(faultsOfCase(found({ [field]: value }))).toMatchObject([{ kind: "row", field, seq: null }]);
  });
});
