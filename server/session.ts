/**
 * Sessions: a random token in a cookie, its SHA-256 in the database. How long they last is in domain/signInRules.ts. One
 * that was ended from elsewhere is kept for a while, so that what its device still sends can be told from a stranger's.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Account, Credentials, FoundSession } from "../db/store.ts";
import { deviceOf } from "./device.ts";
import type { Deps } from "./deps.ts";
import type { Actor } from "./domain/case.ts";
import { type Duty, dutyOf, type Entry, FRESH, type ProviderName, signInRule } from "./domain/signInRules.ts";
import { DAY, type Instant, MINUTE } from "./domain/time.ts";
import { ifWritable } from "./ifWritable.ts";
import { isHttps } from "./origin.ts";

export interface Session {
  readonly account: Account;
  readonly actor: Actor;
  readonly tokenHash: string;
  readonly credentials: Credentials;
  /** When it was last proved who it is. */
  readonly provedAt: Instant;
  readonly provider: ProviderName;
  /** What must be done before anything else; null for nothing. */
  readonly duty: Duty | null;
}

/** How somebody comes in. */
interface Opening {
  readonly provider: ProviderName;
  /** False while the second factor of the house is still to be asked for. */
  readonly proved: boolean;
}

/** How often a session in use is written down. */
const TOUCH = MINUTE;
/** How long a device that was locked out is remembered. */
const REMEMBERED = 30 * DAY;

/** A new token on every sign-in: one known before signing in is worth nothing. */
export async function openSession(
  c: Context,
  deps: Deps,
  account: Account,
  { provider, proved }: Opening = { provider: "password", proved: true },
): Promise<void> {
  const { people } = deps.store;
  const token = randomBytes(32).toString("base64url");
  const now = deps.clock.now();
  await people.forgetSessions(now - REMEMBERED);
  await people.openSession(hashOf(token), {
    id: deps.ids.row(),
    accountId: account.id,
    createdAt: now,
    seenAt: now,
    device: deviceOf(c.req.header("User-Agent")),
    provedAt: proved ? now : 0,
    provider,
    endedAt: null,
  });
  const https = isHttps(c);
  setCookie(c, "huying_session", token, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    maxAge: signInRule(deps.config.security, account.role).absolute / 1000,
    ...(https ? { secure: true, prefix: "host" } : {}),
  });
}

/**
 * The session of a request; null without one, after it ran out or was ended, or when the account was disabled.
 * @param asked "unasked" for what a page does by itself: it keeps nobody signed in.
 */
export async function sessionOf(
  c: Context,
  deps: Deps,
  asked: "asked" | "unasked" = "asked",
): Promise<Session | null> {
  const known = await knownSession(c, deps);
  if (known === null || known.found.account.disabled || known.found.session.endedAt !== null) return null;
  const { tokenHash, found } = known;
  const { account, credentials, session } = found;
  const now = deps.clock.now();
  const rule = signInRule(deps.config.security, account.role);
  if (now - session.seenAt > rule.idle || now - session.createdAt > rule.absolute) {
    await ifWritable(async () => await deps.store.people.closeSession(tokenHash), deps);
    return null;
  }
  if (asked === "asked" && now - session.seenAt > TOUCH) {
    const { people } = deps.store;
    await ifWritable(async () => await people.touchSession(tokenHash, now), deps);
  }
  const { provedAt, provider } = session;
  const duty = dutyOf(rule, credentials, entryOf({ provider, provedAt }, deps));
  return { account, actor: actorOf(account), tokenHash, credentials, provedAt, provider, duty };
}

export function entryOf(
  { provider, provedAt }: Pick<Session, "provider" | "provedAt">,
  { config }: Pick<Deps, "config">,
): Entry {
  return { provider, provedAt, trustsIssuer: config.oidc?.factor === "issuer" };
}

/** The account of a device that was locked out lately: not signed in, but no stranger either. */
export async function lockedOutAccount(c: Context, deps: Deps): Promise<Account | null> {
  const known = await knownSession(c, deps);
  if (known === null) return null;
  const { account, session } = known.found;
  const isRecent = session.endedAt !== null && deps.clock.now() - session.endedAt <= REMEMBERED;
  return isRecent ? account : null;
}

/** Was it proved lately who this is? */
export function isFresh({ provedAt }: Pick<Session, "provedAt">, now: Instant): boolean {
  return now - provedAt <= FRESH;
}

export async function closeSession(deps: Deps, session: Session | null): Promise<void> {
  if (session) await deps.store.people.closeSession(session.tokenHash);
}

export function forgetCookie(c: Context): void {
  if (isHttps(c)) deleteCookie(c, "huying_session", { path: "/", secure: true, prefix: "host" });
  else deleteCookie(c, "huying_session", { path: "/" });
}

export function actorOf(account: Account): Actor {
  return { id: account.id, role: account.role, unit: account.unit, cells: account.cells };
}

async function knownSession(
  c: Context,
  deps: Deps,
): Promise<{ readonly tokenHash: string; readonly found: FoundSession } | null> {
  const token = isHttps(c) ? getCookie(c, "huying_session", "host") : getCookie(c, "huying_session");
  if (!token) return null;
  const tokenHash = hashOf(token);
  const found = await deps.store.people.session(tokenHash);
  return found && { tokenHash, found };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
