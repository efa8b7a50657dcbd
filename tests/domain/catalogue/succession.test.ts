import { describe, expect, it } from "vitest";
import { loadReference } from "../../../fixtures/load.ts";
import type { FactSource } from "../../../server/domain/catalogue/facts.ts";
import { unitsFor } from "../../../server/domain/assign.ts";
import { whyThese } from "../../../server/domain/catalogue/words.ts";
import { successionOf, type Unit } from "../../../server/domain/departments.ts";
import { at, calendar2026 } from "../../support/calendar.ts";

const whole = loadReference();

/** The county with some units changed. */
function countyWith(changes: Readonly<Record<string, Partial<Unit>>>) {
  const units = whole.units.map((unit) => ({ ...unit, ...changes[unit.code] }));
  return { ...whole, units, unitsByCode: new Map(units.map((unit) => [unit.code, unit])) };
}

const gone = (mergedInto?: string): Partial<Unit> => ({
  closedOn: "2026-03-10",
  ...(mergedInto === undefined ? {} : { mergedInto }),
});

const dark: FactSource = {
  itemCode: "020101",
  conditionCode: null,
  text: "路灯不亮",
  address: null,
  cellCode: null,
  townshipCode: "371122001",
  reportedAt: at("2026-03-12 09:00"),
};

describe("a unit that was closed", () => {
  const day = "2026-03-10";

  it.each([
    ["open", {}, null],
    ["merged", { LD: gone("CG") }, { closed: "LD", heir: "CG" }],
    ["merged twice", { LD: gone("CG"), CG: gone("ZJ") }, { closed: "LD", heir: "ZJ" }],
    ["closed without an heir", { LD: gone() }, { closed: "LD", heir: null }],
    ["merged into one that is closed", { LD: gone("CG"), CG: gone() }, { closed: "LD", heir: null }],
    ["merged in a circle", { LD: gone("CG"), CG: gone("LD") }, { closed: "LD", heir: null }],
    ["closed from tomorrow on", { LD: { closedOn: "2026-03-11", mergedInto: "CG" } }, null],
  ] as const)("that is %s", (_, changes, expected) => {
    expect(successionOf("LD", countyWith(changes).unitsByCode, day)).toEqual(expected);
  });

  it("gives its place to whoever goes on with its matters, from that day on, and the reason says so", () => {
    const reference = countyWith({ LD: gone("CG") });
    const before = unitsFor(dark, { reference, calendar: calendar2026, now: at("2026-03-09 18:00") });
    const after = unitsFor(dark, { reference, calendar: calendar2026, now: at("2026-03-10 00:00") });
    expect([before.lead, before.succeeded]).toEqual(["LD", []]);
    expect([after.lead, after.succeeded]).toEqual(["CG", [{ closed: "LD", heir: "CG" }]]);
    expect(after.rule?.code).toBe(before.rule?.code);
    expect(whyThese(after, (code) => code)).toContain("LD已停用，由接续单位CG承接");
  });

  it("stays named where nobody goes on with it, and the reason asks for a hand", () => {
    const reference = countyWith({ LD: gone() });
    const found = unitsFor(dark, { reference, calendar: calendar2026, now: at("2026-03-12 09:00") });
    expect(found.lead).toBe("LD");
    expect(whyThese(found, (code) => code).join("；")).toContain("LD已停用，没有写明接续单位");
  });

  it("assists no more: its heir does, once, and nobody where there is none", () => {
    const world = { calendar: calendar2026, now: at("2026-03-12 09:00") };
    const unitsOf = (itemCode: string) => unitsFor({ ...dark, itemCode }, { ...world, reference: whole });
    const helped = whole.taxonomy.items.find(({ code }) => unitsOf(code).assisting.length > 1);
    const matter = { ...dark, itemCode: helped?.code ?? "" };
    const { assisting, lead } = unitsOf(matter.itemCode);
    const [first = "", second = ""] = assisting;
    const heir = unitsFor(matter, { ...world, reference: countyWith({ [first]: gone(second) }) });
    expect(heir.assisting).toEqual(assisting.slice(1));
    const none = unitsFor(matter, { ...world, reference: countyWith({ [first]: gone() }) });
    expect([none.lead, none.assisting]).toEqual([lead, assisting.slice(1)]);
  });
});
