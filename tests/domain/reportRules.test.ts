import { describe, expect, it } from "vitest";
import { reportForbids } from "../../server/domain/reportRules.ts";
import { smallReference } from "../support/reference.ts";
import { people, type Person } from "../support/story.ts";

type Claims = Parameters<typeof reportForbids>[0];

const plain: Claims = { itemCode: null, reporter: null };
const refusal = (person: Person, claims: Partial<Claims>) =>
  reportForbids({ ...plain, ...claims }, people[person], smallReference);
const solved = (photosAfter: readonly string[] = []) => ({
  solvedOnSpot: { result: "已清理", photosAfter },
});

describe("随手办结 in a report", () => {
  it("stands for what the township may do itself, without a photo that the item does not ask for", () => {
    expect(refusal("gridWorker", { itemCode: "010101", ...solved() })).toBeNull();
  });

  it("needs the matter, because it says which evidence is due", () => {
    expect(refusal("gridWorker", solved())).toMatchObject({ code: "missing", field: "itemCode" });
  });

  it("needs the photos afterwards where the item asks for them", () => {
    expect(refusal("lights", { itemCode: "020101", ...solved() })).toMatchObject({
      code: "missing",
      field: "solvedOnSpot.photosAfter",
    });
    expect(refusal("lights", { itemCode: "020101", ...solved(["p"]) })).toBeNull();
  });

  it("is not for grid worker or township where the duty list takes the item back", () => {
    for (const person of ["gridWorker", "township"] as const)
      expect(refusal(person, { itemCode: "020101", ...solved(["p"]) })).toMatchObject({
        rule: "spotTakenBack",
        field: "solvedOnSpot",
        expected: "路灯所",
      });
  });

  it("is not for those who handle nothing", () => {
    for (const person of ["leader", "resident"] as const)
      expect(refusal(person, { itemCode: "010101", ...solved() })).toMatchObject({ code: "notAllowed" });
  });
});

describe("代报 in a report", () => {
  it("names the resident", () => {
    expect(refusal("gridWorker", { onBehalf: true })).toMatchObject({
      code: "missing",
      field: "reporter.name",
    });
    expect(
      refusal("gridWorker", { onBehalf: true, reporter: { name: null, phone: "13800001234" } }),
    ).toBeNull();
  });

  it("is an officer's", () => {
    const reporter = { name: "王五", phone: null };
    expect(refusal("resident", { onBehalf: true, reporter })).toMatchObject({ code: "notAllowed" });
  });
});
