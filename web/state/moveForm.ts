/** The form of a move, made from the table of moves and the field list; the server's offer says what is asked. Pure. */
import type { MoveOffer } from "../../server/domain/caseAnswers.ts";
import { type FieldName, fields } from "../../server/domain/fields.ts";
import { actionWords } from "../../server/domain/words.ts";
import { type Action, moveNamed } from "../../server/domain/workflow.ts";

export function actName({ action }: Pick<MoveOffer, "action">): string {
  return actionWords[action as Action] ?? action;
}

/** The act that carries the case on; all others stand beside it. */
const forward: readonly string[] = [
  "file",
  "verified",
  "dispatch",
  "accept",
  "contact",
  "signAssist",
  "finishAssist",
  "finishStage",
  "handle",
  "check",
  "close",
  "followUp",
  "answer",
  "explain",
  "uphold",
  "rule",
  "resume",
  "grantExtension",
  "grantSuspension",
  "grantWait",
];

/** Acts that end or send back: their button is red and their reason is asked. */
const backward = [
  "decline",
  "retract",
  "return",
  "declineAssist",
  "releaseAssist",
  "dispute",
  "rework",
  "refuseRequest",
  "closeUnsolved",
];

export function isForward(action: string): boolean {
  return forward.includes(action);
}

export function isBackward(action: string): boolean {
  return backward.includes(action);
}

/** Forward acts first, quiet ones (更正位置, 催办, 备注) last; the order of the table within each group. */
export function inOrder(offers: readonly MoveOffer[]): readonly MoveOffer[] {
  const rank = ({ action }: MoveOffer) => (isForward(action) ? 0 : isBackward(action) ? 1 : 2);
  return [...offers].sort((a, b) => rank(a) - rank(b));
}

/**
 * Acts at once on a press: nothing to fill in but a remark, and no message to the reporter, which could not be called
 * back. Everything else opens its form.
 */
export function actsAtOnce(offer: MoveOffer): boolean {
  const tellsReporter = moveNamed(offer.action)?.tells.includes("reporter") ?? true;
  return offer.needs.length === 0 && offer.may.every((name) => name === "note") && !tellsReporter;
}

export type FormValues = Readonly<Partial<Record<FieldName, unknown>>>;

export function startValues(offer: MoveOffer): FormValues {
  return { ...offer.defaults };
}

/** One field changed; what belonged to another item (its 立案条件) goes with that item, and whoever leads assists no more. */
export function changed(values: FormValues, name: FieldName, value: unknown): FormValues {
  const kept = name === "itemCode" && value !== values.itemCode ? without(values, "conditionCode") : values;
  const { assistUnits } = kept;
  const others =
    name === "unit" && Array.isArray(assistUnits)
      ? { assistUnits: assistUnits.filter((unit) => unit !== value) }
      : {};
  return { ...kept, ...others, [name]: value };
}

function without(values: FormValues, name: FieldName): FormValues {
  const { [name]: _, ...rest } = values;
  return rest;
}

/** The first needed field that is still empty; null when the form may be sent. */
export function firstMissing(offer: MoveOffer, values: FormValues): FieldName | null {
  return offer.needs.find((name) => isAbsent(values[name])) ?? null;
}

/** Only the fields of this act, without empty ones: what goes over the wire. */
export function sentValues(offer: MoveOffer, values: FormValues): FormValues {
  const sent: Partial<Record<FieldName, unknown>> = {};
  for (const name of [...offer.needs, ...offer.may]) {
    const value = values[name];
    if (isAbsent(value)) continue;
    sent[name] = fields[name].input === "words" ? String(value).trim() : value;
  }
  return sent;
}

function isAbsent(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) && value.length === 0)
  );
}
