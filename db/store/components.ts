/** 部件, sites, people per cell, and the cases that belong to them. */
import type { Case } from "../../server/domain/case.ts";
import type { Component, ComponentState } from "../../server/domain/component/component.ts";
import type { Site } from "../../server/domain/surroundings/site.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Box } from "./cases.ts";

export interface ComponentFilter {
  /** A piece of the code or the name. */
  readonly words?: string;
  readonly classCode?: string;
  /** null: nobody knows whose they are. */
  readonly owner?: string | null;
  readonly unit?: string;
  /** Cell codes begin with it: a township, a community or a cell. */
  readonly within?: string;
  readonly state?: ComponentState;
  /** With an open case now. */
  readonly isFaulty?: boolean;
  /** 反复故障: at least so many cases since then. */
  readonly repeated?: { readonly cases: number; readonly since: Instant };
}

/** What the cases of one component add up to. */
export interface ComponentTally {
  readonly code: string;
  readonly cases: number;
  readonly open: number;
  /** Cases since the instant that was asked for. */
  readonly lately: number;
  readonly lastReportedAt: Instant | null;
  /** When it was last put right: the last case of it that was closed as solved. */
  readonly lastMendedAt: Instant | null;
  readonly mended: number;
}

export interface ComponentQueries {
  /** Known by code: what is there already is replaced. */
  put(components: readonly Component[]): Promise<void>;
  byCodes(codes: readonly string[]): Promise<readonly Component[]>;
  count(filter: ComponentFilter): Promise<number>;
  /** By code, from after a code on. */
  list(
    filter: ComponentFilter,
    page: { readonly after: string; readonly limit: number },
  ): Promise<readonly Component[]>;
  /** Those that stand, not removed ones, within a box; of one class where it is named. */
  inBox(box: Box, of: { readonly limit: number; readonly classCode?: string }): Promise<readonly Component[]>;
  /** Every one of a class that was not removed. */
  standing(classCode: string): Promise<readonly Component[]>;
  inCells(cells: readonly string[], limit: number): Promise<readonly Component[]>;
  /** @param since where `lately` begins. Components without a case are not listed. */
  tallies(codes: readonly string[], since: Instant): Promise<readonly ComponentTally[]>;
  /** Cases of a component, newest first. */
  casesOf(code: string, limit: number): Promise<readonly Case[]>;
}

export interface CellPeople {
  readonly cellCode: string;
  readonly people: number;
  readonly source: string;
}

export interface SiteQueries {
  put(sites: readonly Site[]): Promise<void>;
  all(): Promise<readonly Site[]>;
  putPeople(rows: readonly CellPeople[]): Promise<void>;
  people(): Promise<readonly CellPeople[]>;
}
