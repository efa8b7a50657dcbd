import { describe, expect, it } from "vitest";
import { tell, township } from "../support/story.ts";

const filed = (itemCode: string) => tell().act("township", { action: "file", itemCode });

describe("what the duty list takes back 上报", () => {
  it("is not pushed down to the township, and the refusal names the line and who has the duty", () => {
    expect(filed("020101").refused("township", { action: "dispatch", unit: township })).toEqual({
      kind: "refusal",
      code: "badValue",
      field: "unit",
      rule: "takenBack",
      given: "020101 路灯不亮",
      expected: "路灯所",
    });
  });

  it("is not pushed down by a ruling either", () => {
    const argued = filed("020101")
      .act("township", { action: "dispatch", unit: "LD" })
      .act("lights", { action: "return", returnReason: "notOurDuty", basisItem: "020101", note: "不归我管" })
      .act("township", { action: "dispatch", unit: "SW" })
      .act("water", {
        action: "dispute",
        returnReason: "notOurDuty",
        basisItem: "020101",
        note: "也不归我管",
        suggestedUnit: township,
      });
    expect(
      argued.refused("centre", { action: "rule", unit: township, basisItem: "020101", note: "归镇里" }),
    ).toMatchObject({ rule: "takenBack" });
  });
});

describe("what a township only helps with 协办", () => {
  it("is led by the department that the list names", () => {
    expect(filed("020201").refused("township", { action: "dispatch", unit: township })).toMatchObject({
      rule: "townshipAssists",
      expected: "水务局",
    });
  });
});

describe("the township's own duty 自办", () => {
  it("goes to its desk", () => {
    const story = filed("010101").act("township", { action: "dispatch", unit: township });
    expect(story.found.case.leadUnit).toBe(township);
  });
});

describe("an urgent filing of an item for 110, 119 or 120", () => {
  it("records with the filing which line was called, once", () => {
    const story = tell()
      .act("gridWorker", { action: "transfer", service: "police" })
      .act("township", { action: "file", itemCode: "020201", service: "police" });
    expect(story.found.case).toMatchObject({ desk: [], rules: { transfers: ["police"] } });
    expect(story.events.at(-1)?.facts).toMatchObject({ service: "police" });
  });
});
