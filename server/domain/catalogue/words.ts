/** The catalogue in plain Chinese: what a rule asks for, why it won, what is unclear, what is wrong. */
import type { Succession } from "../departments.ts";
import type { TownshipRole } from "../taxonomy.ts";
import type { CatalogueFault } from "./check.ts";
import type { Met } from "./match.ts";
import type { CatalogueRule, Dimension, GroundKind, RoadClass } from "./rule.ts";
import { OWNER_FIRST, type Unclear, type UnitSuggestion } from "./suggest.ts";

export const dimensionWords: Readonly<Record<Dimension, string>> = {
  item: "事项",
  condition: "立案条件",
  owner: "权属",
  name: "地名",
  area: "区划",
  ground: "地块",
  road: "道路",
  words: "情形",
  time: "时间",
};

export const groundWords: Readonly<Record<GroundKind, string>> = {
  town: "城区",
  village: "村内",
  estate: "小区内",
};

export const roadWords: Readonly<Record<RoadClass, string>> = {
  highway: "国省道",
  countyRoad: "县乡道",
  street: "城区道路",
  lane: "村内巷道",
};

export const townshipRoleWords: Readonly<Record<TownshipRole, string>> = {
  self: "乡镇自办",
  assist: "乡镇协助",
  escalate: "乡镇上报，不得派给乡镇",
};

/** Looks up the name of a unit, item, area or condition; an unknown code stands for itself. */
export type NameOf = (code: string) => string;

/** What a rule asks for, in the words of the county: `路灯不亮；村内`. */
export function ruleAsks(rule: CatalogueRule, nameOf: NameOf): string {
  const lists: readonly (readonly string[])[] = [
    rule.items.map(nameOf),
    rule.conditions.map(nameOf),
    rule.owners.map((unit) => `权属${nameOf(unit)}`),
    rule.names,
    rule.areas.map(nameOf),
    rule.grounds.map((ground) => groundWords[ground]),
    rule.roads.map((road) => roadWords[road]),
    rule.words.map((word) => `“${word}”`),
    rule.time === null ? [] : [timeText(rule.time)],
  ];
  const parts = lists.filter((list) => list.length > 0).map((list) => list.join("、"));
  return parts.length === 0 ? "任何事项" : parts.join("；");
}

function timeText({ months, days, from, to }: NonNullable<CatalogueRule["time"]>): string {
  const parts = [
    months.length === 0 ? "" : `${months.join("、")}月`,
    { any: "", workday: "工作日", restday: "休息日" }[days],
    from === null || to === null ? "" : `${from} 到 ${to}`,
  ];
  return parts.filter((part) => part !== "").join(" ") || "任何时间";
}

/** 机构撤并: where a rule still names a unit that is no more. */
export function successionText({ closed, heir }: Succession, nameOf: NameOf): string {
  return heir === null
    ? `${nameOf(closed)}已停用，没有写明接续单位，请改派并请系统管理员补登`
    : `${nameOf(closed)}已停用，由接续单位${nameOf(heir)}承接`;
}

/** Why this unit: the rule first, and what became of units that are closed. */
export function whyThese(
  found: UnitSuggestion & { readonly succeeded?: readonly Succession[]; readonly spared?: readonly string[] },
  nameOf: NameOf,
): readonly string[] {
  const { rule, ruling, unclear, beaten } = found;
  const lines: string[] = [];
  if (ruling !== null) lines.push(`已有裁定先例指定 ${nameOf(ruling.unit)}，晚于现行目录，先按裁定办`);
  if (rule !== null && rule.code !== OWNER_FIRST)
    lines.push(
      `目录规则 ${rule.code}“${rule.name}”：${found.met.map((met) => metText(met, nameOf)).join("；")}`,
    );
  const [next] = beaten;
  lines.push(...componentLines(found, nameOf));
  if (rule !== null && rule.code !== OWNER_FIRST && next !== undefined && next.by !== null)
    lines.push(`比规则 ${next.rule.code}“${next.rule.name}”在“${dimensionWords[next.by]}”上更具体，所以用它`);
  if (rule !== null) lines.push(`依据：${rule.basis}；${townshipRoleWords[rule.townshipRole]}`);
  lines.push(...(found.succeeded ?? []).map((row) => successionText(row, nameOf)));
  const spared = found.spared ?? [];
  if (spared.length > 0)
    lines.push(
      `${spared.map(nameOf).join("、")}已退单或经裁定不承办，不再默认列为协办；确需协办可以自行添加`,
    );
  if (unclear !== null) lines.push(unclearText(unclear, nameOf(found.lead)));
  return lines;
}

/** What the register of components had to say, and in which order (先属主后属地, 先属地后属主). */
function componentLines({ component, rule }: UnitSuggestion, nameOf: NameOf): readonly string[] {
  if (component === null) return [];
  const thing = `部件 ${component.code}“${component.name}”`;
  const { owner, unit } = component;
  if (owner === null && unit === null) return [`${thing}没有登记权属单位，按属地办；查清后请补登`];
  const kept = unit === null || unit === owner ? "" : `，养护单位是${nameOf(unit)}`;
  const said = `${thing}登记的权属单位是${owner === null ? "（未登记）" : nameOf(owner)}${kept}`;
  if (rule === null) return [said];
  const byOwner = rule.code === OWNER_FIRST || rule.owners.length > 0;
  return [
    byOwner ? `${said}；部件先属主后属地` : `${said}；这不是部件本身的故障，事件先属地后属主，权属单位协办`,
  ];
}

function metText({ dimension, value }: Met, nameOf: NameOf): string {
  switch (dimension) {
    case "item":
    case "condition":
    case "area":
      return `${dimensionWords[dimension]}是 ${value} ${nameOf(value)}`;
    case "owner":
      return `权属标识是${nameOf(value)}`;
    case "ground":
      return `地点在${groundWords[value as GroundKind]}`;
    case "road":
      return `道路是${roadWords[value as RoadClass]}`;
    case "name":
    case "words":
      return `文中有“${value}”`;
    case "time":
      return `上报时间 ${value}`;
  }
}

function unclearText(unclear: Unclear, receiver: string): string {
  const first = `先由首接单位 ${receiver} 牵头，不得搁置`;
  switch (unclear.kind) {
    case "hole":
      return `派单目录里没有规则管这件事；${first}`;
    case "conflict":
      return `规则 ${unclear.rules.join("、")} 指的单位不同，又分不出先后；${first}`;
    case "noPlace":
      return `应由属地乡镇办，但还不知道在哪个乡镇，请先定位；${first}`;
    case "noItem":
      return `事项还没有确定，请先立案定性；${first}`;
  }
}

export function faultText(fault: CatalogueFault, nameOf: NameOf, townships: number): string {
  switch (fault.kind) {
    case "unknownCode":
      return `规则 ${fault.rule} 的${faultFields[fault.field]}“${fault.value}”不存在，请改成本县已有的编码`;
    case "doubleCode":
      return `规则编号 ${fault.rule} 出现了不止一次，请改成不同的编号`;
    case "hole": {
      const where = fault.townships.length === townships ? "全县" : fault.townships.map(nameOf).join("、");
      return `事项 ${fault.item} ${nameOf(fault.item)} 在${where}没有承办单位，请补一条规则`;
    }
    case "conflict":
      return `规则 ${fault.rules.join(" 和 ")} 都管事项 ${fault.item} ${nameOf(fault.item)}，指的单位不同（${fault.leads.map((lead) => (lead === "township" ? "属地乡镇" : nameOf(lead))).join("、")}），又分不出谁更具体；请写得更细，否则先由首接单位牵头`;
    case "closedUnit":
      return `规则 ${fault.rule} 的${faultFields[fault.field]}${successionText(fault, nameOf)}；请改成现在的单位`;
    case "toTownship":
      return `规则 ${fault.rule} 把应由部门办的事派给了乡镇；请改主办单位，或改乡镇职责`;
  }
}

const faultFields = {
  items: "事项",
  conditions: "立案条件",
  areas: "区划",
  owners: "权属单位",
  lead: "主办单位",
  assist: "协办单位",
} as const;
