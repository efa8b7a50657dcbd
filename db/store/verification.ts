/** What `huying verify` finds. */
export interface Verification {
  readonly cases: number;
  /** 呼叫, verified as cases are. */
  readonly calls: number;
  readonly events: number;
  /** Empty when every chain and every case agrees. */
  readonly faults: readonly Fault[];
}

/** One bent record: which, and how it is seen. */
export interface Fault {
  /** Absent for a case; `caseId` is then the id of the call. */
  readonly of?: "call";
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
    | "photo"; // the file of a photo is gone or is another picture
  /** The column of a `row` fault; the beginning of a photo's id. */
  readonly field?: string;
}
