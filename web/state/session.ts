/** Who is signed in on this browser, and where each role begins its day. */
import { computed, signal } from "@preact/signals";
import type { IssuerAddressAnswer, SessionAnswer } from "../../server/domain/sessionAnswers.ts";
import type { Role } from "../../server/domain/case.ts";
import { ask, type Problem, post } from "../api.ts";

/** `unknown` until the server has been asked once. */
export type Session = SessionAnswer | "unknown" | "none";

export const session = signal<Session>("unknown");

export const account = computed(() => (typeof session.value === "string" ? null : session.value.account));

/** What must be done before anything else: a password of one's own, a second factor. */
export const duty = computed(() => (typeof session.value === "string" ? null : (session.value.duty ?? null)));

/** The county's identity provider says again who it is. */
export const isProvedByIssuer = computed(
  () => typeof session.value !== "string" && session.value.provesByIssuer,
);

/** Pages about cases bear the name of whoever looks at them. */
export const isWatermarked = computed(() => typeof session.value !== "string" && session.value.watermark);

export const unit = computed(() => (typeof session.value === "string" ? null : session.value.unit));

const starts: Record<Role, string> = {
  gridWorker: "/home",
  township: "/cases",
  department: "/cases",
  centre: "/overview",
  leader: "/cockpit",
  admin: "/people",
};

export function startPage(role: Role): string {
  return starts[role];
}

/** Keeps the known person while the server cannot be reached: a phone without signal stays signed in. */
export async function loadSession(): Promise<void> {
  const answer = await ask<SessionAnswer>("/api/session");
  if (answer.kind === "answer") return remember(answer.value);
  if (answer.status === 0) session.value = recalled() ?? "none";
  else forget(answer.code === "deviceEnded");
}

/** @param code of the second factor, where one is asked for. */
export async function signIn(username: string, password: string, code: string): Promise<Problem | null> {
  const sent = { username, password, ...(code === "" ? {} : { code }) };
  const answer = await post<SessionAnswer>("/api/session", sent);
  if (answer.kind === "problem") return answer;
  await loadSession();
  return null;
}

/** Opens the county's identity provider; it leads back to `to`. */
export async function goToIssuer(to: string, prove: boolean): Promise<Problem | null> {
  const answer = await post<IssuerAddressAnswer>("/api/session/oidc", { to, prove });
  if (answer.kind === "problem") return answer;
  location.assign(answer.value.address);
  return null;
}

export async function signOut(): Promise<void> {
  await ask("/api/session", { method: "DELETE" });
  const leaving = account.value?.id;
  forget();
  if (leaving !== undefined) await (await import("./wipe.ts")).wipe(leaving, "signedOut");
}

/** The server said 401 where a person was expected: show the way in, keep what is on the device. */
function forget(isEnded = false): void {
  const last = recalled()?.account.id ?? null;
  if (isEnded && last !== null) localStorage.setItem(ENDED, last);
  ended.value = isEnded ? localStorage.getItem(ENDED) : null;
  session.value = "none";
  localStorage.removeItem(KEPT);
}

const KEPT = "huying.session";
const ENDED = "huying.ended";

/** Whose device this was until somebody ended it: what they had still to send goes out all the same. */
export const ended = signal<string | null>(null);

function remember(known: SessionAnswer): void {
  session.value = known;
  ended.value = null;
  localStorage.removeItem(ENDED);
  localStorage.setItem(KEPT, JSON.stringify(known));
}

function recalled(): SessionAnswer | null {
  const text = localStorage.getItem(KEPT);
  return text === null ? null : (JSON.parse(text) as SessionAnswer);
}
