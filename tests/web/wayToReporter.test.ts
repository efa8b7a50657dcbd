import { describe, expect, it } from "vitest";
import { wayToReporter } from "../../web/state/wayToReporter.ts";

const resident = { name: "李*", phone: "138****5678", hidden: false, mayReveal: true };
const unseen = { name: null, phone: null, hidden: true, mayReveal: false };

describe("how a reporter hears of an act", () => {
  it.each([
    ["a grid worker's own report", "gridWorker", null, "byInbox"],
    ["a desk's own report", "township", null, "byInbox"],
    ["one written down for a resident", "gridWorker", resident, "byPhone"],
    ["one for a resident without a number", "township", { ...resident, phone: null }, "noPhone"],
    ["a resident with a number", "public", resident, "byPhone"],
    ["a resident who left none", "public", null, "noPhone"],
    ["somebody this unit may not know", "public", unseen, "hidden"],
  ] as const)("%s", (_, channel, reporter, way) => {
    expect(wayToReporter({ channel, reporter })).toBe(way);
  });
});
