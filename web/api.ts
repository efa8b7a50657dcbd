/**
 * The one door to the server. Every call ends as an answer or as a problem with a Chinese sentence; nothing throws,
 * so that no screen can forget the offline case.
 */
import type { ProblemAnswer, RuleAnswer } from "../server/domain/ruleAnswers.ts";
import { words } from "./words.ts";

export interface Problem {
  readonly kind: "problem";
  /** 0: the server was not reached. */
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly field: string | null;
  /** The rule behind it, where a rule of the trade says no. */
  readonly rule?: RuleAnswer;
}

export type Answer<T> = { readonly kind: "answer"; readonly value: T; readonly status: number } | Problem;

interface Ask {
  readonly method?: "GET" | "POST" | "DELETE";
  readonly body?: unknown;
  /** Sent as it is: a photo. */
  readonly blob?: Blob;
  readonly timeout?: number;
  /** The good answer is text, not JSON. */
  readonly text?: boolean;
}

const PATIENCE = 20_000;

/** @param path begins with `/api/`. */
export async function ask<T>(path: string, request: Ask = {}): Promise<Answer<T>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), request.timeout ?? PATIENCE);
  try {
    const response = await fetch(path, { ...initOf(request), signal: stop.signal });
    return await read<T>(response, request.text ?? false);
  } catch {
    return unreached(stop.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

export function post<T>(path: string, body: unknown): Promise<Answer<T>> {
  return ask<T>(path, { method: "POST", body });
}

/** The same for an answer that is no text. */
export async function askBuffer(path: string): Promise<Answer<ArrayBuffer>> {
  try {
    const response = await fetch(path, { credentials: "same-origin" });
    if (response.ok) return { kind: "answer", value: await response.arrayBuffer(), status: response.status };
    return problemOf(response.status, parse(await response.text()) as Partial<ProblemAnswer> | null);
  } catch {
    return unreached(false);
  }
}

/** Bytes that may be many on a slow line; null when they did not come. */
export async function askBytes(path: string): Promise<Uint8Array | null> {
  try {
    const response = await fetch(path, { credentials: "same-origin" });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

/** `?a=1&b=2` of the values that are there; empty without any. */
export function queryOf(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

function initOf({ method = "GET", body, blob }: Ask): RequestInit {
  const init: RequestInit = { method, credentials: "same-origin" };
  if (blob)
    return { ...init, body: blob, headers: { "content-type": blob.type, accept: "application/json" } };
  if (body === undefined) return { ...init, headers: { accept: "application/json" } };
  return {
    ...init,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", accept: "application/json" },
  };
}

async function read<T>(response: Response, isText: boolean): Promise<Answer<T>> {
  const text = await response.text();
  if (isText && response.ok) return { kind: "answer", value: text as T, status: response.status };
  const json: unknown = parse(text);
  if (response.ok) return { kind: "answer", value: json as T, status: response.status };
  return problemOf(response.status, json as Partial<ProblemAnswer> | null);
}

function parse(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function problemOf(status: number, answer: Partial<ProblemAnswer> | null): Problem {
  return {
    kind: "problem",
    status,
    code: answer?.code ?? `http${status}`,
    detail: answer?.detail ?? words.problem.strange(status),
    field: answer?.field ?? null,
    ...(answer?.rule === undefined ? {} : { rule: answer.rule }),
  };
}

/** The server was not reached. */
export function unreached(timedOut: boolean): Problem {
  const detail = timedOut ? words.problem.timeout : words.problem.offline;
  return { kind: "problem", status: 0, code: timedOut ? "timeout" : "offline", detail, field: null };
}
