/** Rulings that were given, to be shown when the same matter comes up again. */
import type { Case } from "../../server/domain/case.ts";
import type { ToldPrecedent } from "../../server/domain/linking/rankPrecedents.ts";

export interface StoredPrecedent extends ToldPrecedent {
  readonly number: string;
  /** What the ruler wrote; null when it was erased. */
  readonly note: string | null;
  /** The case it was given on: who may see that may read its words. */
  readonly case: Pick<Case, "id" | "cellCode" | "townshipCode" | "leadUnit" | "reportedBy" | "rules">;
}

export interface PrecedentQueries {
  /** The latest rulings of the county, latest first. */
  latest(limit: number): Promise<readonly StoredPrecedent[]>;
  /** How many there are: never fewer than before. */
  count(): Promise<number>;
}
