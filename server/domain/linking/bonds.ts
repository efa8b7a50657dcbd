/**
 * What a case remembers of the cases it belongs together with (并案, 分办, 关联). One optional member of its rules;
 * absent while nothing binds it. Codes and ids only: words stand in the events.
 */
import type { Case, CaseState, Urgency } from "../case.ts";
import { type CaseRules, type Ladder, rulesOf, withRules } from "../caseRules.ts";
import type { Instant } from "../time.ts";

export interface Bonds {
  /** 已并入: its lead case, and how it stood before, so that un-merging gives everything back. */
  readonly merged: Merged | null;
  /** 主件: others were merged into this one. */
  readonly group: Group | null;
  /** 分办: the case it is a part of. */
  readonly parent: string | null;
  /** 分办: ids of its parts, in the order they were named. */
  readonly parts: readonly string[];
  /** 关联: no duplicate, but one should know of the other. */
  readonly links: readonly CaseLink[];
  /** 不是重复: looked at together and found to be two matters; ids. */
  readonly apart: readonly string[];
  /** The reporter held it to be the same as this case (上报人认为是同一件). */
  readonly sameAs: string | null;
}

export interface Merged {
  /** Id and number of the lead case. */
  readonly into: string;
  readonly number: string;
  readonly at: Instant;
  readonly state: CaseState;
  readonly holder: string | null;
  readonly leadUnit: string | null;
  readonly ladders: readonly Ladder[];
  readonly unheard: CaseRules["unheard"];
  /** Ids of the clocks that ran then. */
  readonly parked: readonly string[];
}

export interface Group {
  /** Different people who reported it, the first included (几人反映). */
  readonly voices: number;
  /** Urgency without the voices. */
  readonly base: Urgency;
}

export interface CaseLink {
  readonly to: string;
  readonly number: string;
  /** Code of fixtures/reasons.json, list `link`. */
  readonly kind: string;
  readonly at: Instant;
}

const noBonds: Bonds = {
  merged: null,
  group: null,
  parent: null,
  parts: [],
  links: [],
  apart: [],
  sameAs: null,
};

export function bondsOf(found: Pick<Case, "rules">): Bonds {
  return rulesOf(found).bonds ?? noBonds;
}

/** The change of rules that changes these bonds; bonds that bind nothing any more are forgotten. */
export function bound(found: Pick<Case, "rules">, change: Partial<Bonds>): Pick<CaseRules, "bonds"> {
  const bonds = { ...bondsOf(found), ...change };
  const names = Object.keys(noBonds) as (keyof Bonds)[];
  const free = names.every((name) => isNothing(bonds[name]));
  return { bonds: free ? null : bonds };
}

export function withBonds(found: Pick<Case, "rules">, change: Partial<Bonds>): Pick<Case, "rules"> {
  return withRules(found, bound(found, change));
}

/** Does it wait for the result of its lead case, or has it got it? */
export function isFollower(found: Pick<Case, "rules">): boolean {
  return bondsOf(found).merged !== null;
}

function isNothing(value: Bonds[keyof Bonds]): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
