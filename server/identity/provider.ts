/**
 * Who somebody is. A provider says whose account it is that wants in, and never makes one: the password of the house is
 * one provider, the county's own identity service (OpenID Connect) another. What follows (second factor, session, limits
 * on guessing) is the same for all of them.
 */
import type { Account } from "../../db/store.ts";
import type { ProviderName } from "../domain/signInRules.ts";

export interface IdentityProvider<Given, Fault extends string> {
  readonly name: ProviderName;
  /** @param given what the person brought: a password, or what the issuer sent back. */
  identify(given: Given): Promise<Identified | { readonly fault: Fault }>;
}

export interface Identified {
  readonly account: Account;
}

export function isFault<F extends string>(
  answer: Identified | { readonly fault: F },
): answer is { readonly fault: F } {
  return "fault" in answer;
}
