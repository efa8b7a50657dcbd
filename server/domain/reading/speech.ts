/**
 * What kind of speech a text is: it reports something, asks (咨询), praises (表扬), or adds to what was said before
 * (补充). Cues are counted; a text that names a trouble is a report even when it ends in a question ("能不能来修一下").
 */
import type { Reading } from "../reader.ts";
import { createCueFinder } from "./cues.ts";

type Speech = Reading["speech"];

const findCues = createCueFinder({
  asks:
    "咨询 请问 想问 问一下 问下 想了解 了解一下 想知道 查询 怎么办理 如何办理 怎样办理 在哪里办 " +
    "在哪办 去哪办 到哪办 去哪里办 哪里办理 怎么申请 如何申请 怎么领 怎么交 怎么缴 怎么查 怎么报销 " +
    "能报多少 什么材料 哪些材料 什么手续 哪些手续 什么条件 哪些条件 什么证件 办理流程 有什么政策 " +
    "什么政策 联系电话 电话是多少 电话多少 几点上班 上班时间 办公时间 上班吗 地址在哪 属于哪 " +
    "归哪管 是否可以 是否需要 可不可以 要不要报备",
  wonders:
    "是否 如何 怎么 怎样 何时 何地 什么时候 多少钱 多久 哪里 哪个 吗 吗？ 呢 ？ ? 的电话 号码 流程 " +
    "地址 电话的 材料的 证件 多长时间 何处 条件的 资格的",
  troubles:
    "投诉 举报 反映 没人管 没人修 没人清 无人 坏了 坏 破损 不亮 堵 漏 臭 脏 扰民 吵 塌 断了 倒了 " +
    "占用 占道 违规 违法 拖欠 不给 不退 被骗 不合理 影响 危险 隐患 停水 停电 严重 乱 不发 没发 " +
    "能修 修好 来修 来水 能来 没水 没电 没信号 不热 不下去 不来 报修 赔偿 要求 收费高 停放 噪音 味 " +
    "积水 破 裂 倒塌 丢 垃圾 超时施工",
  thanks: "表扬 点赞 感谢 锦旗 好评 谢谢你们 多亏 很满意 非常满意",
  turns: "但 却 可是 不过 然而 还是没 又 仍 希望 请求 要求",
  adds:
    "补充 更正 催办 催一下 催促 再次反映 多次反映 上次反映 上次报 昨天报 之前报的 之前反映 " +
    "前几天反映 工单 还没处理 进展如何 处理结果",
  solved:
    "已修好 已经修好 修好了 已处理 已经处理 处理好了 已解决 已经解决 解决了 已恢复 已经恢复 " +
    "清理干净了 已清理 已经清理 亮了 来水了 来电了",
});

export function speechOf(text: string): Speech {
  const cues = findCues(text);
  if (cues.length === 0) return "report";
  const counted = (kind: (typeof cues)[number]["kind"]): number =>
    cues.reduce((sum, cue) => sum + (cue.kind === kind ? 1 : 0), 0);
  const isOver = counted("solved") > 0 && !isDenied(text, cues);
  if (counted("thanks") > 0 && counted("turns") === 0 && (isOver || counted("troubles") === 0))
    return "praise";
  if (isOver && counted("turns") === 0) return "supplement";
  if (counted("adds") > 0 && counted("troubles") === 0) return "supplement";
  if (counted("asks") > Math.max(0, counted("troubles") - 1)) return "consult";
  if (counted("wonders") > 0 && counted("troubles") === 0) return "consult";
  return "report";
}

/** "还没修好了", "不亮了", "未处理": what looks solved is not. */
function isDenied(text: string, cues: ReturnType<typeof findCues>): boolean {
  return cues
    .filter((cue) => cue.kind === "solved")
    .every((cue) =>
      /(没有?|未|不|没人)[^，。；！？,;!?]{0,2}$/u.test(text.slice(Math.max(0, cue.at - 5), cue.at)),
    );
}
