/** 常用语 of units, version by version. */
import type { OwnPhrase } from "../../server/domain/phrases.ts";
import type { Instant } from "../../server/domain/time.ts";

export interface UnitPhrases {
  /** 0: the unit has never written any. */
  readonly version: number;
  readonly rows: readonly OwnPhrase[];
}

export interface PhraseEdit extends UnitPhrases {
  readonly by: string;
  readonly at: Instant;
}

export interface PhraseQueries {
  /** The newest set of a unit. */
  of(unit: string): Promise<UnitPhrases>;
  /** @param edit with the version that follows the one that was seen. @returns false when somebody else was first. */
  save(unit: string, edit: PhraseEdit): Promise<boolean>;
}
