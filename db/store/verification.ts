import type { Instant } from "../../server/domain/time.ts";
import type { RowKind } from "../record/entry.ts";

/** What `huying verify` finds. */
export interface Verification {
  readonly cases: number;
  /** 呼叫, verified as cases are. */
  readonly calls: number;
  readonly events: number;
  /** 存证: leaves of the tree. */
  readonly entries: number;
  /** Empty when every chain and every case agrees. */
  readonly faults: readonly Fault[];
}

/** One bent record: which, and how it is seen. */
export interface Fault {
  /**
   * Absent for a case; `caseId` is then the id of the call or the row. "record" is the tree itself, "sum" a sum over rows
   * that are counted, named by its span and unit.
   */
  readonly of?: "call" | "record" | "sum" | RowKind;
  readonly caseId: string;
  readonly number: string;
  readonly seq: number | null;
  readonly kind:
    | "hash" // the event was changed
    | "link" // an event was exchanged or its predecessor changed
    | "gap" // an event is missing
    | "head" // the case does not end where its events end
    | "state" // the case says another state than its last event
    | "seal" // a free text does not match its commitment
    | "row" // the row says something else than its events: see `field`
    | "photo" // the file of a photo is gone or is another picture
    | "gone" // it was recorded and is not there any more
    | "rewritten" // it is not what was recorded, and its chain was made to fit
    | "unrecorded" // it was slipped in: nothing was recorded of it
    | "order" // entries were exchanged
    | "missing" // an entry is missing
    | "page" // entries are not those that the kept tree was made of
    | "checkpoint" // the tree is not the one that was signed: see `position` to `until`
    | "short" // the record ends before a checkpoint: cut off, or an old backup put back
    | "signature" // a checkpoint is not signed by the key that it names
    | "noSignature" // a checkpoint that nobody signed
    | "unknownKey" // a checkpoint names a key that is none of this house: see `field`
    | "replacedKey"; // a checkpoint was signed by a key that another had replaced already: see `field`
  /** The column of a `row` fault; the beginning of a photo's id; the name of a signing key. */
  readonly field?: string;
  /** Place in the record, from 0, where it is known; of the tree the first place that may be bent. */
  readonly position?: number;
  /** The last place that may be bent. */
  readonly until?: number;
  /** Of a checkpoint: when it was made, and the file it was saved in. */
  readonly at?: Instant;
  readonly file?: string;
}
