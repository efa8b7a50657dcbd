/** 研判: something that analysis found in many cases, for people to look at before somebody complains (未诉先办). */
import type { Instant } from "../time.ts";

export type FindingKind =
  | "surge" // 时空聚集: more of one class in one area and time than chance explains
  | "hotCell" // 高发网格
  | "cluster" // 扎堆点位
  | "recurring"; // 反复发生: again at the same spot or component after closing

export type FindingState = "open" | "dismissed" | "tasked";

export interface Finding {
  /** The same matter has the same id on every day it is found. */
  readonly id: string;
  readonly kind: FindingKind;
  /** Minor class (4 digits) or item (6 digits); null for all together. */
  readonly subject: string | null;
  /** Cells it lies in, the heaviest first. */
  readonly cells: readonly string[];
  readonly townshipCode: string | null;
  /** Middle of its cases. */
  readonly point: { readonly lng: number; readonly lat: number } | null;
  readonly from: Instant;
  readonly to: Instant;
  /** Ids of exactly the cases behind it, newest first. */
  readonly cases: readonly string[];
  /** How many would have been usual there in that time; null where nothing was expected. */
  readonly expected: number | null;
  /** 偶然出现的可能: share of shuffled months at least as strong, over all places looked at; null where not tested. */
  readonly chance: number | null;
  /** 16 digits of the component that fails again and again. */
  readonly component: string | null;
}
