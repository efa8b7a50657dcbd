/**
 * The chain of events (不可篡改的案卷): every event of a case carries the hash of the one before it, so that nothing
 * can be changed, exchanged, left out or slipped in unseen. Anybody can recompute it from an export:
 *
 *   commitment = hex SHA-256 of the UTF-8 text  salt + "\n" + field + "\n" + value
 *   canonical  = JSON of { action, actorId, actorRole, actorUnit, at, caseId, commandId, facts, from, recordedAt,
 *                seals, seq, to }, keys sorted by UTF-16 code units at every depth, no spaces
 *   hash       = hex SHA-256 of the UTF-8 text  previousHash + canonical
 *
 * `previousHash` of the first event is the empty text. `seals` holds one commitment per free text: people's words
 * stand beside the event, never in it, so erasing them leaves every hash as it was.
 */
import { hash } from "node:crypto";
import type { CaseEvent } from "../server/domain/case.ts";
import { freshSalt } from "./salt.ts";

/** A free text with the salt (32 hex digits) that hides it in its commitment. */
export interface SealedWord {
  readonly salt: string;
  readonly value: string;
}

/** An event ready to be stored: words replaced by their commitments, and its place in the chain. */
export interface ChainedEvent extends Omit<CaseEvent, "words"> {
  readonly seals: Readonly<Record<string, string>>;
  readonly previousHash: string;
  readonly hash: string;
}

export interface Link {
  readonly event: ChainedEvent;
  readonly words: Readonly<Record<string, SealedWord>>;
}

/** Chains the events of a decision to the head of their case. */
export function chain(events: readonly CaseEvent[], headHash: string): readonly Link[] {
  let previousHash = headHash;
  return events.map(({ words, ...bare }) => {
    const sealed = sealWords(words);
    const seals = commitmentsOf(sealed);
    const event = { ...bare, seals, previousHash, hash: hashOf({ ...bare, seals, previousHash }) };
    previousHash = event.hash;
    return { event, words: sealed };
  });
}

export function hashOf(event: Omit<ChainedEvent, "hash">): string {
  const { action, actorId, actorRole, actorUnit, at, caseId, commandId, facts, from, recordedAt } = event;
  const { seals, seq, to } = event;
  const body = { action, actorId, actorRole, actorUnit, at, caseId, commandId, facts, from, recordedAt };
  return sha256(event.previousHash + canonical({ ...body, seals, seq, to }));
}

export function commitmentOf(field: string, word: SealedWord): string {
  return sha256(`${word.salt}\n${field}\n${word.value}`);
}

/** JSON with sorted keys; what `JSON.stringify` leaves out is left out here too. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(",")}]`;
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
  return `{${members.join(",")}}`;
}

function sealWords(words: CaseEvent["words"]): Record<string, SealedWord> {
  return Object.fromEntries(
    Object.entries(words).map(([field, value]) => [field, { salt: freshSalt(), value }]),
  );
}

function commitmentsOf(words: Readonly<Record<string, SealedWord>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([field, word]) => [field, commitmentOf(field, word)]));
}

function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
