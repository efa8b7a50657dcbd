import { describe, expect, it } from "vitest";
import { parseInstant } from "../../server/domain/time.ts";
import { festivalsOf, timesIn } from "../../server/domain/times/times.ts";
import { saidTimeText } from "../../web/state/saidTime.ts";
import { reference } from "../support/county.ts";

/** A Friday. */
const now = parseInstant("2026-11-20 10:30") ?? 0;

describe("a time that was said, in words", () => {
  it.each([
    ["昨晚八点着火", "昨天 20:00 – 21:00"],
    ["昨晚停电", "昨天 18:00 – 24:00"],
    ["今天早上8:30漏水", "今天 08:30"],
    ["昨晚十点到今天凌晨两点施工", "昨天 22:00 – 今天 02:00"],
    ["从上周三开始停水", "自 11月11日 起"],
    ["好几天没人收垃圾", "11月11日 – 11月18日 之间开始"],
    ["昨晚停水到现在", "昨天 18:00 – 24:00 之间开始"],
    ["国庆节期间扰民", "10月1日 – 10月7日"],
    ["每天晚上十点到凌晨两点施工", "每天 22:00 – 次日 02:00"],
    ["每周三、五上午占道", "周三、周五 06:00 – 12:00"],
    ["每周有人倒垃圾", "每周"],
    ["每月15号收费", "每月15日"],
  ])("%s: %s", (text, expected) => {
    expect(timesIn(text, now, festivalsOf(reference)).map((said) => saidTimeText(said, now))).toEqual([
      expected,
    ]);
  });
});
