/** Every rule in Chinese: why it says no, and what the person may do instead; `{given}` and `{expected}` are filled in. */
import type { CountCode } from "./counts.ts";
import type { RuleName } from "./guards.ts";
import type { PolicyCode } from "./reference.ts";
import { arguingRuleWords } from "./ruleWords/arguing.ts";
import { assistingRuleWords } from "./ruleWords/assisting.ts";
import { dutyRuleWords } from "./ruleWords/duty.ts";
import { emergencyRuleWords } from "./ruleWords/emergency.ts";
import { endingRuleWords } from "./ruleWords/ending.ts";
import { linkingRuleWords } from "./ruleWords/linking.ts";
import { pausingRuleWords } from "./ruleWords/pausing.ts";
import { reviewingRuleWords } from "./ruleWords/reviewing.ts";
import { succeedingRuleWords } from "./ruleWords/succeeding.ts";
import { supervisingRuleWords } from "./ruleWords/supervising.ts";
import { takingUpRuleWords } from "./ruleWords/takingUp.ts";

export interface RuleWords {
  readonly why: string;
  readonly instead: string;
  /** The line it rests on; the act's own row in the table of moves where none is named. */
  readonly basis?: RuleBasis;
  /** A limit that was used up or has run out, rather than an act out of place. */
  readonly isLimit?: true;
  /** Worth a dead button that says why; else the act is not shown at all. */
  readonly shown?: true;
}

export type RuleBasis =
  | { readonly policy: PolicyCode }
  | { readonly count: CountCode }
  /** The line of the duty list (履职事项清单) that the refusal gives. */
  | { readonly duty: true }
  /** A regulation or a decision of the house, in words. */
  | { readonly law: string };

export const ruleWords: Record<RuleName, RuleWords> = {
  ...takingUpRuleWords,
  ...dutyRuleWords,
  ...emergencyRuleWords,
  ...assistingRuleWords,
  ...arguingRuleWords,
  ...pausingRuleWords,
  ...endingRuleWords,
  ...supervisingRuleWords,
  ...reviewingRuleWords,
  ...linkingRuleWords,
  ...succeedingRuleWords,
};
