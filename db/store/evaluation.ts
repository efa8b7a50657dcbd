/** What the figures of evaluation are made of: counted profiles, the rows behind them, held time, objections. */
import type { CaseState } from "../../server/domain/case.ts";
import type { Subject } from "../../server/domain/evaluate/facts.ts";
import type { CountedProfile, TakenOut } from "../../server/domain/evaluate/figure.ts";
import type { ObjectedCase, Objection } from "../../server/domain/evaluate/objection.ts";
import type { Scope } from "../../server/domain/permit.ts";
import type { Instant } from "../../server/domain/time.ts";

export type GroupBy = "all" | "unit" | "township" | "cell" | "item" | "month";

/** Rows opened in a period (from ≤ openedAt < to), narrowed to what is asked. */
export interface FigureQuestion {
  readonly scope: Scope;
  readonly from: Instant;
  readonly to: Instant;
  readonly unit?: string | undefined;
  readonly township?: string | undefined;
  readonly cell?: string | undefined;
  readonly item?: string | undefined;
  readonly month?: string | undefined;
  readonly caseIds?: readonly string[];
}

/** Which rows behind a figure: those of these profiles that no objection took out, and those of others that one did. */
export interface RowsWanted {
  readonly indicator: string;
  readonly subject: Subject;
  readonly profiles: readonly string[];
  readonly takenProfiles: readonly string[];
}

/** A row behind a figure. */
export interface FigureRow {
  readonly caseId: string;
  readonly number: string;
  readonly state: CaseState;
  readonly subject: Subject;
  readonly unit: string;
  readonly openedAt: Instant;
  readonly township: string;
  readonly item: string;
  readonly profile: string;
  /** An accepted objection took it out of the indicator. */
  readonly taken: boolean;
  /** What the scope of single cases asks for: may whoever looks at the figure open the file too? */
  readonly cellCode: string | null;
  readonly townshipCode: string | null;
  readonly leadUnit: string | null;
  readonly reportedBy: string | null;
}

export interface FigurePage {
  readonly rows: readonly FigureRow[];
  readonly total: number;
  readonly next: string | null;
}

/** Time that one unit kept cases at one stage, within the period. */
export interface HeldSum {
  readonly unit: string;
  readonly state: CaseState;
  /** Milliseconds by the wall clock. */
  readonly held: number;
  readonly cases: number;
}

/** Which stretches of held time: of a stage, of a unit, or of both. */
export interface HeldWanted {
  readonly state?: CaseState | undefined;
  readonly unit?: string | undefined;
}

/** How long one unit kept one case at one stage, within the period. */
export interface HeldRow {
  readonly caseId: string;
  readonly unit: string;
  readonly state: CaseState;
  readonly held: number;
  /** It still lies there. */
  readonly running: boolean;
  readonly number: string;
  readonly itemCode: string | null;
  /** What the scope of single cases asks for. */
  readonly cellCode: string | null;
  readonly townshipCode: string | null;
  readonly leadUnit: string | null;
  readonly reportedBy: string | null;
}

/** A row of figures on the map. */
export interface PlacedRow {
  readonly caseId: string;
  readonly subject: Subject;
  readonly profile: string;
  readonly cell: string;
  readonly lng: number | null;
  readonly lat: number | null;
}

export interface SumRecount {
  readonly sums: number;
  /** How many say something else than their rows, or are missing. */
  readonly bent: number;
}

export interface EvaluationQueries {
  /** Counts cases that changed since they were last counted. @returns how many; fewer than `limit` when none is left. */
  catchUp(limit: number): Promise<number>;
  /** Makes the sums anew where they are not there or are kept in another way: a house from before there were any. */
  makeSums(onProgress?: (done: number, total: number) => void): Promise<void>;
  /** Recomputes all sums from the rows they are of and compares them with those that stand. Nobody may write meanwhile. */
  recountSums(onProgress?: (done: number, total: number) => void): Promise<SumRecount>;
  /** Throws them away: `makeSums` makes them anew. */
  forgetSums(): Promise<void>;
  profiles(question: FigureQuestion, by: GroupBy): Promise<readonly CountedProfile[]>;
  /** Rows that accepted objections name, by the indicator they are taken out of. */
  takenOut(question: FigureQuestion, by: GroupBy): Promise<readonly TakenOut[]>;
  /** One for each row of the question, with where its case lies and the cell of its day ("" for none). */
  placed(question: FigureQuestion): Promise<readonly PlacedRow[]>;
  takenCases(
    question: FigureQuestion,
  ): Promise<readonly (Omit<TakenOut, "group" | "count"> & { readonly caseId: string })[]>;
  /** Newest first. */
  rows(
    question: FigureQuestion,
    wanted: RowsWanted,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<FigurePage>;
  /** @param now end of what still lasts. */
  heldTimes(question: FigureQuestion, now: Instant): Promise<readonly HeldSum[]>;
  /** The rows behind a sum of held time, the longest first: as many as its `cases` say. */
  heldRows(
    question: FigureQuestion,
    wanted: HeldWanted,
    page: { readonly now: Instant; readonly skip: number; readonly limit: number },
  ): Promise<readonly HeldRow[]>;
  objection(id: string): Promise<Objection | null>;
  casesOf(objectionId: string): Promise<readonly ObjectedCase[]>;
  /** Newest first, of one unit or of all; those that touch the period when one is given. */
  objections(filter: {
    readonly unit?: string | undefined;
    readonly from?: Instant;
    readonly to?: Instant;
    readonly limit: number;
  }): Promise<readonly Objection[]>;
  /** @returns false when this unit objected to this very figure before. */
  addObjection(objection: Objection, cases: readonly ObjectedCase[]): Promise<boolean>;
  /** @returns false when somebody else was first. */
  changeObjection(before: Objection, after: Objection): Promise<boolean>;
}
