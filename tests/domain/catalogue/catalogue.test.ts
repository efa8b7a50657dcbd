import { describe, expect, it } from "vitest";
import { rulesOf } from "../../../server/domain/caseRules.ts";
import type { Succession } from "../../../server/domain/departments.ts";
import { checkCatalogue } from "../../../server/domain/catalogue/check.ts";
import { compareCatalogues } from "../../../server/domain/catalogue/compare.ts";
import { type FactSource, factsOf } from "../../../server/domain/catalogue/facts.ts";
import type { CatalogueRule } from "../../../server/domain/catalogue/rule.ts";
import { startingCatalogue } from "../../../server/domain/catalogue/start.ts";
import { type DispatchCatalogue, suggestUnits } from "../../../server/domain/catalogue/suggest.ts";
import { faultText, whyThese } from "../../../server/domain/catalogue/words.ts";
import { at, calendar2026 } from "../../support/calendar.ts";
import { aRule } from "../../support/catalogueRule.ts";
import { light, rubbish, smallReference } from "../../support/reference.ts";

const { taxonomy, units, deskUnit, townships } = smallReference;
const dutyList = startingCatalogue({ items: taxonomy.items, units, deskUnit });

const withRules = (...rules: readonly CatalogueRule[]): DispatchCatalogue => ({
  ...dutyList,
  rules: [...dutyList.rules, ...rules],
});

const dark: FactSource = {
  itemCode: "020101",
  conditionCode: "020101-1",
  townshipCode: "371122001",
  cellCode: "371122001001001",
  text: "振兴路路灯不亮",
  address: null,
  reportedAt: at("2026-03-10 09:00"),
};

const facts = (changes: Partial<FactSource> = {}) => factsOf({ ...dark, ...changes }, calendar2026);

describe("the duty list alone", () => {
  it("names the lead of the item, and nothing is unclear", () => {
    const found = suggestUnits(facts(), dutyList);
    expect(found).toMatchObject({ lead: "LD", townshipRole: "escalate", unclear: null });
    expect(found.rule?.code).toBe("020101");
  });

  it("gives what is a township's duty to the township of the place", () => {
    expect(suggestUnits(facts({ itemCode: "010101" }), dutyList)).toMatchObject({
      lead: "371122001",
      unclear: null,
    });
  });
});

describe("what is known of a matter", () => {
  it.each([
    ["阳光小区路灯不亮", "371122001001001", "estate"],
    ["路灯不亮", "371122001293001", "village"],
    ["路灯不亮", "371122001001001", "town"],
    ["张庄村头路灯不亮", null, "village"],
    ["路灯不亮", null, null],
  ] as const)("%s in %s lies in %s ground", (text, cellCode, ground) => {
    expect(facts({ text, cellCode }).ground?.value ?? null).toBe(ground);
  });

  it.each([
    ["G206国道路灯不亮", "highway"],
    ["洛店县道路灯不亮", "countyRoad"],
    ["胡同里路灯不亮", "lane"],
    ["振兴路路灯不亮", "street"],
    ["灯不亮", null],
  ] as const)("%s is on a %s", (text, road) => {
    expect(facts({ text }).road?.value ?? null).toBe(road);
  });
});

describe("the most specific rule", () => {
  const village = aRule({ code: "village", grounds: ["village"], lead: "XZ", townshipRole: "self" });
  const highway = aRule({ code: "highway", roads: ["highway"], lead: "SW" });
  const township = aRule({ code: "township", areas: ["371122001"], lead: "SW" });
  const cell = aRule({ code: "cell", areas: ["371122001001001"], lead: "BB" });
  const broken = aRule({ code: "broken", conditions: ["020101-3"], lead: "SFJ" });
  const night = aRule({
    code: "night",
    time: { months: [], days: "any", from: "22:00", to: "06:00" },
    lead: "SW",
  });

  it.each([
    ["a rule of the item over the general one", [township], {}, "SW", "area"],
    ["the cell over the township", [township, cell], {}, "BB", "area"],
    ["the condition over the place", [cell, broken], { conditionCode: "020101-3" }, "SFJ", "condition"],
    [
      "the ground over the road",
      [highway, village],
      { text: "国道边李家村里路灯", cellCode: "371122001293001" },
      "371122001",
      "ground",
    ],
    ["the night, also past midnight", [night], { reportedAt: at("2026-03-10 02:00") }, "SW", "time"],
  ] as const)("prefers %s", (_, rules, changes, lead, by) => {
    const found = suggestUnits(facts(changes), withRules(...rules));
    expect(found.lead).toBe(lead);
    expect(found.beaten[0]?.by).toBe(by);
    expect(found.unclear).toBeNull();
  });

  it("does not speak outside its hours, its season and its kind of day", () => {
    const summer = { months: [7, 8], days: "any", from: null, to: null } as const;
    const weekend = { months: [], days: "restday", from: null, to: null } as const;
    for (const time of [summer, weekend, night.time])
      expect(suggestUnits(facts(), withRules(aRule({ code: "timed", time, lead: "SW" }))).lead).toBe("LD");
    const sunday = facts({ reportedAt: at("2026-03-08 09:00") });
    expect(suggestUnits(sunday, withRules(aRule({ code: "rest", time: weekend, lead: "SW" }))).lead).toBe(
      "SW",
    );
  });

  it("knows the owner by the mark on the thing", () => {
    const owned = {
      ...withRules(aRule({ code: "owned", owners: ["SW"], lead: "SW" })),
      ownerWords: [{ unit: "SW", words: ["写着给水"] }],
    };
    expect(suggestUnits(facts({ text: "井盖坏了，上面写着给水" }), owned).lead).toBe("SW");
    expect(suggestUnits(facts({ text: "井盖坏了" }), owned).lead).toBe("LD");
  });

  it("asks the longer of two words first", () => {
    const two = withRules(
      aRule({ code: "lamp", words: ["路灯"], lead: "SW" }),
      aRule({ code: "lamps", words: ["太阳能路灯"], lead: "BB" }),
    );
    expect(suggestUnits(facts({ text: "太阳能路灯不亮" }), two).lead).toBe("BB");
  });

  it("says why in plain words, with the rule that it beat", () => {
    const why = whyThese(
      suggestUnits(facts(), withRules(township)),
      (code) => ({ "371122001": "城阳街道" })[code] ?? code,
    );
    expect(why[0]).toContain("目录规则 township");
    expect(why[0]).toContain("371122001 城阳街道");
    expect(why[1]).toContain("在“区划”上更具体");
  });
});

describe("while it is unclear", () => {
  const one = aRule({ code: "one", grounds: ["town"], lead: "SW" });
  const other = aRule({ code: "other", grounds: ["town"], lead: "BB" });

  it("the first receiver leads, and the rules that differ are named", () => {
    const found = suggestUnits(
      factsOf({ ...dark, rules: { ...rulesOf({}), firstUnit: "SFJ" } }, calendar2026),
      withRules(one, other),
    );
    expect(found.lead).toBe("SFJ");
    expect(found.unclear).toEqual({ kind: "conflict", rules: ["one", "other"] });
  });

  it("whom nobody speaks of goes to the desk, never nowhere", () => {
    const holed = { ...dutyList, rules: [] };
    expect(suggestUnits(facts(), holed)).toMatchObject({ lead: "CMD", unclear: { kind: "hole" } });
    expect(suggestUnits(facts({ itemCode: null }), dutyList)).toMatchObject({
      lead: "CMD",
      unclear: { kind: "noItem" },
    });
    const nowhere = facts({ itemCode: "010101", cellCode: null, townshipCode: null });
    expect(suggestUnits(nowhere, dutyList)).toMatchObject({ lead: "CMD", unclear: { kind: "noPlace" } });
  });
});

describe("an earlier ruling", () => {
  const ruling = {
    caseId: "case-7",
    at: at("2026-03-01 10:00"),
    unit: "SW",
    against: "BB",
    townshipCode: "371122001",
  };
  const ruled = factsOf(dark, calendar2026, ruling);

  it("goes before the rules when it is younger than the catalogue; whoever would have led assists", () => {
    const found = suggestUnits(ruled, { ...dutyList, validFrom: "2026-01-01" });
    expect(found).toMatchObject({ lead: "SW", assisting: ["LD"] });
    expect(whyThese(found, (code) => code)[0]).toContain("裁定先例");
  });

  it("was known to a catalogue that is younger", () => {
    expect(suggestUnits(ruled, { ...dutyList, validFrom: "2026-03-02" }).lead).toBe("LD");
  });

  it("fills a hole of the catalogue, unless it is older than that", () => {
    const holed = { ...dutyList, rules: [], validFrom: "2026-01-01" };
    const found = suggestUnits(ruled, holed);
    expect(found).toMatchObject({ lead: "SW", rule: null, ruling: { caseId: "case-7" }, unclear: null });
    expect(whyThese(found, (code) => code)).toEqual([expect.stringContaining("裁定先例")]);
    const closed = { ...holed, validFrom: "2026-03-02" };
    expect(suggestUnits(ruled, closed)).toMatchObject({ lead: "CMD", unclear: { kind: "hole" } });
  });

  it("for a township says nothing of another township", () => {
    const since = { ...dutyList, validFrom: "2026-01-01" };
    const own = factsOf(dark, calendar2026, { ...ruling, unit: "371122001" });
    const others = factsOf(dark, calendar2026, { ...ruling, unit: "371122102" });
    expect(suggestUnits(own, since).lead).toBe("371122001");
    expect(suggestUnits(others, since)).toMatchObject({ lead: "LD", ruling: null });
  });
});

describe("the check", () => {
  const known = {
    items: taxonomy.items.map(({ code }) => code),
    conditions: new Set(light.conditions.map(({ code }) => code)),
    townships: townships.map(({ code }) => code),
    areas: new Set(["371122001001"]),
    units: new Set(units.map(({ code }) => code)),
    successions: new Map<string, Succession>(),
  };
  const check = (catalogue: DispatchCatalogue) => checkCatalogue(catalogue, known);
  const say = (code: string) => ({ "371122102": "招贤镇", [rubbish.code]: rubbish.name })[code] ?? code;

  it("finds nothing wrong with the duty list", () => {
    expect(check(dutyList)).toEqual([]);
  });

  it("names the item and the township that no rule speaks of", () => {
    const holed = {
      ...dutyList,
      rules: dutyList.rules.map((row) =>
        row.code === rubbish.code ? { ...row, areas: ["371122001"] } : row,
      ),
    };
    const [fault] = check(holed);
    expect(fault).toEqual({ kind: "hole", item: "010101", townships: ["371122102"] });
    expect(fault && faultText(fault, say, 2)).toContain("生活垃圾清运不及时 在招贤镇没有承办单位");
  });

  it("does not take a rule of the night for one of the whole day", () => {
    const time = { months: [], days: "any", from: "22:00", to: "06:00" } as const;
    const holed = { ...dutyList, rules: dutyList.rules.map((row) => ({ ...row, time })) };
    expect(check(holed).filter(({ kind }) => kind === "hole")).toHaveLength(
      smallReference.taxonomy.items.length,
    );
  });

  it("finds two rules that nothing tells apart, once", () => {
    const a = aRule({ code: "a", words: ["灯杆", "断裂"], lead: "SW" });
    const b = aRule({ code: "b", words: ["断裂"], lead: "BB" });
    expect(check(withRules(a, b))).toMatchObject([
      { kind: "conflict", rules: ["a", "b"], leads: ["SW", "BB"] },
    ]);
    expect(check(withRules(a, { ...b, lead: "SW" }))).toEqual([]);
    expect(check(withRules(a, { ...b, words: ["倾斜"] }))).toEqual([]);
    expect(check(withRules(a, { ...b, grounds: ["town"] }))).toEqual([]);
  });

  it("names codes that do not exist, codes twice, and duties that may not go down", () => {
    const faults = check(
      withRules(
        aRule({ code: "x", items: ["999999"], areas: ["371122999"], lead: "QQ", assist: ["ZZ"] }),
        aRule({ code: "y", words: ["甲"], lead: "SW" }),
        aRule({ code: "y", words: ["乙"], lead: "SW" }),
        aRule({ code: "z", words: ["丙"], lead: "XZ", townshipRole: "escalate" }),
      ),
    );
    const unknown = ["unknownCode", "unknownCode", "unknownCode", "unknownCode"];
    expect(faults.map(({ kind }) => kind).toSorted()).toEqual(["doubleCode", "toTownship", ...unknown]);
    for (const fault of faults) expect(faultText(fault, say, 2)).toMatch(/请/);
  });
});

describe("a dry run", () => {
  it("tells which cases would have gone elsewhere, and who gains and loses", () => {
    const after = withRules(aRule({ code: "cell", areas: ["371122001001"], lead: "SW" }));
    const cases = [
      { id: "here", facts: facts() },
      { id: "there", facts: facts({ cellCode: "371122102001001", townshipCode: "371122102" }) },
    ];
    const found = compareCatalogues(cases, dutyList, after);
    expect(found.moved.map(({ id }) => id)).toEqual(["here"]);
    expect(found.byUnit).toEqual([
      { unit: "LD", gained: 0, lost: 1 },
      { unit: "SW", gained: 1, lost: 0 },
    ]);
  });
});
