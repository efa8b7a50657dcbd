import { describe, expect, it } from "vitest";
import { withRules as withCaseRules } from "../../../server/domain/caseRules.ts";
import { type FactSource, factsOf } from "../../../server/domain/catalogue/facts.ts";
import type { CatalogueRule } from "../../../server/domain/catalogue/rule.ts";
import { startingCatalogue } from "../../../server/domain/catalogue/start.ts";
import { OWNER_FIRST, suggestUnits } from "../../../server/domain/catalogue/suggest.ts";
import { whyThese } from "../../../server/domain/catalogue/words.ts";
import type { CaseComponent } from "../../../server/domain/component/component.ts";
import { at, calendar2026 } from "../../support/calendar.ts";
import { smallReference } from "../../support/reference.ts";

const { taxonomy, units, deskUnit } = smallReference;
const dutyList = startingCatalogue({ items: taxonomy.items, units, deskUnit });

const lamp: CaseComponent = {
  code: "3711220137000012",
  name: "振兴路路灯 12 号",
  owner: "SW",
  unit: "SW",
  items: ["020101"],
};

const asked = (component: CaseComponent | null, changes: Partial<FactSource> = {}) =>
  factsOf(
    {
      itemCode: "020101",
      conditionCode: null,
      townshipCode: "371122102",
      cellCode: "371122102201001",
      text: "路灯不亮",
      address: null,
      reportedAt: at("2026-03-10 09:00"),
      ...(component === null ? {} : withCaseRules({}, { component })),
      ...changes,
    },
    calendar2026,
  );

const territorial: CatalogueRule = {
  code: "020101-v",
  name: "村内路灯",
  items: ["020101"],
  conditions: [],
  owners: [],
  names: [],
  areas: [],
  grounds: ["village"],
  roads: [],
  words: [],
  time: null,
  lead: "XZ",
  assist: [],
  townshipRole: "self",
  basis: "测试",
};
const villageLamps = { ...dutyList, rules: [...dutyList.rules, territorial] };

describe("a fault of a component (部件先属主后属地)", () => {
  it("goes to its owner where the place alone would have sent it to the township", () => {
    expect(suggestUnits(asked(null), villageLamps).lead).toBe("371122102");
    const found = suggestUnits(asked(lamp), villageLamps);
    expect(found).toMatchObject({ lead: "SW", rule: { code: OWNER_FIRST }, unclear: null });
    expect(found.assisting).toContain("371122102");
  });

  it("says whose it is and by which order", () => {
    const [line] = whyThese(suggestUnits(asked(lamp), villageLamps), (code) => code);
    expect(line).toContain("部件 3711220137000012“振兴路路灯 12 号”登记的权属单位是SW；部件先属主后属地");
  });

  it("goes to who mends it when that is another than the owner", () => {
    expect(suggestUnits(asked({ ...lamp, unit: "LD" }), villageLamps).lead).toBe("LD");
  });

  it("leaves the word to a line of the catalogue that names the owner", () => {
    const named = { ...territorial, code: "020101-o", grounds: [], owners: ["SW"], lead: "CMD" };
    const found = suggestUnits(asked(lamp), { ...dutyList, rules: [...dutyList.rules, named] });
    expect(found).toMatchObject({ lead: "CMD", rule: { code: "020101-o" } });
  });

  it("believes the register rather than the words of the text", () => {
    const named = { ...territorial, code: "020101-o", grounds: [], owners: ["LD"], lead: "CMD" };
    const catalogue = {
      ...dutyList,
      rules: [...dutyList.rules, named],
      ownerWords: [{ unit: "LD", words: ["路灯"] }],
    };
    expect(suggestUnits(asked(null), catalogue).lead).toBe("CMD");
    expect(suggestUnits(asked(lamp), catalogue).lead).toBe("SW");
  });

  it("goes by the place while nobody knows whose it is, and says so", () => {
    const found = suggestUnits(asked({ ...lamp, owner: null, unit: null }), villageLamps);
    expect(found.lead).toBe("371122102");
    expect(whyThese(found, (code) => code).join()).toContain("没有登记权属单位，按属地办");
  });

  it("goes to the township of the place for things of a village", () => {
    const found = suggestUnits(asked({ ...lamp, owner: "XZ", unit: "XZ" }), dutyList);
    expect(found).toMatchObject({ lead: "371122102", townshipRole: "self" });
  });
});

describe("something that happens at a component (事件先属地后属主)", () => {
  it("is led by the place, and the owner assists", () => {
    const found = suggestUnits(asked(lamp, { itemCode: "010101" }), dutyList);
    expect(found.lead).toBe("371122102");
    expect(found.assisting).toEqual(["SW"]);
    expect(whyThese(found, (code) => code).join()).toContain("事件先属地后属主");
  });
});
