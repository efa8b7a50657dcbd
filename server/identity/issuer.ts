/**
 * What the issuer says of itself: its endpoints (OpenID Connect Discovery 1.0 §4) and the keys it signs with. Both are
 * asked for at the configured issuer only, over its own origin, without following redirects, in bounded time and size.
 */
import { createLocalJWKSet, type JSONWebKeySet } from "jose";
import * as v from "valibot";
import { type Instant, MINUTE } from "../domain/time.ts";

export interface Issuer {
  /** As it calls itself, letter by letter: what its tokens must name. */
  readonly name: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** Finds the key that a token names. */
  readonly keys: ReturnType<typeof createLocalJWKSet>;
}

export interface IssuerBook {
  /** @param afresh asks for the keys again, at most once a minute: the token names one that is not known. */
  issuer(afresh?: boolean): Promise<Issuer>;
}

/** How long what it said is believed. */
const KEPT = 10 * MINUTE;
const PATIENCE = 5_000;
const MOST_BYTES = 256 * 1024;

const discovery = v.object({
  issuer: v.string(),
  authorization_endpoint: v.string(),
  token_endpoint: v.string(),
  jwks_uri: v.string(),
});

const keySet = v.object({ keys: v.array(v.looseObject({ kty: v.string() })) });

export function createIssuerBook(address: string, now: () => Instant): IssuerBook {
  let kept: { readonly at: Instant; readonly issuer: Promise<Issuer> } | null = null;
  return {
    issuer(afresh = false) {
      const age = kept === null ? Number.POSITIVE_INFINITY : now() - kept.at;
      if (kept !== null && age >= 0 && age < (afresh ? MINUTE : KEPT)) return kept.issuer;
      const asked = { at: now(), issuer: askIssuer(address) };
      kept = asked;
      // A failure is not kept: the next person asks again
      asked.issuer.catch(() => {
        if (kept === asked) kept = null;
      });
      return asked.issuer;
    },
  };
}

async function askIssuer(address: string): Promise<Issuer> {
  const base = withoutSlash(address);
  const told = v.parse(discovery, await fetchJson(`${base}/.well-known/openid-configuration`));
  // People write the address with and without the slash at its end
  if (withoutSlash(told.issuer) !== base)
    throw new Error(`The issuer calls itself ${told.issuer}, expected ${address}.`);
  const own = new URL(address).origin;
  for (const endpoint of [told.authorization_endpoint, told.token_endpoint, told.jwks_uri])
    if (!URL.canParse(endpoint) || new URL(endpoint).origin !== own)
      throw new Error(`The issuer names an address of another origin: ${endpoint}, expected ${own}.`);
  const keys = v.parse(keySet, await fetchJson(told.jwks_uri)) as JSONWebKeySet;
  return {
    name: told.issuer,
    authorizationEndpoint: told.authorization_endpoint,
    tokenEndpoint: told.token_endpoint,
    keys: createLocalJWKSet(keys),
  };
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, "");
}

/** @throws when the answer is not JSON, too large, too late, or another status than 200. */
export async function fetchJson(address: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(address, {
    ...init,
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE),
  });
  const text = await boundedText(answer);
  if (!answer.ok) throw new Error(`${new URL(address).pathname} answered ${answer.status}.`);
  return JSON.parse(text);
}

async function boundedText(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      throw new Error(`The issuer sent more than ${MOST_BYTES} bytes.`);
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString("utf8");
}
