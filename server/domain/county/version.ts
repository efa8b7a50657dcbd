/** Versions of county data: one draft at most for each subject, published ones for ever, each in force from its day. */
import type { VersionHead } from "../versionHead.ts";
import type { CountyBody, CountySubject } from "./subjects.ts";

/** The number of what the program itself brings; it is not stored. */
export const FIRST_VERSION = 1;

export interface CountyHead extends VersionHead {
  readonly subject: CountySubject;
}

export interface StoredCounty extends CountyHead {
  readonly body: CountyBody;
}
