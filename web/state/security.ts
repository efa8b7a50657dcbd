/** One's own password, second factor and devices. */
import { signal } from "@preact/signals";
import type { NewFactorAnswer, RecoveryAnswer, SecurityAnswer } from "../../server/domain/sessionAnswers.ts";
import { ask, type Problem, post } from "../api.ts";
import { securityWords as words } from "../securityWords.ts";
import { createResource } from "./resource.ts";
import { loadSession } from "./session.ts";
import { say } from "./toast.ts";

export const security = createResource<SecurityAnswer>(() => ask("/api/session/security"));

/** Shown, not yet in force. */
export const newFactor = signal<NewFactorAnswer | null>(null);

/** Told once. */
export const recoveryCodes = signal<readonly string[] | null>(null);

export async function changePassword(current: string, password: string): Promise<Problem | null> {
  const answer = await post("/api/session/password", { current, password });
  if (answer.kind === "problem") return answer;
  say(words.password.done);
  await Promise.all([loadSession(), security.load()]);
  return null;
}

export async function startFactor(): Promise<Problem | null> {
  const answer = await post<NewFactorAnswer>("/api/session/factor", {});
  if (answer.kind === "problem") return answer;
  newFactor.value = answer.value;
  return null;
}

export async function confirmFactor(code: string): Promise<Problem | null> {
  const answer = await post<RecoveryAnswer>("/api/session/factor/confirm", { code });
  if (answer.kind === "problem") return answer;
  newFactor.value = null;
  recoveryCodes.value = answer.value.codes;
  await Promise.all([loadSession(), security.load()]);
  return null;
}

export async function stopFactor(code: string): Promise<Problem | null> {
  const answer = await post("/api/session/factor/off", { code });
  if (answer.kind === "problem") return answer;
  say(words.factor.stopped);
  await security.load();
  return null;
}

/** @param id null for all but this one. */
export async function endDevice(id: string | null): Promise<Problem | null> {
  const answer = await post<SecurityAnswer>("/api/session/devices/end", { id });
  if (answer.kind === "problem") return answer;
  security.put(answer.value);
  return null;
}

/** Six digits are a code of the app, four groups a recovery code; anything else is the password. */
export async function proveItIsMe(secret: string): Promise<Problem | null> {
  const isCode = /^\d{6}$/.test(secret) || /^([A-Z2-7]{4}-?){4}$/i.test(secret);
  const answer = await post("/api/session/confirm", isCode ? { code: secret } : { password: secret });
  return answer.kind === "problem" ? answer : null;
}
