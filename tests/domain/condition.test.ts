import { describe, expect, it } from "vitest";
import { suggestCondition } from "../../server/domain/reading/condition.ts";
import { reference } from "../support/county.ts";

const conditionsOf = (code: string) => reference.taxonomy.lookUp(code)?.conditions ?? [];

describe("the filing condition a text speaks of", () => {
  it.each([
    ["020101", "灯杆倾斜快倒了，里面电线裸露", "020101-3"],
    ["020101", "整条路成片不亮", "020101-2"],
    ["010101", "桶满溢出来，两天以上没清，一股恶臭", "010101-2"],
    ["010102", "路边有死畜没人清理", "010102-3"],
    ["020201", "污水返水入户，厨房全是水", "020201-2"],
    ["020301", "家里水压不足，上不了三楼", "020301-2"],
    ["020304", "楼道里闻到燃气味", "020304-1"],
    ["030302", "楼下广场舞每晚跳到十一点", "030302-2"],
    ["030302", "KTV低频噪声震得睡不着", "030302-4"],
    ["040203", "电梯困人了快来", "040203-1"],
    ["040204", "物业收费不公开，公共收益去哪了", "040204-2"],
    ["050102", "楼道充电，还有人飞线充电", "050102-1"],
    ["060103", "遛狗不拴绳，狗粪也不清", "060103-2"],
    ["070201", "工伤没人管", "070201-4"],
    ["080201", "吃完有异物，面包还是过期的", "080201-2"],
    ["090203", "黑车拉客，网约车违规", "090203-3"],
  ])("%s: %s → %s", (item, text, code) => {
    expect(suggestCondition(conditionsOf(item), text)).toBe(code);
  });

  it.each([
    ["020101", "路灯坏了"],
    ["020101", ""],
    ["040203", "没有一个字沾边"],
  ])("is none where nothing tells them apart: %s %s", (item, text) => {
    expect(suggestCondition(conditionsOf(item), text)).toBeNull();
  });

  it("is none for an item without conditions", () => {
    expect(suggestCondition([], "路灯不亮")).toBeNull();
  });
});
