import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instant, parseInstant, wallClock } from "../../server/domain/time.ts";
import { festivalsOf, type SaidTime, timesIn } from "../../server/domain/times/times.ts";
import { reference } from "../support/county.ts";

/** A Friday. */
const now = parseInstant("2026-11-20 10:30") ?? 0;
const festivals = festivalsOf(reference);
const read = (text: string, at: Instant = now) => timesIn(text, at, festivals);

/** `kind 11-19 20:00 … 11-19 21:00`, of this year. */
function told(said: SaidTime): string {
  if (said.kind === "often") {
    const hours = said.minutes === null ? "" : ` ${said.minutes.from / 60}–${said.minutes.until / 60}`;
    return `${said.every}${said.days.map((day) => ` ${day}`).join("")}${hours}`;
  }
  const clock = (at: Instant) => wallClock(at).replace("2026-", "").replace(" 00:00", "");
  return `${said.kind} ${clock(said.from)} … ${clock(said.until)}`;
}

describe("the time a text says", () => {
  it.each([
    ["昨晚八点，楼下着火", "昨晚八点", "when 11-19 20:00 … 11-19 21:00"],
    ["昨天下午三四点有人倒垃圾", "昨天下午三四点", "when 11-19 15:00 … 11-19 17:00"],
    ["今天早上8:30垃圾车漏水", "今天早上8:30", "when 11-20 08:30 … 11-20 08:31"],
    ["上周五晚上８点左右", "上周五晚上８点左右", "when 11-13 19:30 … 11-13 20:31"],
    ["昨晚八点半停电", "昨晚八点半", "when 11-19 20:30 … 11-19 21:00"],
    ["昨晚八点二十停电", "昨晚八点二十", "when 11-19 20:20 … 11-19 20:21"],
    ["前天晚上十二点放炮", "前天晚上十二点", "when 11-19 … 11-19 01:00"],
    ["昨夜里两点打架", "昨夜里两点", "when 11-20 02:00 … 11-20 03:00"],
    ["昨晚十点到今天凌晨两点一直施工", "昨晚十点到今天凌晨两点", "when 11-19 22:00 … 11-20 02:00"],
    ["上周一到上周三没人收垃圾", "上周一到上周三", "when 11-09 … 11-12"],
    ["昨天八点停电", "昨天八点", "when 11-19 … 11-20"],
    ["大前天井盖丢了", "大前天", "when 11-17 … 11-18"],
    ["上个月十五号报过", "上个月十五号", "when 10-15 … 10-16"],
    ["上上周日有人打架", "上上周日", "when 11-08 … 11-09"],
    ["上周末占道经营", "上周末", "when 11-14 … 11-16"],
    ["10月8号挖断水管", "10月8号", "when 10-08 … 10-09"],
    ["十月底挖断水管", "十月底", "when 10-21 … 11-01"],
    ["2026年11月18日 14:20 井盖丢失", "2026年11月18日 14:20", "when 11-18 14:20 … 11-18 14:21"],
    ["2026年11月18日16:07井盖丢失", "2026年11月18日16:07", "when 11-18 16:07 … 11-18 16:08"],
    ["昨晚十点以后有人放炮", "昨晚十点", "when 11-19 22:00 … 11-20"],
    ["昨天早上八点前有人倒垃圾", "昨天早上八点", "when 11-19 05:00 … 11-19 08:00"],
    ["昨天十五点以后停水", "昨天十五点", "when 11-19 … 11-20"],
    ["二十分钟前有人落水", "二十分钟前", "when 11-20 10:05 … 11-20 10:15"],
    ["2026-11-18井盖丢失", "2026-11-18", "when 11-18 … 11-19"],
    ["5号晚上电梯坏了", "5号晚上", "when 11-05 18:00 … 11-06"],
    ["国庆节期间烧烤摊扰民", "国庆节", "when 10-01 … 10-08"],
    ["十一期间烧烤摊扰民", "十一", "when 10-01 … 10-08"],
    ["两个小时前有人落水", "两个小时前", "when 11-20 08:00 … 11-20 09:00"],
    ["三天前路面塌陷", "三天前", "when 11-17 … 11-18"],
    ["半个月前路面塌陷", "半个月前", "when 11-01 … 11-10"],
    ["一周前路面塌陷", "一周前", "when 11-09 … 11-18"],
    ["前几天有人偷井盖", "前几天", "when 11-11 … 11-19"],
    ["刚才有人打架", "刚才", "when 11-20 09:30 … 11-20 10:30"],
    ["农历八月十五晚上放炮", "农历八月十五晚上", "when 09-25 18:00 … 09-26"],
    ["农历八月十五中秋节放炮", "农历八月十五中秋节", "when 09-25 … 09-26"],
    ["八月初三停水", "八月初三", "when 09-13 … 09-14"],
    ["今年正月初五停水", "今年正月初五", "when 02-21 … 02-22"],
    ["重阳节那天停电", "重阳节", "when 10-18 … 10-19"],
    ["七月半有人烧纸", "七月半", "when 08-27 … 08-28"],
  ])("%s: %s is %s", (text, words, expected) => {
    expect(read(text).map((said) => [said.words, told(said)])).toEqual([[words, expected]]);
  });

  it.each([
    ["从上周三开始停水", "上周三", "since 11-11 … 11-12"],
    ["10月8号开始施工", "10月8号", "since 10-08 … 10-09"],
    ["昨晚停水到现在", "昨晚", "since 11-19 18:00 … 11-20"],
    ["从凌晨两点开始施工", "凌晨两点", "since 11-20 02:00 … 11-20 03:00"],
    ["路灯坏了三天了", "三天了", "since 11-17 … 11-19"],
    ["三天没来水", "三天", "since 11-17 … 11-19"],
    ["已经停电两个小时", "两个小时", "since 11-20 08:00 … 11-20 09:00"],
    ["好几天没人收垃圾", "好几天", "since 11-11 … 11-19"],
    ["十几天了路灯不亮", "十几天了", "since 11-01 … 11-11"],
    ["快一个月了路灯不亮", "一个月了", "since 10-06 … 11-06"],
    ["一个多月了没人管", "一个多月了", "since 09-05 … 11-06"],
    ["从去年开始就漏水", "去年", "since 2025-01-01 … 01-01"],
  ])("%s: it has been so since %s (%s)", (text, words, expected) => {
    expect(read(text).map((said) => [said.words, told(said)])).toEqual([[words, expected]]);
  });

  it.each([
    ["每天早上六点就放音乐", "每天早上六点", "day 6–7"],
    ["每天晚上十点到凌晨两点施工", "每天晚上十点到凌晨两点", "day 22–26"],
    ["每天晚上十点以后施工", "每天晚上十点", "day 22–24"],
    ["每晚有人唱歌", "每晚", "day 18–24"],
    ["每周三、五上午赶集占道", "每周三、五上午", "week 3 5 6–12"],
    ["每到周末烧烤摊占道", "每到周末", "week 6 0"],
    ["每月15号收费", "每月15号", "month 15"],
    ["天天有人扔垃圾", "天天", "day"],
  ])("%s: it comes again, %s (%s)", (text, words, expected) => {
    expect(read(text).map((said) => [said.words, told(said)])).toEqual([[words, expected]]);
  });

  it.each([
    ["an hour of which half of the day is unknown", "八点在施工"],
    ["an evening of any day", "晚上十点多还在施工"],
    ["a date that may be last year's or this year's", "12月25日停电"],
    ["a place that is called like a festival", "五一路和国庆路积水"],
    ["a house number", "5号楼电梯坏了"],
    ["a little", "一点水都没有"],
    ["advice by points", "下午两点建议修改"],
    ["how long somebody has lived there", "住了三年了"],
    ["an amount", "拖欠三个月工资"],
    ["a limit", "请三天内答复，七天无理由退货"],
    ["opening hours", "24小时营业"],
    ["a figure of speech", "半天没人来，三天两头停水"],
    ["an order", "第三天，每三天一次"],
    ["a year of something else", "去年修的路又坏"],
    ["how far something has come", "到昨天还没修"],
    ["a day of either calendar", "八月十五停电，去年三月三停电"],
    ["an eve that one calendar has in this year and the other in the last", "去年除夕放炮"],
    ["a day of the moon that may be the last or the next one", "除夕夜放炮，正月初五停水"],
    ["what comes every year", "每年正月十五前都停水"],
    ["a dish, a road and an age", "卖元宵占道，重阳路积水，小年轻打架，今年三十岁"],
    ["a word cut in two", "去年初一直漏水"],
    ["a leap month the year did not have", "今年闰六月初三停水"],
    ["nothing", "路灯坏了"],
  ])("is not guessed from %s: %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ["除夕夜放烟花", "除夕夜", "when 02-16 21:00 … 02-17 06:00"],
    ["大年三十晚上八点放炮", "大年三十晚上八点", "when 02-16 20:00 … 02-16 21:00"],
    ["年初一早上放炮", "年初一早上", "when 02-17 05:00 … 02-17 10:00"],
    ["腊月二十三号晚上停电", "腊月二十三号晚上", "when 02-10 18:00 … 02-11"],
    ["腊月底停水", "腊月底", "when 02-08 … 02-17"],
    ["小年那天停水", "小年", "when 02-10 … 02-12"],
    ["元宵夜放炮", "元宵夜", "when 03-03 21:00 … 03-04 06:00"],
    ["从正月初五一直停水到现在", "正月初五", "since 02-21 … 02-22"],
    ["2025年闰六月初三停水", "2025年闰六月初三", "when 2025-07-27 … 2025-07-28"],
  ])("in spring, %s: %s is %s", (text, words, expected) => {
    const spring = parseInstant("2026-03-05 10:30") ?? 0;
    expect(read(text, spring).map((said) => [said.words, told(said)])).toEqual([[words, expected]]);
  });

  it("takes what stands behind a month as a date of that month alone", () => {
    expect(read("12月5号开始停水")).toEqual([]);
    expect(read("七月三十号停水").map(({ words }) => words)).toEqual(["七月三十号"]);
  });

  it("keeps 今天半夜 as the day, for it may be the night behind or the one ahead", () => {
    expect(read("今天半夜有人放炮").map(told)).toEqual(["when 11-20 … 11-21"]);
  });

  it("goes by the Chinese day of the report", () => {
    const justAfterMidnight = parseInstant("2026-11-20 00:05") ?? 0;
    expect(read("昨晚着火", justAfterMidnight).map(told)).toEqual(["when 11-19 18:00 … 11-20"]);
  });

  it("knows the last day of a month and no 31st of November", () => {
    const first = parseInstant("2026-12-01 08:00") ?? 0;
    expect(read("昨天停水", first).map(told)).toEqual(["when 11-30 … 12-01"]);
    expect(read("11月31日停水")).toEqual([]);
  });

  it("stands in the text where it says, is never empty, and has begun if it goes on", () => {
    const words =
      "除夕 正月 初五 农历 八月十五 年三十 昨天 今晚 上周 三 八点 半 个月 前 了 没 每天 到 从 开始 国庆节 12月 5号 十 几 天 ， 20:30 凌晨 路".split(
        " ",
      );
    const texts = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(""));
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 4e12 }), (text, at) => {
        for (const said of timesIn(text, at, festivals)) {
          expect(text.slice(said.at, said.at + said.words.length)).toBe(said.words);
          if (said.kind === "often") continue;
          expect(said.from).toBeLessThan(said.until);
          if (said.kind === "since") expect(said.from).toBeLessThanOrEqual(at);
        }
      }),
    );
  });

  it("is looked for in any text without a fault", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void timesIn(text, now, festivals)));
  });
});
