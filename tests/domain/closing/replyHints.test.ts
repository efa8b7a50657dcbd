import { describe, expect, it } from "vitest";
import { onScales } from "../../../server/domain/closing/closingRules.ts";
import { type Replied, replyHints } from "../../../server/domain/closing/replyHints.ts";
import { smallReference } from "../../support/reference.ts";

const rules = smallReference.closing;
const demand = "振兴路路灯不亮，晚上看不见路";
const good = "11月20日上午更换了振兴路第三盏路灯的灯泡，晚上已恢复照明。";

const hints = (reply: string, rest: Partial<Replied> = {}) =>
  replyHints({ reply, demand, terms: ["路灯", "照明"], earlier: [], ...rest }, rules);
const kinds = (reply: string, rest: Partial<Replied> = {}) => hints(reply, rest).map(({ kind }) => kind);

describe("an answer to a reporter", () => {
  it("passes when it says what was done about what was asked", () => {
    expect(hints(good)).toEqual([]);
    expect(hints("   ")).toEqual([]);
  });

  it("is too short, or speaks besides the matter", () => {
    expect(kinds("路灯修好了")).toEqual(["short"]);
    expect(kinds("我单位高度重视群众意见，今后将继续加强管理提升服务水平")).toEqual(["besides"]);
  });

  it("leaves a question open", () => {
    const asked = { demand: "路灯什么时候能修好？" };
    expect(kinds("路灯问题我们会加强巡查，提升管理水平", asked)).toEqual(["unanswered"]);
    expect(kinds("路灯因电缆被挖断停用，预计11月25日前修复", asked)).toEqual([]);
  });

  it("is the same as one that was given before, whatever the dates in it", () => {
    const before = [{ number: "20261119-00007", text: good.replace("20日", "19日") }];
    expect(hints(good, { earlier: before })).toMatchObject([{ kind: "template", number: "20261119-00007" }]);
    expect(hints(good, { earlier: [{ number: "x", text: "垃圾已清运完毕，桶周已冲洗消杀" }] })).toEqual([]);
  });

  it("says nothing to the reporter but the office's own words", () => {
    expect(kinds("路灯，已转办，按程序办理")).toContain("internal");
    expect(kinds(`${good}已转办供电公司`)).not.toContain("internal");
  });

  it("tells a number that others will read", () => {
    expect(hints(`${good}联系电话13812345678`)).toMatchObject([{ kind: "personal", digits: "138****" }]);
    expect(kinds(`${good}编号20261120000421`)).toEqual([]);
  });
});

describe("a rating on another scale", () => {
  it("is what the county's table says of each level", () => {
    expect([1, 2, 3, 4, 5].map((score) => onScales(score, rules)[0]?.level)).toEqual([
      "差",
      "差",
      "中",
      "好",
      "好",
    ]);
    expect(onScales(6, rules)).toEqual([]);
  });
});
