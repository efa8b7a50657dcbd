/**
 * What every case says again in the same words, stored in fewer: a policy stands on each clock, and of the rules hardly
 * anything has happened to most cases. Packed values are arrays; anything else was stored by an older program, or has members
 * that packing does not know, and is the value itself. What comes out is what went in, so that seals stay as they are.
 */
import type { CaseRules } from "../server/domain/caseRules.ts";
import type { Policy } from "../server/domain/policy.ts";

export interface Packing<T> {
  /** @returns what is stored as JSON. */
  readonly pack: (value: T) => unknown;
  readonly unpack: (stored: unknown) => T;
}

type PackedPolicy = readonly [
  code: string,
  version: string,
  value: Policy["budget"]["value"],
  unit: Policy["budget"]["unit"],
  share: number,
  severeFactor: number,
  workHours: number | null,
  calendar: string | null,
];

export const policyPacking: Packing<Policy> = {
  pack(policy) {
    const { code, version, budget, warn, severeFactor, calendar } = policy;
    const known = [5 + said(calendar), 1 + said(warn.workHours), 2];
    if ([policy, warn, budget].some((part, at) => Object.keys(part).length !== known[at])) return policy;
    const packed: PackedPolicy = [
      code,
      version,
      budget.value,
      budget.unit,
      warn.share,
      severeFactor,
      warn.workHours ?? null,
      calendar ?? null,
    ];
    return packed;
  },
  unpack(stored) {
    if (!Array.isArray(stored)) return stored as Policy;
    const [code, version, value, unit, share, severeFactor, workHours, calendar] =
      stored as unknown as PackedPolicy;
    const warn = workHours === null ? { share } : { share, workHours };
    const policy = { code, version, budget: { value, unit }, warn, severeFactor };
    return calendar === null ? policy : { ...policy, calendar };
  },
};

function said(member: unknown): number {
  return member === undefined ? 0 : 1;
}

/** Left out where a case says the same. Never changed: rows that lack a member mean what stands here. */
const nothingHappened: Partial<CaseRules> = {
  firstUnit: null,
  returnUntil: null,
  dispute: null,
  ruled: false,
  request: null,
  extensions: 0,
  suspensions: 0,
  suspendedUntil: null,
  waits: 0,
  transfers: [],
  selfHandled: false,
  onBehalf: false,
  unsolved: null,
  reopens: 0,
  rectifications: 0,
  supervision: null,
  ladders: [],
  unheard: [],
  review: null,
  reviewed: [],
  exempt: [],
  parties: [],
  recheck: null,
  bonds: null,
};

const usual = new Map<string, unknown>(Object.entries(nothingHappened));

export const rulesPacking: Packing<CaseRules> = {
  pack(rules) {
    const happened: Record<string, unknown> = {};
    let known = 0;
    for (const [name, value] of Object.entries(rules)) {
      const isKnown = usual.has(name) && value !== undefined;
      if (isKnown) known += 1;
      if (!isKnown || !isUsual(value, usual.get(name))) happened[name] = value;
    }
    return known === usual.size ? [happened] : rules;
  },
  unpack(stored) {
    if (!Array.isArray(stored)) return stored as CaseRules;
    return { ...nothingHappened, ...(stored[0] as Partial<CaseRules>) } as CaseRules;
  },
};

function isUsual(value: unknown, said: unknown): boolean {
  return value === said || (Array.isArray(said) && Array.isArray(value) && value.length === 0);
}
