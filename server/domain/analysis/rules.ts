/** 研判规则: what is looked for and when it counts. Data (fixtures/analysis.json). */
import type { Reason } from "../reference.ts";

export interface AnalysisRules {
  readonly version: string;
  /** 时空聚集: `history` days are known, windows reach `days` back, circles `metres` far; told at `chance` or below. */
  readonly surge: {
    readonly history: number;
    readonly days: number;
    readonly metres: number;
    readonly fewest: number;
    readonly rounds: number;
    readonly chance: number;
  };
  /** 高发网格: at most `falseShare` of those told may be chance. */
  readonly hot: {
    readonly days: number;
    readonly fewest: number;
    readonly falseShare: number;
    readonly most: number;
  };
  /** 扎堆点位 */
  readonly cluster: { readonly days: number; readonly metres: number; readonly fewest: number };
  /** 反复发生: again at the same spot after a case of it was closed. */
  readonly recurring: { readonly days: number; readonly metres: number; readonly fewest: number };
  /** 系统偏移: sources are looked at `days` back; exchanged points are told from `fewestSwapped` of a source on. */
  readonly shift: { readonly days: number; readonly fewestSwapped: number };
  /** Why a finding may be put aside. */
  readonly reasons: readonly Reason[];
}
