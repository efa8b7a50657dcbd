/**
 * How long a sign-in lasts and what it takes, by role and by the county's choice: `usual`, or `strict` for systems that
 * are examined for 等保三级 (GB/T 22239 8.1.4.1: idle logout, two factors).
 */
import type { Role } from "./case.ts";
import { DAY, HOUR, type Instant, MINUTE } from "./time.ts";

export type SecurityLevel = "usual" | "strict";

export interface SignInRule {
  /** Milliseconds without a request. */
  readonly idle: number;
  /** Milliseconds in all, however busy. */
  readonly absolute: number;
  /** Nothing else can be done before a second factor is set up. */
  readonly secondFactor: "offered" | "required";
}

/** Work at the fresh air with a phone in the pocket: as long as a day's round. */
const phone: SignInRule = { idle: 12 * HOUR, absolute: 7 * DAY, secondFactor: "offered" };
const desk: SignInRule = { idle: 30 * MINUTE, absolute: 12 * HOUR, secondFactor: "offered" };

const rules: Readonly<Record<SecurityLevel, (role: Role) => SignInRule>> = {
  usual: (role) => (role === "admin" ? { ...desk, idle: HOUR } : phone),
  strict: (role) => {
    if (role === "gridWorker") return phone;
    return { ...desk, secondFactor: isSupervisor(role) ? "required" : "offered" };
  },
};

export function signInRule(level: SecurityLevel, role: Role): SignInRule {
  return rules[level](role);
}

/** Before a reporter is shown or data leaves the house, who it is was proved within this time. */
export const FRESH = 10 * MINUTE;

/** How long a password that somebody else handed over can be used to sign in, once. */
export const HANDED_OVER = 3 * DAY;

function isSupervisor(role: Role): boolean {
  return role === "admin" || role === "centre" || role === "leader";
}

/** Who may say who somebody is: the house by a password, or the county's own identity provider. */
export type ProviderName = "password" | "oidc";

/** How somebody came in. */
export interface Entry {
  readonly provider: ProviderName;
  /** When the house last asked for proof itself; 0 for not yet. */
  readonly provedAt: Instant;
  /** The county counts the second factor of its identity provider as ours. */
  readonly trustsIssuer: boolean;
}

/** What stands between signing in and everything else. */
export type Duty = "choosePassword" | "proveFactor" | "setUpFactor";

export function dutyOf(
  rule: SignInRule,
  known: { readonly handedOverUntil: Instant | null; readonly totpSecret: string | null },
  entry: Entry,
): Duty | null {
  if (entry.provider === "password" && known.handedOverUntil !== null) return "choosePassword";
  if (entry.provider === "oidc") {
    if (entry.trustsIssuer) return null;
    // The door asks for the code before it opens by password; an issuer opens it first
    if (known.totpSecret !== null && entry.provedAt === 0) return "proveFactor";
  }
  return rule.secondFactor === "required" && known.totpSecret === null ? "setUpFactor" : null;
}
