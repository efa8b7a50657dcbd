/** Versions of the dispatch catalogue. */
import type { CatalogueBody, StoredCatalogue } from "../../server/domain/catalogue/version.ts";
import type { VersionHead } from "../../server/domain/versionHead.ts";
import type { Day, Instant } from "../../server/domain/time.ts";

export interface CatalogueEdit {
  readonly note: string;
  readonly body: CatalogueBody;
  readonly by: string;
  readonly at: Instant;
}

export interface CatalogueQueries {
  /** Newest first, the draft among them; without the rules. */
  heads(): Promise<readonly VersionHead[]>;
  version(version: number): Promise<StoredCatalogue | null>;
  /** The published version that counts on a day: the one that came into force last. */
  inForce(day: Day): Promise<StoredCatalogue | null>;
  draft(): Promise<StoredCatalogue | null>;
  /** @param seen revision of the draft that was edited; null to begin one. @returns false when somebody else was first. */
  saveDraft(edit: CatalogueEdit, seen: number | null): Promise<boolean>;
  /** @returns false when the draft is gone or has changed since. */
  publishDraft(seen: number, on: { validFrom: Day; note: string; by: string; at: Instant }): Promise<boolean>;
  discardDraft(seen: number): Promise<boolean>;
  /** Publishes at once, without a draft: the first version, or an old one brought back. @returns false on a race. */
  publish(
    edit: CatalogueEdit & { readonly validFrom: Day; readonly restores: number | null },
  ): Promise<boolean>;
}
