/**
 * OpenID Connect, authorization code with PKCE (RFC 7636). One secret in a cookie of the browser makes state, nonce and
 * verifier, so that the answer of the issuer is worth something only in the browser that asked; the database remembers
 * the hash of each state until it is used, so that an answer works once.
 */
import { createHash, randomBytes } from "node:crypto";
import { errors, jwtVerify, type JWTPayload } from "jose";
import * as v from "valibot";
import type { Account } from "../../db/store.ts";
import type { Deps } from "../deps.ts";
import { MINUTE } from "../domain/time.ts";
import { createIssuerBook, fetchJson, type Issuer } from "./issuer.ts";
import { CALLBACK, type OidcConfig } from "./oidcConfig.ts";
import type { Identified, IdentityProvider } from "./provider.ts";

/** Why somebody who comes back from the issuer is not let in. */
export type OidcFault = "oidcState" | "oidcToken" | "oidcUnreachable" | "oidcRefused" | "oidcNoAccount";

/** What came back in the address, and the secret that the browser kept. */
interface CameBack {
  readonly secret: string | undefined;
  readonly state: string | undefined;
  readonly code: string | undefined;
  /** Set by the issuer when the person said no. */
  readonly error: string | undefined;
}

export interface Begun {
  /** For the cookie of the browser. */
  readonly secret: string;
  /** Where the person is sent. */
  readonly address: string;
}

export interface OidcIdentified extends Identified {
  /** Where the person wanted to go. */
  readonly to: string;
  /** Not a sign-in: this account wanted to prove again who it is. */
  readonly proves: string | null;
}

export interface OidcProvider extends IdentityProvider<CameBack, OidcFault> {
  readonly config: OidcConfig;
  /** @param proves account that wants to prove again who it is: the issuer then asks for its sign-in anew. */
  begin(to: string, proves: string | null): Promise<Begun | { readonly fault: "oidcUnreachable" }>;
  identify(given: CameBack): Promise<OidcIdentified | { readonly fault: OidcFault }>;
}

/** From being sent to the issuer until coming back. */
export const START_LASTS = 10 * MINUTE;
/** How far the clocks of the two houses may be apart. */
const SKEW_SECONDS = 60;
/** Signatures with a key pair only: a shared secret or none would let anybody write tokens. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"];

const tokenAnswer = v.object({ id_token: v.pipe(v.string(), v.maxLength(16_384)) });

export function oidcProvider(config: OidcConfig, deps: Pick<Deps, "store" | "clock" | "log">): OidcProvider {
  const { store, clock, log } = deps;
  const book = createIssuerBook(config.issuer, clock.now);
  const callback = `${config.publicUrl}${CALLBACK}`;

  async function tokenOf(code: string, secret: string, { tokenEndpoint }: Issuer): Promise<string> {
    const sent = new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: callback,
      client_id: config.clientId,
      code_verifier: made("verifier", secret),
    });
    const basic = `${encodeURIComponent(config.clientId)}:${encodeURIComponent(config.clientSecret)}`;
    const answer = await fetchJson(tokenEndpoint, {
      method: "POST",
      body: sent,
      headers: {
        Accept: "application/json",
        ...(config.clientSecret === ""
          ? {}
          : { Authorization: `Basic ${Buffer.from(basic).toString("base64")}` }),
      },
    });
    return v.parse(tokenAnswer, answer).id_token;
  }

  async function verified(token: string, secret: string): Promise<JWTPayload> {
    const issuer = await book.issuer();
    const rules = {
      issuer: issuer.name,
      audience: config.clientId,
      algorithms: ALGORITHMS,
      clockTolerance: SKEW_SECONDS,
      maxTokenAge: START_LASTS / 1000,
      currentDate: new Date(clock.now()),
      requiredClaims: ["sub", "iat", "exp", "nonce"],
    };
    const { payload } = await jwtVerify(token, issuer.keys, rules).catch(async (error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      // The issuer has changed its keys since it was asked
      return await jwtVerify(token, (await book.issuer(true)).keys, rules);
    });
    const isOurs = Array.isArray(payload.aud) && payload.aud.length > 1 ? payload["azp"] : config.clientId;
    if (isOurs !== config.clientId) throw new Error("The token was made for several and not for us.");
    if (payload["nonce"] !== made("nonce", secret)) throw new Error("The token answers another request.");
    return payload;
  }

  async function accountOf(claims: JWTPayload): Promise<Account | null> {
    const named = claims[config.claim];
    if (typeof named !== "string" || named === "") return null;
    // An address that nobody has proved to be theirs names nobody
    if (config.claim === "email" && claims["email_verified"] !== true) return null;
    const found = await store.people.byUsername(named);
    return found === null || found.account.disabled ? null : found.account;
  }

  return {
    name: "oidc",
    config,
    async begin(to, proves) {
      const issuer = await book.issuer().catch((error: unknown) => tell("discovery", error));
      if (issuer === null) return { fault: "oidcUnreachable" };
      const secret = randomBytes(32).toString("base64url");
      const state = made("state", secret);
      const now = clock.now();
      await store.people.forgetStarts(now - START_LASTS);
      await store.people.openStart({ id: hashOf(state), createdAt: now, to, proves });
      const address = new URL(issuer.authorizationEndpoint);
      const asked = {
        response_type: "code",
        client_id: config.clientId,
        redirect_uri: callback,
        scope: "openid profile email",
        state,
        nonce: made("nonce", secret),
        code_challenge: hashOf(made("verifier", secret)),
        code_challenge_method: "S256",
        ...(proves === null ? {} : { prompt: "login", max_age: "0" }),
      };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      return { secret, address: address.href };
    },
    async identify({ secret, state, code, error }) {
      if (secret === undefined || state === undefined || state !== made("state", secret))
        return { fault: "oidcState" };
      const start = await store.people.takeStart(hashOf(state));
      if (start === null || clock.now() - start.createdAt > START_LASTS) return { fault: "oidcState" };
      if (error !== undefined || code === undefined) return { fault: "oidcRefused" };
      const issuer = await book.issuer().catch((fault: unknown) => tell("discovery", fault));
      if (issuer === null) return { fault: "oidcUnreachable" };
      const token = await tokenOf(code, secret, issuer).catch((fault: unknown) => tell("token", fault));
      if (token === null) return { fault: "oidcUnreachable" };
      const claims = await verified(token, secret).catch((fault: unknown) => tell("verify", fault));
      if (claims === null) return { fault: "oidcToken" };
      if (start.proves !== null && !isFreshSignIn(claims, start.createdAt)) return { fault: "oidcToken" };
      const account = await accountOf(claims);
      return account === null ? { fault: "oidcNoAccount" } : { account, to: start.to, proves: start.proves };
    },
  };

  /** The operator reads why; the person only that it did not work. Never the token. */
  function tell(step: string, error: unknown): null {
    log("oidc.failed", { step, error: error instanceof Error ? error.name : "unknown" });
    return null;
  }
}

/** The issuer must have asked for the sign-in after it was sent there for that. */
function isFreshSignIn(claims: JWTPayload, askedAt: number): boolean {
  const at = claims["auth_time"];
  return typeof at === "number" && at >= askedAt / 1000 - SKEW_SECONDS;
}

function made(what: "state" | "nonce" | "verifier", secret: string): string {
  return hashOf(`${what} ${secret}`);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
