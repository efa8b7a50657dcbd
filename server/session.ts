/** Sessions: a random token in a cookie, its SHA-256 in the database, 12 hours idle and 7 days in all. */
import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Account } from "../db/store.ts";
import type { Deps } from "./deps.ts";
import type { Actor } from "./domain/case.ts";
import { DAY, HOUR, MINUTE } from "./domain/time.ts";
import { isHttps } from "./origin.ts";

export interface Session {
  readonly account: Account;
  readonly actor: Actor;
  readonly tokenHash: string;
}

const IDLE = 12 * HOUR;
const ABSOLUTE = 7 * DAY;
/** How often a session in use is written down. */
const TOUCH = MINUTE;

/** A new token on every sign-in: one known before signing in is worth nothing. */
export async function openSession(c: Context, deps: Deps, account: Account): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const now = deps.clock.now();
  await deps.store.people.openSession(hashOf(token), { accountId: account.id, createdAt: now, seenAt: now });
  const https = isHttps(c);
  setCookie(c, "huying_session", token, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    maxAge: ABSOLUTE / 1000,
    ...(https ? { secure: true, prefix: "host" } : {}),
  });
}

/** The session of a request; null without one, after it ran out, or when the account was disabled. */
export async function sessionOf(c: Context, deps: Deps): Promise<Session | null> {
  const token = isHttps(c) ? getCookie(c, "huying_session", "host") : getCookie(c, "huying_session");
  if (!token) return null;
  const tokenHash = hashOf(token);
  const found = await deps.store.people.session(tokenHash);
  if (!found || found.account.disabled) return null;
  const now = deps.clock.now();
  const { createdAt, seenAt } = found.session;
  if (now - seenAt > IDLE || now - createdAt > ABSOLUTE) {
    await deps.store.people.closeSession(tokenHash);
    return null;
  }
  if (now - seenAt > TOUCH) await deps.store.people.touchSession(tokenHash, now);
  return { account: found.account, actor: actorOf(found.account), tokenHash };
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

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
