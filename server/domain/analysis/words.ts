/** A finding in words that a clerk understands. */
import type { Finding } from "./finding.ts";

const DAY = 86_400_000;

/** @param nameOf the name of a township, cell, class, item or component; the code itself where it has none. */
export function findingSentence(finding: Finding, nameOf: (code: string) => string): string {
  const { kind, subject, cases, from, to, expected, component } = finding;
  const days = Math.max(1, Math.round((to - from) / DAY));
  const what = subject === null ? "各类诉求" : `“${nameOf(subject)}”`;
  const count = cases.length;
  if (component !== null) return `部件“${nameOf(component)}”近${days}天报了 ${count} 次故障，修了又坏`;
  const where = whereText(finding, nameOf);
  switch (kind) {
    case "surge":
      return `${where}近${days}天${what} ${count} 件，是往常的 ${timesText(count, expected)} 倍，${chanceText(finding.chance)}`;
    case "hotCell":
      return `${where}近${days}天${what} ${count} 件，全县人口相当的网格平均${usualText(expected)}`;
    case "cluster":
      return `${where}近${days}天${what}在同一处前后报了 ${count} 件`;
    case "recurring":
      return `${where}同一地点近${days}天${what}办结后又发生，共 ${count} 件`;
  }
}

function whereText({ townshipCode, cells }: Finding, nameOf: (code: string) => string): string {
  const township = townshipCode === null ? "" : nameOf(townshipCode);
  const [first, ...others] = cells;
  const cell = first === undefined ? "" : ` ${nameOf(first)}`;
  return `${township}${cell}${others.length === 0 ? "" : `等 ${cells.length} 个网格`} `.trimStart();
}

function timesText(count: number, expected: number | null): string {
  if (expected === null || expected <= 0) return "多";
  const times = count / expected;
  return times.toFixed(times < 10 ? 1 : 0);
}

/** Of so few that a whole one is not reached, how many times as much would only sound exact. */
function usualText(expected: number | null): string {
  if (expected === null || expected < 1) return "不到 1 件";
  return `约 ${Math.round(expected)} 件`;
}

/** Said no more exactly than so many shuffled histories can tell. */
export function chanceText(chance: number | null): string {
  if (chance === null) return "是不是碰巧没有算过";
  if (chance < 0.01) return "碰巧有这么多的可能不到 1%";
  return `碰巧有这么多的可能约 ${Math.ceil(chance * 100)}%`;
}
