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
 * stand beside the event, never in it, so erasing them leaves every hash as it was. The other seals are those of rows
 * (rowSeals.ts).
 */
import { hash } from "node:crypto";
import type { CaseEvent } from "../server/domain/case.ts";
import { canonical } from "./canonical.ts";
import { freshSalt } from "./salt.ts";

/** A free text with the salt (32 hex digits) that hides it in its commitment. */
export interface SealedWord {
  readonly salt: string;
  readonly value: string;
}

/** What can be chained: events of a case, and those of a call, which stand under the call's id in place of `caseId`. */
export interface Chainable extends Omit<CaseEvent, "action" | "from" | "to"> {
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
}

/** An event ready to be stored: words replaced by their commitments, and its place in the chain. */
export interface ChainedEvent<Event extends Chainable = CaseEvent> extends Omit<
  Chainable,
  "words" | "action" | "from" | "to"
> {
  readonly action: Event["action"];
  readonly from: Event["from"];
  readonly to: Event["to"];
  readonly seals: Readonly<Record<string, string>>;
  readonly previousHash: string;
  readonly hash: string;
}

export interface Link<Event extends Chainable = CaseEvent> {
  readonly event: ChainedEvent<Event>;
  readonly words: Readonly<Record<string, SealedWord>>;
}

/**
 * Chains the events of a decision to the head of their case or call.
 * @param rowSeals of the rows that the decision writes beside its events (rowSeals.ts): the last event carries them.
 */
export function chain<Event extends Chainable>(
  events: readonly Event[],
  headHash: string,
  rowSeals: ChainedEvent["seals"] = {},
): readonly Link<Event>[] {
  let previousHash = headHash;
  return events.map((event, index) => {
    const words = sealWords(event.words);
    const link = linkOf(event, words, {
      previousHash,
      rowSeals: index === events.length - 1 ? rowSeals : {},
    });
    previousHash = link.event.hash;
    return link;
  });
}

export function hashOf(event: Omit<ChainedEvent<Chainable>, "hash">): string {
  return hashAfter(event.previousHash, event, event.seals);
}

export function commitmentOf(field: string, word: SealedWord): string {
  return sha256(`${word.salt}\n${field}\n${word.value}`);
}

type Told = Omit<Chainable, "words">;

/** Member by member: spreads that add members would take half of the time of the whole chain. */
function linkOf<Event extends Chainable>(
  event: Event,
  words: Link["words"],
  { previousHash, rowSeals }: { readonly previousHash: string; readonly rowSeals: ChainedEvent["seals"] },
): Link<Event> {
  const { caseId, seq, action, at, recordedAt, actorId, actorRole, actorUnit } = event;
  const { from, to, facts, commandId } = event;
  const seals = Object.assign(commitmentsOf(words), rowSeals);
  const hash = hashAfter(previousHash, event, seals);
  return {
    event: {
      caseId,
      seq,
      action,
      at,
      recordedAt,
      actorId,
      actorRole,
      actorUnit,
      from,
      to,
      facts,
      seals,
      commandId,
      previousHash,
      hash,
    },
    words,
  };
}

function hashAfter(previousHash: string, event: Told, seals: ChainedEvent["seals"]): string {
  return sha256(previousHash + bodyOf(event, seals));
}

/**
 * The canonical text of an event. Its own keys are known and stand here in their order; only those of facts and seals
 * have to be sorted.
 */
function bodyOf(event: Told, seals: ChainedEvent["seals"]): string {
  const { action, actorId, actorRole, actorUnit, at, caseId, commandId } = event;
  const { from, recordedAt, seq, to } = event;
  const upToFacts = JSON.stringify({ action, actorId, actorRole, actorUnit, at, caseId, commandId });
  const upToSeals = JSON.stringify({ from, recordedAt });
  const rest = JSON.stringify({ seq, to });
  return `${upToFacts.slice(0, -1)},"facts":${canonical(event.facts)},${upToSeals.slice(1, -1)},"seals":${canonical(seals)},${rest.slice(1)}`;
}

function sealWords(words: CaseEvent["words"]): Record<string, SealedWord> {
  const sealed: Record<string, SealedWord> = {};
  for (const field of Object.keys(words)) sealed[field] = { salt: freshSalt(), value: words[field] ?? "" };
  return sealed;
}

function commitmentsOf(words: Readonly<Record<string, SealedWord>>): Record<string, string> {
  const seals = Object.create(null) as Record<string, string>;
  for (const [field, word] of Object.entries(words)) seals[field] = commitmentOf(field, word);
  return seals;
}

function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
