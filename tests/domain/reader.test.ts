import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createReader } from "../../server/domain/reader.ts";
import { emergencyNumberFor } from "../../server/domain/reading/danger.ts";
import { createTaxonomy } from "../../server/domain/taxonomy.ts";
import { reference } from "../support/county.ts";

const { taxonomy } = reference;
const reader = createReader(taxonomy);
const first = (text: string) => reader.classify(text).candidates[0]?.code;

describe("a short note of a grid worker", () => {
  it.each([
    ["老街口那盏灯三天没亮了", "020101"],
    ["路灯杆被车撞歪，里面线头露着", "020101"],
    ["桶里的垃圾冒尖，收运车两天没来", "010101"],
    ["河滩上被人倒了十几车砖头水泥块", "010103"],
    ["两辆小车横在路口堵住出口，请联系车主挪车", "010203"],
    ["电线杆上又贴满办证小广告", "010204"],
    ["大风把行道树刮倒，压住半边路", "010302"],
    ["村道上有个大坑，摩托车差点栽进去", "020102"],
    ["路中间的井盖不见了", "020104"],
    ["下水道反水，污水流到院子里", "020201"],
    ["雨一停巷子里积水半米深", "020202"],
    ["从昨晚起整个小区停水", "020301"],
    ["主管道爆管，水喷到二楼", "020302"],
    ["全村停电，冰柜里的肉要坏", "020303"],
    ["楼道里有很浓的煤气味", "020304"],
    ["光缆垂到路面，货车过不去", "020306"],
    ["有人在田里焚烧秸秆，烟很大", "030101"],
    ["工厂夜里往沟里偷排污水", "030201"],
    ["养猪场粪水流进水渠", "030203"],
    ["凌晨两点工地还在打桩", "030301"],
    ["楼下广场舞音响太大，老人没法休息", "030302"],
    ["邻居在楼顶私自搭建彩钢棚", "040102"],
    ["夜里有船在河道挖砂", "040103"],
    ["后山滑坡，石头滚到路边", "040104"],
    ["老房子墙体开裂，怕要塌", "040201"],
    ["电梯停在半层，里面困了两个人", "040203"],
    ["楼上卫生间漏水，天花板全湿", "040205"],
    ["消防通道被私家车占满", "050101"],
    ["有人从五楼拉线下来给电瓶车充电", "050102"],
    ["水库大坝出现渗水", "050302"],
    ["老人被骗子骗走五万元", "060102"],
    ["大黄狗没拴绳咬了小孩", "060103"],
    ["包工头拖欠工人三个月工资", "070201"],
    ["办的健身卡店跑路了，不给退费", "080204"],
    ["村头机井坏了，麦子浇不上水", "090101"],
    ["路口红绿灯坏了，车堵成一团", "090202"],
  ])("%s → %s", (text, code) => {
    expect(first(text)).toBe(code);
  });

  it("is read inside a long complaint with an address and closing formulas", () => {
    const text =
      "其反映在振兴东路与文化街交叉口往南二百米处，路灯连续一周不亮，之前向社区反映过一直没有答复，" +
      "其认为不合理，请相关单位前往查看并回复";
    expect(reader.classify(text)).toMatchObject({ sure: true, candidates: [{ code: "020101" }, {}, {}] });
  });
});

describe("phrases the reader has never seen", () => {
  const left = taxonomy.items.map((item, at) => {
    const phrase = item.phrases[at % item.phrases.length] ?? "";
    return { code: item.code, phrase, phrases: item.phrases.filter((other) => other !== phrase) };
  });
  const majors = taxonomy.majors.map((major) => ({
    ...major,
    minors: major.minors.map((minor) => ({
      ...minor,
      items: minor.items.map((item) => {
        return { ...item, phrases: left.find((row) => row.code === item.code)?.phrases ?? [] };
      }),
    })),
  }));
  const blind = createReader(createTaxonomy("test", majors, []));
  const readings = left.map(({ code, phrase }) => ({ code, ...blind.classify(phrase) }));

  it("are among the three proposed four times of five", () => {
    const found = readings.filter((row) => row.candidates.some((candidate) => candidate.code === row.code));
    expect(found.length / readings.length).toBeGreaterThan(0.8);
  });

  it("are read rightly four times of five where the reader is sure", () => {
    const sure = readings.filter((row) => row.sure);
    expect(sure.length).toBeGreaterThan(20);
    expect(sure.filter((row) => row.candidates[0]?.code === row.code).length / sure.length).toBeGreaterThan(
      0.8,
    );
  });
});

describe("a text that is about nothing in the taxonomy", () => {
  it.each([["你好"], ["测试"], ["asdfgh 123"], [""], ["👍👍"]])("%j has no words to go by", (text) => {
    expect(reader.classify(text)).toEqual({
      candidates: [],
      sure: false,
      speech: "report",
      danger: [],
      why: "noWords",
    });
  });

  it.each([["今天天气真好"], ["护照多久能下来"], ["学校老师补课收费"], ["快递一直不派送"]])(
    "%s goes to a person",
    (text) => {
      expect(reader.classify(text).sure).toBe(false);
    },
  );
});

describe("what kind of speech it is", () => {
  it.each([
    ["请问低保怎么申请", "consult"],
    ["办身份证需要什么材料", "consult"],
    ["想了解一下养老保险一年交多少钱", "consult"],
    ["83路公交车晚上是否营运？", "consult"],
    ["能不能来修一下路灯，坏了三天", "report"],
    ["请问路灯坏了三天没人管，晚上很危险，找谁投诉", "report"],
    ["路灯已经修好了，谢谢你们", "praise"],
    ["社区工作人员服务热情，特此表扬", "praise"],
    ["感谢你们修好路灯，但是今天又不亮了", "report"],
    ["昨天报的路灯已修好", "supplement"],
    ["补充一下，位置在桥东头", "supplement"],
    ["路灯还没修好，晚上很黑", "report"],
  ])("%s is a %s", (text, speech) => {
    expect(reader.classify(text).speech).toBe(speech);
  });

  it("keeps a question from being sure, though the matter is clear", () => {
    expect(reader.classify("请问低保怎么申请")).toMatchObject({
      sure: false,
      why: "consult",
      candidates: [{ code: "070101" }, {}, {}],
    });
  });
});

describe("words of danger", () => {
  it.each([
    ["配电箱着火了快来人", ["着火"]],
    ["有人触电了，昏迷不醒", ["触电", "昏迷"]],
    ["孩子掉进井里了，救命", ["掉进井", "救命"]],
    ["没有着火，只是冒烟", []],
    ["线头露着，怕触电不敢靠近", []],
    ["路灯不亮", []],
  ])("%s → %j", (text, words) => {
    expect(reader.classify(text).danger).toEqual(words);
  });

  it.each([
    ["厨房煤汽泄露，快来人", ["煤气泄露"]],
    ["楼上天燃气泄漏", ["燃气泄漏", "天然气泄漏"]],
    ["配电箱着伙了", ["着火"]],
    ["三号楼电锑困人了", ["电梯困人"]],
    ["有人触点了，昏谜不醒", ["触电", "昏迷"]],
    ["孩子掉进景里了", ["掉进井"]],
    ["燃氣泄漏", ["燃气泄漏"]],
  ])("are heard when they were typed by their sound: %s → %j", (text, words) => {
    expect(reader.classify(text).danger).toEqual(words);
    for (const word of words) expect(emergencyNumberFor(word)).not.toBeNull();
  });

  it.each([
    "没有着伙，只是冒烟",
    "怕煤汽泄露，请来检查",
    "去窗口拿到身份证",
    "超载大货车压坏路面",
    "保安看人不爽就骂",
    "门口有人卖山货",
    "雨天泥水四溅",
    "门口搭起来一个棚子，搭起来了没人管",
    "把垃圾扫起来烧掉",
    "燃气未开通",
    "手机掉进里面了",
    "下雨走时没关窗",
  ])("are not heard in %s", (text) => {
    expect(reader.classify(text).danger).toEqual([]);
  });

  it.each([
    ["着火", "119"],
    ["持刀", "110"],
    ["触电", "120"],
    ["路灯", null],
  ])("%s calls for %s", (word, number) => {
    expect(emergencyNumberFor(word)).toBe(number);
  });
});

describe("the reasons", () => {
  it("are words people would underline", () => {
    const words = reader.classify("路边水管爆裂，水流了一地").candidates[0]?.words.map((row) => row.word);
    expect(words?.[0]).toBe("水管爆裂");
  });

  it("name what spoke rather for the next item", () => {
    const { for: words, against } = reader.explain("路边井盖下面水管爆裂，水流了一地");
    expect(words[0]?.word).toBe("水管爆裂");
    expect(against.map(({ word }) => word).join()).toContain("井盖");
  });

  it("are none where nothing was read", () => {
    expect(reader.explain("！！")).toEqual({ for: [], against: [] });
  });

  it("stand in the text, strongest first, and are shares of the evidence", () => {
    fc.assert(
      fc.property(someText(), (text) => {
        for (const { words } of reader.classify(text).candidates) {
          const weights = words.map((row) => row.weight);
          expect(words.every((row) => text.includes(row.word))).toBe(true);
          expect(weights).toEqual([...weights].sort((a, b) => b - a));
          expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe("any text at all", () => {
  it("gets at most three candidates whose probabilities fall and leave a rest", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), someText()), (text) => {
        const odds = reader.classify(text).candidates.map((candidate) => candidate.probability);
        expect(odds.length).toBeLessThanOrEqual(3);
        expect(odds.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(odds).toEqual([...odds].sort((a, b) => b - a));
        expect(odds.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it("is read the same way again, whatever was read in between", () => {
    const other = createReader(taxonomy);
    fc.assert(
      fc.property(someText(), someText(), (text, between) => {
        const reading = reader.classify(text);
        reader.classify(between);
        expect(reader.classify(text)).toEqual(reading);
        expect(other.classify(text)).toEqual(reading);
      }),
    );
  });

  it("may be as long as a book", () => {
    expect(reader.classify("路灯不亮。".repeat(20_000)).candidates[0]?.code).toBe("020101");
  });
});

describe("bad input", () => {
  it.each([
    ["emoji between", "路灯😡😡坏了👎三天没亮", "020101"],
    ["pasted HTML", '<div style="color:red">路灯<br/>三天没亮了&nbsp;</div>', "020101"],
    ["an insult beside the matter", "你们这帮混蛋，路灯坏了三天没人修", "020101"],
  ])("is read by its words: %s", (_, text, code) => {
    expect(first(text)).toBe(code);
  });

  it.each([
    ["混蛋，王八蛋，一群饭桶"],
    ["灯"],
    ["Où est la bibliothèque"],
    ["啊"],
    ["<script>alert(1)</script>"],
  ])("is never a sure answer when it names no matter: %s", (text) => {
    expect(reader.classify(text).sure).toBe(false);
  });
});

describe("what is known besides the text", () => {
  const text = "屋里温度低";
  const oddsOfHeating = (context?: Parameters<typeof reader.classify>[1]) =>
    reader.classify(text, context).candidates.find((row) => row.code === "020305")?.probability ?? 0;

  it("makes heating likelier in January than in July", () => {
    expect(oddsOfHeating({ month: 1 })).toBeGreaterThan(oddsOfHeating({ month: 7 }));
  });

  it("makes a matter likelier where it is frequent", () => {
    expect(oddsOfHeating({ history: new Map([["020305", 20]]) })).toBeGreaterThan(oddsOfHeating());
  });
});

/** Pieces of complaints and of anything else, in any order. */
function someText(): fc.Arbitrary<string> {
  const phrases = taxonomy.items.flatMap((item) => [...item.phrases, ...item.keywords]);
  const piece = fc.oneof(
    fc.constantFrom(...phrases),
    fc.constantFrom("，", "。", "已修好", "怕", "没有", "着火", "请问"),
    fc.string({ unit: "grapheme", maxLength: 5 }),
  );
  return fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
}
