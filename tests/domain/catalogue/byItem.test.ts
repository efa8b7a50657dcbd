/** Rules that are passed over by item are those that would not have fitted. */
import { describe, expect, it } from "vitest";
import { rulesAbout } from "../../../server/domain/catalogue/byItem.ts";
import type { Catalogue } from "../../../server/domain/catalogue/rule.ts";
import { aRule } from "../../support/catalogueRule.ts";

const rule = (code: string, items: readonly string[]) => aRule({ code, lead: "LD", items });

const catalogue: Catalogue = {
  version: 1,
  validFrom: "2026-01-01",
  order: ["item"],
  rules: [
    rule("anything", []),
    rule("lights", ["020101"]),
    rule("facilities", ["02"]),
    rule("several", ["010101", "020102"]),
    rule("last", []),
  ],
  ownerWords: [],
};

const about = (itemCode: string | null, within: Catalogue = catalogue) =>
  rulesAbout(itemCode, within).map(({ code }) => code);

describe("the rules about an item", () => {
  it.each([
    ["020101", ["anything", "lights", "facilities", "last"]],
    ["020102", ["anything", "facilities", "several", "last"]],
    ["010101", ["anything", "several", "last"]],
    ["0301", ["anything", "last"]],
    ["02", ["anything", "facilities", "last"]],
    [null, ["anything", "last"]],
  ])("of %s stand in the order of the catalogue, asked twice", (code, expected) => {
    expect(about(code)).toEqual(expected);
    expect(about(code)).toEqual(expected);
  });

  it("are those of the catalogue that is asked, not of an earlier one", () => {
    expect(about("020101", { ...catalogue, rules: [rule("new", ["0201"])] })).toEqual(["new"]);
    expect(about("020101")).toContain("lights");
  });
});
