/** Sentences about rules: the line a refusal rests on, and what a person may do instead. */

const list = (names: readonly string[]) => names.join("、");

/** As many acts as a person reads at a glance. */
const NEAR = 4;

export const ruleSentences = {
  laws: {
    scope: "管辖范围：只看得到本网格、本乡镇、本单位承办和自己上报的案卷",
    ownWork: "核查人不得是处置人：处置的人和单位不核查自己的结果",
    version: "一案一序：办理要基于案卷的最新情况",
    form: "接口说明（/docs）写明的字段和格式",
  },
  policy: (name: string, limit: string, basis: string) =>
    `时限政策“${name}”${limit === "" ? "" : `：${limit}`}${basis === "" ? "" : `（${basis}）`}`,
  count: (name: string, value: number, basis: string) =>
    `次数规定“${name}”：${value}${basis === "" ? "" : `（${basis}）`}`,
  duty: (item: string, code: string, field: string) =>
    `职责清单“${item}”（${code}）：${dutyWords[field] ?? "按清单办理"}`,
  by: (act: string, movers: readonly string[]) => `流程表“${act}”：由${list(movers) || "系统"}办理`,
  from: (act: string, states: readonly string[]) => `流程表“${act}”：只在${list(states)}时办理`,
  when: (act: string) => `流程表“${act}”的办理条件`,
  needs: (act: string, fields: readonly string[]) =>
    fields.length === 0 ? `流程表“${act}”` : `流程表“${act}”：须填${list(fields)}`,
  otherScope: "请核对编号；确需办理的，请联系案卷所在的乡镇（街道）或效能中心",
  otherDesk: "请由有这项权限的岗位办理；确有需要的，请联系案卷所在的乡镇（街道）或效能中心",
  otherChecker: "请由网格员或其他单位核查",
  lookAgain: "请先看最新情况，再决定怎么办",
  askThem: (movers: readonly string[]) => `请由${list(movers)}办理；要提醒的请用“备注”`,
  instead: (acts: readonly string[]) =>
    acts.length === 0
      ? "此刻没有需要您办理的，请等现在经手的单位"
      : `您现在可以：${list(acts.slice(0, NEAR))}${acts.length > NEAR ? "等" : ""}`,
  fill: (field: string) => `请填写“${field}”后再提交`,
  change: (field: string, expected: string) =>
    `请改正“${field}”后再提交${expected === "" ? "" : `：${expected}`}`,
  once: (field: string) => `“${field}”只收一次；要补充的请用“备注”或“补充情况”`,
} as const;

const dutyWords: Readonly<Record<string, string>> = {
  unit: "应由县直部门办理，不得派给乡镇（国办函〔2025〕66 号）",
  photosAfter: "办结须附处置后照片",
  conditionCode: "立案条件须是本事项之下的",
};
