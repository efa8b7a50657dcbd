/** Calls that stand on the desks of the demo county: told in acts, each by whoever would do it. */
import type { CallCommand } from "../domain/call/callMoves.ts";
import type { CallLevel } from "../domain/reference.ts";

/** Working days before today with a Chinese wall clock, or minutes before now. */
export type When = readonly [workdaysBack: number, time: string] | { readonly minutesAgo: number };

/** `desk` and `head` are of the township; everybody else is named by their unit. */
type Player = string;

export interface CallAct {
  readonly when: When;
  readonly who: Player;
  readonly does: Omit<CallCommand, "version">;
}

export interface CallScene {
  readonly key: string;
  readonly township: string;
  readonly by: "desk" | "head";
  readonly when: When;
  readonly level: CallLevel["code"];
  readonly itemCode: string | null;
  readonly lead: string | null;
  readonly assist: readonly string[];
  readonly text: string;
  readonly address: string | null;
  /** 已做工作. */
  readonly doneBefore?: string;
  /** Started from an open case that this unit leads in the township. */
  readonly fromCaseOf?: string;
  /** From this scene on the township wants its head to approve. */
  readonly setsApproval?: true;
  readonly acts: readonly CallAct[];
}

const town = "371122001";
const best = { signing: 5, arrival: 5, solution: 5, conduct: 5 };
const fair = { necessity: 5, cooperation: 4 };

const act = (when: When, who: Player, does: CallAct["does"]): CallAct => ({ when, who, does });
const signs = (day: number, time: string, ...units: readonly string[]) =>
  units.map((unit) => act([day, time], unit, { action: "sign" }));
const arrives = (day: number, time: string, note: string, ...units: readonly string[]) =>
  units.map((unit) => act([day, time], unit, { action: "arrive", note }));
const finishes = (day: number, time: string, result: string, ...units: readonly string[]) =>
  units.map((unit) => act([day, time], unit, { action: "finish", result }));
const cosigns = (day: number, time: string, ...who: readonly Player[]) =>
  who.map((unit) => act([day, time], unit, { action: "cosign" }));
const rates = (day: number, time: string, unit: string, solution = 5) =>
  act([day, time], "desk", { action: "rateDepartment", unit, department: { ...best, solution } });
const rated = (day: number, time: string, ...units: readonly string[]) =>
  units.map((unit) => act([day, time], unit, { action: "rateTownship", townshipRating: fair }));

export const callScenes: readonly CallScene[] = [
  {
    key: "closed",
    township: town,
    by: "desk",
    when: [9, "09:10"],
    level: "daily",
    itemCode: "010103",
    lead: "CG",
    assist: ["HW"],
    text: "拆迁地块夜间偷倒建筑垃圾，镇里劝阻不住，需要联合清运并查处。",
    address: "城阳街道老火车站东侧空地",
    doneBefore: "已到现场查看并拍照；已与周边商户了解倾倒时间；已安排夜间值守两晚。",
    acts: [
      ...signs(9, "09:35", "CG", "HW"),
      ...arrives(9, "14:40", "与街道一起看了现场，约 40 方", "CG", "HW"),
      ...finishes(8, "16:20", "已清运，装了围挡，对倾倒车辆立案", "CG", "HW"),
      ...cosigns(8, "16:40", "CG", "HW", "desk"),
      rates(7, "09:20", "CG"),
      rates(7, "09:25", "HW"),
      ...rated(7, "10:10", "CG", "HW"),
    ],
  },
  {
    key: "emergency",
    township: town,
    by: "desk",
    when: [5, "19:42"],
    level: "emergency",
    itemCode: "020304",
    lead: "RQ",
    assist: ["XFJY"],
    text: "沿街餐馆燃气味很浓，人员已疏散，请立即到场。119 已报。",
    address: "振兴路与文心路口",
    doneBefore: "已疏散人员，已报 119，路口设了警戒。",
    acts: [
      ...signs(5, "19:46", "RQ", "XFJY"),
      ...arrives(5, "20:03", "已关阀，设警戒", "RQ", "XFJY"),
      ...finishes(5, "21:05", "软管老化泄漏，已更换并复检合格", "RQ", "XFJY"),
      ...cosigns(4, "09:05", "RQ", "XFJY", "desk"),
      rates(4, "09:30", "RQ"),
      rates(4, "09:32", "XFJY"),
      ...rated(4, "10:00", "RQ", "XFJY"),
    ],
  },
  {
    key: "reopened",
    township: "371122102",
    by: "desk",
    when: [8, "08:50"],
    level: "daily",
    itemCode: "030202",
    lead: "SL",
    assist: ["STHJ"],
    text: "河道发黑有臭味，上游排口归属说不清，请两部门到现场会商。",
    address: "招贤镇沭河支流桥下",
    doneBefore: "已沿河查看三处排口并拍照，已与反映人联系。",
    acts: [
      ...signs(8, "09:20", "SL", "STHJ"),
      ...arrives(7, "10:10", "取了水样", "SL", "STHJ"),
      ...finishes(5, "15:30", "已清理水面垃圾", "SL", "STHJ"),
      ...cosigns(5, "16:10", "SL", "STHJ", "desk"),
      rates(4, "09:00", "STHJ"),
      rates(4, "09:05", "SL", 2),
      ...signs(4, "09:40", "SL"),
      ...arrives(2, "14:30", "查到排口，正在封堵", "SL"),
    ],
  },
  {
    key: "late",
    township: "371122003",
    by: "desk",
    when: [6, "09:00"],
    level: "daily",
    itemCode: "030102",
    lead: "ZJ",
    assist: ["STHJ"],
    text: "工地出入口扬尘大，村民多次反映，请住建和生态环境到场核定整改要求。",
    address: "陵阳街道在建安置区",
    acts: [
      ...signs(6, "09:30", "ZJ", "STHJ"),
      act([6, "10:30"], "ZJ", { action: "contact", note: "约定次日上午到场" }),
      ...arrives(5, "09:20", "已责令停工一天整改", "ZJ"),
      ...finishes(4, "16:00", "洗车台、喷淋已恢复使用", "ZJ"),
    ],
  },
  {
    key: "declined",
    township: town,
    by: "head",
    when: [4, "10:00"],
    level: "tough",
    itemCode: "040102",
    lead: "CG",
    assist: ["ZRZY", "ZJ"],
    text: "连片彩钢房侵占巷道，权属和规划手续不清，需要联合认定后拆除。",
    address: "城阳街道南关社区",
    acts: [
      ...signs(4, "10:30", "CG", "ZRZY"),
      act([4, "10:40"], "ZJ", {
        action: "decline",
        basisItem: "040102",
        reason: "现场没有在建工程，房屋安全另行鉴定，认定由规划和执法负责",
      }),
      act([4, "15:00"], "CG", { action: "contact", note: "后天上午与街道、规划一起会商" }),
      ...arrives(2, "09:30", "会商认定 11 处无手续", "CG", "ZRZY"),
    ],
  },
  {
    key: "rating",
    township: town,
    by: "desk",
    when: [4, "08:45"],
    level: "daily",
    itemCode: "020102",
    lead: "LD",
    assist: ["GL"],
    text: "路面塌边，一半是县道一半是街道路，请确认由谁修并设警示。",
    address: "城阳街道与县道交界处",
    acts: [
      ...signs(4, "09:10", "LD", "GL"),
      ...arrives(3, "10:00", "已设警示桩", "LD", "GL"),
      ...finishes(2, "15:00", "街道侧由路灯路桥公司修补，县道侧由公路中心修补，均已完工", "LD", "GL"),
      ...cosigns(2, "16:00", "LD", "GL", "desk"),
      rates(1, "09:10", "LD"),
    ],
  },
  {
    key: "cosign",
    township: town,
    by: "desk",
    when: [3, "09:00"],
    level: "daily",
    itemCode: "020101",
    lead: "LD",
    assist: ["GD"],
    text: "整条街路灯不亮，供电和路灯都说不是自己的线，请一起查。",
    address: "文心东路",
    acts: [
      ...signs(3, "09:20", "LD", "GD"),
      ...arrives(3, "15:00", "查到电缆被挖断", "LD", "GD"),
      ...finishes(1, "11:20", "电缆已接通，全线亮灯", "LD", "GD"),
      ...cosigns(1, "11:40", "GD"),
    ],
  },
  {
    key: "onTheGround",
    township: town,
    by: "desk",
    when: [1, "09:05"],
    level: "daily",
    itemCode: "020105",
    lead: "LD",
    assist: ["JJ"],
    text: "护栏被撞倒一片，占了非机动车道，请尽快到场恢复并疏导。",
    address: "城阳街道浮来中路",
    fromCaseOf: "LD",
    acts: [
      ...signs(1, "09:25", "LD", "JJ"),
      act([1, "10:00"], "JJ", { action: "contact", note: "已派铁骑疏导" }),
      ...arrives(1, "11:00", "护栏已挪开，待换新", "LD"),
    ],
  },
  {
    key: "unanswered",
    township: "371122002",
    by: "desk",
    when: [1, "10:00"],
    level: "daily",
    itemCode: "090201",
    lead: "GL",
    assist: ["JT"],
    text: "桥面伸缩缝断裂，大货车还在走，请公路和交通到场限行。",
    address: "店子集街道跨河桥",
    acts: [],
  },
  {
    key: "unheard",
    township: "371122004",
    by: "desk",
    when: { minutesAgo: 35 },
    level: "daily",
    itemCode: "060202",
    lead: "GA",
    assist: ["FL"],
    text: "家庭纠纷反复升级，有动手迹象，请一起上门。",
    address: "浮来山街道某小区",
    acts: [],
  },
  {
    key: "outside",
    township: town,
    by: "desk",
    when: { minutesAgo: 20 },
    level: "daily",
    itemCode: null,
    lead: null,
    assist: [],
    text: "废弃采石坑积水，常有孩子去玩，清单里查不到由谁管，请指定牵头单位。",
    address: "城阳街道北山废弃石坑",
    acts: [],
  },
  {
    key: "asked",
    township: "371122002",
    by: "desk",
    when: { minutesAgo: 15 },
    level: "daily",
    itemCode: "010201",
    lead: "CG",
    assist: ["SCJG"],
    text: "早市占满路口，商户不听劝，请执法和市场监管一起规范。",
    address: "店子集街道大集路口",
    setsApproval: true,
    acts: [],
  },
  {
    key: "fresh",
    township: town,
    by: "desk",
    when: { minutesAgo: 12 },
    level: "daily",
    itemCode: "020101",
    lead: "LD",
    assist: ["TX"],
    text: "路灯杆上挂满通信线，杆子已经歪了，请到场一起处理。",
    address: "振兴路中段",
    acts: [],
  },
];
