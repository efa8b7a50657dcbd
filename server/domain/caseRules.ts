/**
 * What a case must remember so that the rule book can be kept: how often it was returned or prolonged, what is asked
 * for, what is argued about. One optional member of the case; absent means that nothing of it has happened yet.
 */
import type { Assistant, Handler } from "./assignment.ts";
import type { Case } from "./case.ts";
import type { Staging } from "./staging.ts";
import type { Budget } from "./taxonomy.ts";
import type { CaseComponent } from "./component/component.ts";
import type { EarlierPlace } from "./relocate.ts";
import type { Recheck } from "./closing/recheck.ts";
import type { Bonds } from "./linking/bonds.ts";
import type { Succeeded } from "./succession/succession.ts";
import type { Instant } from "./time.ts";

export interface CaseRules {
  /** 首接单位: the first unit it was ever sent to. */
  readonly firstUnit: string | null;
  /** End of the return window (退单窗口) of the present dispatch, frozen when it was sent. */
  readonly returnUntil: Instant | null;
  readonly dispute: Dispute | null;
  /** A ruling (裁定) has been given: nobody may return it any more. */
  readonly ruled: boolean;
  readonly request: PauseRequest | null;
  /** Extensions (延期) granted; a refusal does not count. */
  readonly extensions: number;
  readonly suspensions: number;
  /** 挂账至, `YYYY-MM-DD`, as granted. */
  readonly suspendedUntil: string | null;
  readonly waits: number;
  /** 110, 119 … to whom danger was handed. */
  readonly transfers: readonly string[];
  /** 随手办结: the reporter has solved it on the spot. */
  readonly selfHandled: boolean;
  /** 代报: an officer reported for a resident, who hears of it. */
  readonly onBehalf: boolean;
  /** Why it cannot be solved (未解决原因): an honest end that does not count as solved. */
  readonly unsolved: string | null;
  /** One-tap 没解决 by the resident. */
  readonly reopens: number;
  readonly rectifications: number;
  readonly supervision: Supervision | null;
  /** One for each unit that is overdue now. */
  readonly ladders: readonly Ladder[];
  /** 无人接收: orders for which nobody is named to receive them: listed, never skipped silently. */
  readonly unheard: readonly Unheard[];
  readonly review: Review | null;
  /** Reviews that were ever asked for: each kind once per case. */
  readonly reviewed: readonly Review["kind"][];
  /** Left out of the statistics, while the facts stay visible (统计豁免). */
  readonly exempt: readonly Review["kind"][];
  /** Units beside the lead that take part and may therefore see it: rulers. */
  readonly parties: readonly string[];
  /** 协办单位; absent while there were none. */
  readonly assistants?: readonly Assistant[];
  /** 经办人, one for each unit that named somebody. */
  readonly handlers?: readonly Handler[];
  /** 分段办理; absent for what is handled in one go. */
  readonly staging?: Staging;
  /** 部件: the thing it is about; absent where none was named. */
  readonly component?: CaseComponent;
  /** 原位置: every place it was held to be before, the oldest first; absent while it was never corrected. */
  readonly places?: readonly EarlierPlace[];
  /** 随机复查 asked for when it was checked; null where it was not drawn. */
  readonly recheck: Recheck | null;
  /** The cases it belongs together with; null while nothing binds it. */
  readonly bonds: Bonds | null;
  /** 机构接续: the closed unit it came from last, and in which batch; absent where it never did. */
  readonly succeeded?: Succeeded | null;
}

/** 职责争议: the second unit that says "not ours" goes to a ruling instead of round again. */
export interface Dispute {
  readonly by: string;
  readonly at: Instant;
  readonly suggestedUnit: string | null;
  /** 1 the efficiency centre, 2 编办 and 司法局, 3 the leader in charge. */
  readonly level: 1 | 2 | 3;
  /** Units that may rule at this level; empty where a leader does. */
  readonly rulers: readonly string[];
}

/** 申请: what the leading unit asks for, one at a time. */
export interface PauseRequest {
  readonly kind: "extension" | "suspension" | "wait";
  readonly at: Instant;
  /** 挂账至, `YYYY-MM-DD`. */
  readonly until: string | null;
}

/** 督办: must be answered. A leader's note (批示) is one too. */
export interface Supervision {
  readonly kind: OrderKind;
  readonly unit: string | null;
  readonly at: Instant;
  /** Account that ordered it and hears of the answer; null when the ladder did. */
  readonly by: string | null;
  /** As set with the order; null for the county's own limit. */
  readonly limit: Budget | null;
}

export type LadderStep = "urge" | "supervise" | "circulate";

/** A step of the ladder or a leader's note (批示). */
export type OrderKind = LadderStep | "instruct";

/** An order that nobody of the unit was named to receive. */
export interface Unheard {
  readonly unit: string;
  readonly step: OrderKind;
  readonly at: Instant;
}

/** 催办→督办→通报: how far the unit that is overdue has been climbed after. */
export interface Ladder {
  readonly unit: string;
  readonly step: LadderStep;
  readonly at: Instant;
}

/** Two persons look at it; one of them saying no ends it. */
export interface Review {
  /** 超时申诉, or 不合理诉求 asked to be left out. */
  readonly kind: "overdue" | "unreasonable";
  readonly by: string | null;
  /** Account that asked: may not review it. */
  readonly asker: string;
  readonly at: Instant;
  /** Account of the first reviewer who agreed: the second must be somebody else. */
  readonly first: string | null;
}

const noRules: CaseRules = {
  firstUnit: null,
  returnUntil: null,
  dispute: null,
  ruled: false,
  request: null,
  extensions: 0,
  suspensions: 0,
  suspendedUntil: null,
  waits: 0,
  transfers: [],
  selfHandled: false,
  onBehalf: false,
  unsolved: null,
  reopens: 0,
  rectifications: 0,
  supervision: null,
  ladders: [],
  unheard: [],
  review: null,
  reviewed: [],
  exempt: [],
  parties: [],
  recheck: null,
  bonds: null,
};

export function rulesOf(found: Pick<Case, "rules">): CaseRules {
  return found.rules ?? noRules;
}

/** What an older program stored knows nothing of members that were added since: nothing of them has happened yet. */
export function wholeRules(stored: Partial<CaseRules>): CaseRules {
  return { ...noRules, ...stored };
}

export function withRules(found: Pick<Case, "rules">, change: Partial<CaseRules>): Pick<Case, "rules"> {
  return { rules: { ...rulesOf(found), ...change } };
}
