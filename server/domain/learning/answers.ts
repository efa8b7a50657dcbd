/** What the API says of learning: the marks page, lessons, models, automatic dispatch, and the reasons for one case. */
import type { Named } from "../named.ts";
import type { ResponsibleAnswer } from "../readerAnswers.ts";
import type { Instant } from "../time.ts";
import type { Automation, AutomationEffect } from "./automation.ts";
import type { ReaderMarks } from "./compareReaders.ts";
import type { Lesson } from "./lesson.ts";

/** GET /api/marks, for anybody signed in. */
export interface MarksAnswer {
  readonly rows: number;
  readonly accuracy: number;
  readonly topThree: number;
  readonly macroF1: number;
  readonly calibrationError: number;
  readonly bands: readonly {
    readonly rows: number;
    readonly probability: number;
    readonly accuracy: number;
  }[];
  /** At 90 % and 95 %; a line above 1 means that no line keeps the promise. */
  readonly lines: readonly { readonly precision: number; readonly line: number; readonly covers: number }[];
  readonly items: readonly {
    readonly item: Named;
    readonly rows: number;
    readonly recall: number;
    readonly precision: number;
    readonly returned: number;
  }[];
  readonly units: readonly {
    readonly unit: Named;
    readonly rows: number;
    readonly agreed: number;
    readonly returned: number;
  }[];
  readonly confused: readonly { readonly item: Named; readonly takenFor: Named; readonly rows: number }[];
  readonly overlaps: readonly {
    readonly items: readonly Named[];
    readonly rows: number;
    readonly share: number;
    readonly isKnown: boolean;
  }[];
  /** What has changed or looks wrong, in sentences. */
  readonly noticed: readonly string[];
  /** Trained model in use; 0 for none. */
  readonly model: number;
  readonly now: Instant;
}

export interface LessonRow {
  readonly id: string;
  /** null for an administrator, who sees no case. */
  readonly number: string | null;
  /** null for who may see no cases. */
  readonly caseId: string | null;
  readonly kind: Lesson["kind"];
  readonly about: Lesson["about"];
  readonly label: Named | null;
  readonly rejected: Named | null;
  readonly at: Instant;
  readonly undoneAt: Instant | null;
}

/** GET /api/learning, for the centre and the administrator. */
export interface LearningAnswer {
  readonly lessons: readonly LessonRow[];
  readonly models: readonly {
    readonly version: number;
    readonly createdAt: Instant;
    readonly rows: number;
    readonly heldBack: number;
    readonly fresh: ReaderMarks;
    readonly inUse: ReaderMarks;
    readonly doubtful: readonly {
      readonly number: string | null;
      readonly given: Named;
      readonly likelier: Named;
    }[];
    /** False for one that was worse: it was never used. */
    readonly kept: boolean;
  }[];
  readonly modelInUse: number;
  readonly training:
    | { readonly kind: "idle" }
    | { readonly kind: "running"; readonly done: number; readonly total: number }
    | { readonly kind: "done"; readonly version: number; readonly replaced: boolean }
    | { readonly kind: "tooFew"; readonly rows: number; readonly needed: number }
    | { readonly kind: "failed" };
  readonly automation: Automation | null;
  readonly now: Instant;
}

/** GET /api/learning/automation: what would follow from a wanted precision. */
export type EffectAnswer = AutomationEffect;

/** GET /api/cases/:id/reasons: why this item and why this unit, in plain words. */
export interface ReasonsAnswer {
  readonly items: readonly {
    readonly item: Named;
    readonly probability: number;
    readonly for: readonly string[];
    /** Words that speak for something else instead. */
    readonly against: readonly string[];
    /** The line of the duty list. */
    readonly duty: string;
  }[];
  /** Confirmed cases told in like words, the most alike first. */
  readonly alike: readonly {
    readonly id: string | null;
    /** null for whoever may not see it, as the id. */
    readonly number: string | null;
    readonly item: Named;
    readonly unit: Named | null;
    readonly likeness: number;
  }[];
  readonly unit: ResponsibleAnswer | null;
  /** The condition under which it may be filed (立案条件), for the likeliest item. */
  readonly rules: readonly string[];
}
