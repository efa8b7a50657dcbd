/** Writes the 安全日志: called by the routes that change accounts, and by the door for what it refused. */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { nanoid } from "nanoid";
import type { App } from "./appEnv.ts";
import type { Deps } from "./deps.ts";
import { type Instant, MINUTE } from "./domain/time.ts";
import type { SecurityFact, SecurityKind } from "./domain/securityLog.ts";
import { addressOf } from "./origin.ts";
import { createRate } from "./rate.ts";
import { routeOf } from "./routeOf.ts";
import type { Session } from "./session.ts";

interface Told {
  /** Whose act it was, where it is not the one who is signed in. */
  readonly accountId?: string | null;
  readonly subject?: string | null;
  readonly detail?: string | null;
}

/** One fact, on disk when this resolves. */
export async function noteSecurity(
  c: Context,
  deps: Deps,
  kind: SecurityKind,
  told: Told = {},
): Promise<void> {
  const session = c.get("session") as Session | null;
  const { accountId = session?.account.id ?? null, subject = null, detail = null } = told;
  await deps.store.security.note({
    id: deps.ids.row(),
    at: deps.clock.now(),
    kind,
    accountId,
    address: addressOf(c, deps),
    subject,
    detail,
  });
}

/** Of the operator at the machine itself. */
export function machineFact(kind: SecurityKind, at: Instant, detail: string | null): SecurityFact {
  return { id: nanoid(), at, kind, accountId: null, address: null, subject: null, detail };
}

/** Whoever asks without end fills no log: what is beyond is counted by the metrics. */
const MOST = 60;

/** Notes whatever a signed-in person was refused: not theirs to do, or not there for them. */
export function refusalsNoted(deps: Deps) {
  const rate = createRate(MOST, MINUTE, deps.clock.now);
  return createMiddleware<App>(async (c, next) => {
    await next();
    const session = c.get("session");
    const { status } = c.res;
    if (!session || (status !== 403 && status !== 404) || !rate.allow(session.account.id)) return;
    const detail = `${status} ${c.req.method} ${routeOf(c)}`;
    await noteSecurity(c, deps, "refused", { subject: subjectOf(c.req.path), detail });
  });
}

/** The id that was asked for, when it looks like one and not like a telephone: addresses are written by strangers. */
function subjectOf(path: string): string | null {
  const named = path.split("/").find((part) => /^(?=.*\d)(?!.*1[3-9]\d{9})[\w-]{8,64}$/.test(part));
  return named ?? null;
}
