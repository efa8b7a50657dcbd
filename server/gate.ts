/**
 * The gate before the framework (decision 0042): so many requests are worked on at once and no more. Whoever is signed in
 * passes before strangers, strangers pass one address like another, and health is always answered. The surplus is told at
 * once to come again, which costs almost nothing, and what was let in is finished.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { doorTitles, doorWords } from "./problemWords.ts";

export interface GateLimits {
  /** Requests of people who are signed in, or say so, worked on at once. */
  readonly staff: number;
  /** Requests of everybody else. */
  readonly strangers: number;
  /** Of these, from one address: an office, a village behind one mast, or a proxy that was not told of. */
  readonly anAddress: number;
  /** Milliseconds that the event loop may be late; beyond it strangers get an eighth of their places. */
  readonly lag: number;
}

export const gateLimits: GateLimits = { staff: 256, strangers: 48, anAddress: 32, lag: 250 };

interface Material {
  readonly limits?: GateLimits;
  readonly trustProxy: boolean;
  /** How late the event loop is, in milliseconds. */
  readonly lag: () => number;
  readonly onShed: () => void;
}

/** Seconds; spread, so that those who were sent away do not all come back in the same one. */
const [RETRY, SPREAD] = [3, 8];

export function createGate({ limits = gateLimits, trustProxy, lag, onShed }: Material) {
  let [staff, strangers, shed] = [0, 0, 0];
  const oneByOne = createTurns();
  const byAddress = new Map<string, number>();

  function staffPass(): (() => void) | null {
    if (staff >= limits.staff) return null;
    staff += 1;
    return () => void (staff -= 1);
  }

  function strangerPass(address: string): (() => void) | null {
    const places = lag() > limits.lag ? Math.ceil(limits.strangers / 8) : limits.strangers;
    const own = byAddress.get(address) ?? 0;
    if (strangers >= places || own >= limits.anAddress) return null;
    strangers += 1;
    byAddress.set(address, own + 1);
    return () => {
      strangers -= 1;
      const left = (byAddress.get(address) ?? 1) - 1;
      if (left > 0) byAddress.set(address, left);
      else byAddress.delete(address);
    };
  }

  return function before(handler: RequestListener): RequestListener {
    return (request, response) => {
      if (isVital(request)) return handler(request, response);
      const isStaff = isSignedIn(request);
      const leave = isStaff ? staffPass() : strangerPass(addressOf(request, trustProxy));
      if (leave === null) {
        shed += 1;
        onShed();
        return turnAway(request, response, RETRY + (shed % SPREAD));
      }
      // Once, whether it was answered or the line broke
      response.once("close", leave);
      const begin = () => void (response.closed || handler(request, response));
      return isStaff ? begin() : oneByOne(begin);
    };
  };
}

/**
 * Strangers begin one in each turn of the event loop, so that whoever is signed in waits for the work of one of them and
 * not of all that came in the same moment.
 */
function createTurns(): (begin: () => void) => void {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  function next(): void {
    const begin = waiting.shift();
    isTaken = begin !== undefined;
    if (begin === undefined) return;
    setImmediate(next);
    begin();
  }
  return (begin) => {
    waiting.push(begin);
    if (!isTaken) next();
  };
}

/** Health, and the open lines of live pages, which wait and do nothing. */
const vital: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics", "/api/live"]);

/** The files of the pages: they cost little, and a page that misses one of them does nothing at all. */
const shell = /^\/(assets\/|icon(-[a-z0-9-]+)?\.(svg|png)$|sw\.js$|shell\.json$|manifest\.webmanifest$)/;

function isVital({ url = "" }: IncomingMessage): boolean {
  const path = url.split("?")[0] ?? "";
  return vital.has(path) || shell.test(path);
}

/** A claim that costs nothing to make: whoever makes it falsely only competes with the others who do. */
function isSignedIn({ headers }: IncomingMessage): boolean {
  return /(^|; ?)(__Host-)?huying_session=/.test(headers.cookie ?? "");
}

function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  return forwarded || (socket.remoteAddress ?? "unknown");
}

function turnAway(request: IncomingMessage, response: ServerResponse, seconds: number): void {
  const [status, code] = [503, "busy"] as const;
  const type = `urn:huying:problem:${code}`;
  const body = JSON.stringify({ type, title: doorTitles[status], status, code, detail: doorWords[code] });
  response.writeHead(status, {
    "Content-Type": "application/problem+json",
    "Retry-After": String(seconds),
    "Cache-Control": "no-store",
    Connection: "close",
  });
  response.end(body);
  // What is still coming is let through to nowhere, so that the answer is read
  request.resume();
}

const GRAIN = 50;

/** Watches how late the event loop is; stops with the process. */
export function watchLag(): { readonly lag: () => number; readonly stop: () => void } {
  let due = performance.now() + GRAIN;
  let late = 0;
  const timer = setInterval(() => {
    late = Math.max(0, performance.now() - due);
    due = performance.now() + GRAIN;
  }, GRAIN).unref();
  return { lag: () => late, stop: () => clearInterval(timer) };
}
