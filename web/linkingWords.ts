/** Words of the screens about cases that belong together: precedents, duplicates, parts, links. */
import type { PrecedentGround } from "../server/domain/linking/rankPrecedents.ts";

export const linkingWords = {
  precedents: {
    title: "裁定先例",
    none: "这类事项还没有裁定先例。",
    ruled: (unit: string) => `由${unit}承办`,
    against: (unit: string) => `${unit}曾提出不归其管`,
    upheld: "维持原承办单位",
    basis: (item: string) => `依据：职责清单“${item}”`,
    levels: { 1: "效能中心裁定", 2: "编办、司法局裁定", 3: "分管领导裁定" } as Readonly<
      Record<number, string>
    >,
    grounds: {
      item: "同一事项",
      township: "同一乡镇",
      units: "同样的争议单位",
      text: "说法相近",
    } satisfies Record<PrecedentGround, string>,
  },

  bonds: {
    title: "并案",
    lead: "已并入主件",
    leadHint: "本件停表，办理结果随主件；主件办结时本件的反映人会收到结果。",
    followers: (count: number, voices: number) => `并入 ${count} 件，共 ${voices} 人反映`,
    suspects: "附近可能是同一件",
    suspectsHint: "由人判断：并案后只办一件，每位反映人都会收到结果；可撤销。",
    merge: "把本件并入它",
    mergeInto: (number: string) => `把本件并入它：${number}`,
    apart: "不是重复",
    apartFrom: (number: string) => `与 ${number} 不是重复`,
    hiddenText: "无权查看内容",
    said: "反映人认为是同一件",
    sameItem: "事项相同",
    alike: (share: number) => `说法相近 ${Math.round(share * 100)}%`,
    metres: (metres: number) => `相距 ${Math.round(metres)} 米`,
    noMetres: "没有确切位置",
    apartHours: (hours: number) =>
      hours < 1 ? `相隔 ${Math.round(hours * 60)} 分钟` : `相隔 ${Math.round(hours)} 小时`,
    number: "案卷号",
    numberHint: "选上面一件，或填写案卷号",
  },

  parts: {
    progress: "分头办理的各件",
    title: (count: number) => `已拆成 ${count} 件分办`,
    hint: "全部办结后，本件自动进入结案。",
    whole: "本件是分办的一部分",
    nth: (index: number) => `第 ${index} 件`,
    item: (index: number) => `第 ${index} 件的事项`,
    add: "再加一件",
    remove: (index: number) => `去掉第 ${index} 件`,
  },

  links: {
    title: "关联案卷",
    unlink: (number: string) => `解除与 ${number} 的关联`,
    take: "解除关联",
  },

  duplicates: {
    title: "疑似重复",
    lead: (compared: number) =>
      `比较了 ${compared} 件在办案卷。距离、时间、事项和说法都接近的列在一起，由您判断。`,
    cut: "在办案卷太多，只比较了最近的一部分。",
    empty: "没有疑似重复的案卷",
    emptyHint: "附近同时段的相似反映会出现在这里。",
    main: "主件",
    voices: (voices: number) => `${voices} 人反映`,
    mergeAll: (count: number) => `全部并入主件（${count} 件）`,
    merge: "并入主件",
    mergeOf: (number: string) => `把 ${number} 并入主件`,
    merged: (number: string) => `已并入主件：${number}`,
    kept: (number: string) => `已记为不是重复：${number}`,
  },
} as const;
