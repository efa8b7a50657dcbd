/** 安全日志, and who looked at reporters, for those who watch over them. */
import type { ExportRequest } from "../../server/domain/exports.ts";
import type { SecurityFact, SecurityKind } from "../../server/domain/securityLog.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Reveal } from "./people.ts";

export type { SecurityFact } from "../../server/domain/securityLog.ts";

/** Newest first. */
export interface LogPage {
  /** From this instant on. */
  readonly from: Instant;
  /** Before this instant. */
  readonly to: Instant;
  readonly accountId?: string | undefined;
  /** The last row of the page before. */
  readonly after?: { readonly at: Instant; readonly id: string } | undefined;
  readonly limit: number;
}

/** A look at a reporter, with the case it was made from. */
export interface KnownReveal extends Reveal {
  readonly number: string;
  readonly confidential: boolean;
}

export interface SecurityQueries {
  note(fact: SecurityFact): Promise<void>;
  facts(page: LogPage & { readonly kind?: SecurityKind | undefined }): Promise<readonly SecurityFact[]>;
  /** @returns how many went. The database refuses what is younger than six months. */
  forgetFacts(before: Instant): Promise<number>;
  addExport(asked: ExportRequest): Promise<void>;
  export(id: string): Promise<ExportRequest | null>;
  /** Own ones, and where `all` everybody's; newest first. */
  exports(asked: {
    readonly accountId: string;
    readonly all: boolean;
    readonly limit: number;
  }): Promise<readonly ExportRequest[]>;
  /** @returns false when it was in another state by now: whoever is first counts. */
  changeExport(changed: ExportRequest, expects: ExportRequest["state"]): Promise<boolean>;
  reveals(page: LogPage & { readonly number?: string | undefined }): Promise<readonly KnownReveal[]>;
}
