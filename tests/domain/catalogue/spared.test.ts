import { describe, expect, it } from "vitest";
import { unitsFor } from "../../../server/domain/assign.ts";
import { rulesOf, withRules } from "../../../server/domain/caseRules.ts";
import { whyThese } from "../../../server/domain/catalogue/words.ts";
import { startingCatalogue } from "../../../server/domain/catalogue/start.ts";
import { smallReference } from "../../support/reference.ts";
import { at } from "../../support/calendar.ts";
import { tell, worldAt } from "../../support/story.ts";

const { taxonomy, units, deskUnit } = smallReference;
/** Made before anything was ruled, so that rulings go before it. */
const catalogue = {
  ...startingCatalogue({ items: taxonomy.items, units, deskUnit }),
  validFrom: "2026-01-01",
};
const now = at("2026-11-20 12:00");
const world = { ...worldAt(now, () => "id"), catalogue };
const ruling = { caseId: "case-7", at: at("2026-11-01 10:00"), unit: "SW", townshipCode: null };

/** A dead lamp (by the catalogue the lighting office's) that the office gave back as the water bureau's. */
const givenBack = () =>
  tell()
    .until("2026-11-20 09:05")
    .act("township", { action: "file", itemCode: "020101" })
    .act("township", { action: "dispatch", unit: "LD" })
    .act("lights", {
      action: "return",
      returnReason: "notOurDuty",
      basisItem: "010101",
      note: "归水务局养护",
    });

/** The register says that the water bureau mends this lamp: its owner leads, and who led before would assist. */
const lampOfWater = givenBack().act("township", {
  action: "nameComponent",
  componentCode: "3711220137000012",
});

describe("a unit that had the case and said that it is not its own", () => {
  it("is not put down as assistant of the unit that leads instead, and the reason says so", () => {
    const found = unitsFor(lampOfWater.found.case, world);
    expect(found).toMatchObject({ lead: "SW", assisting: [], spared: ["LD"] });
    expect(whyThese(found, (code) => code)).toContain(
      "LD已退单或经裁定不承办，不再默认列为协办；确需协办可以自行添加",
    );
  });

  it("may be named by a person all the same", () => {
    lampOfWater.act("township", { action: "dispatch", unit: "SW", assistUnits: ["LD"] });
    expect(rulesOf(lampOfWater.found.case).assistants).toMatchObject([{ unit: "LD", state: "called" }]);
  });

  it("is spared in the name of its heir, too", () => {
    const gone = units.map((unit) =>
      unit.code === "LD" ? { ...unit, closedOn: "2026-11-20", mergedInto: "BB" } : unit,
    );
    const reference = { ...smallReference, unitsByCode: new Map(gone.map((unit) => [unit.code, unit])) };
    expect(unitsFor(lampOfWater.found.case, { ...world, reference })).toMatchObject({
      assisting: [],
      spared: ["BB"],
    });
  });

  it("assists by the catalogue in a case that it has not had", () => {
    const { component } = rulesOf(lampOfWater.found.case);
    if (component === undefined) throw new Error("No component was named");
    const fresh = { ...tell().found.case, ...withRules({}, { component }) };
    expect(unitsFor(fresh, world)).toMatchObject({ lead: "SW", assisting: ["LD"], spared: [] });
  });
});

describe("an earlier ruling", () => {
  const fresh = tell().found.case;

  it("against the unit of the catalogue frees it of helping, too", () => {
    const found = unitsFor(fresh, world, { ...ruling, against: "LD" });
    expect(found).toMatchObject({ lead: "SW", assisting: [], spared: ["LD"] });
  });

  it("against another leaves it to help", () => {
    const found = unitsFor(fresh, world, { ...ruling, against: "BB" });
    expect(found).toMatchObject({ lead: "SW", assisting: ["LD"], spared: [] });
  });
});
