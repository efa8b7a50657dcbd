/** Bodies and queries of the routes of calls. The body of an act is built from the table of moves. */
import * as v from "valibot";
import { type CallCommand, type CallField, type CallMove, callMoves } from "./domain/call/callMoves.ts";
import { signedKinds } from "./domain/call/callFigures.ts";
import { code, line, pageLimit, senderId, words } from "./schema.ts";

const level = v.picklist(["daily", "tough", "emergency"]);
const days = v.optional(
  v.pipe(v.string(), v.regex(/^([1-9]\d?|[12]\d\d|3[0-6]\d)$/, "1 到 369 的天数")),
  "30",
);
const spoken = (max: number) => v.pipe(words(max), v.regex(/[\p{L}\p{N}]/u, "不为空的文字"));

export const launchBody = v.strictObject({
  /** Made by the sender: sending twice launches once. */
  id: senderId,
  caseId: v.nullish(code),
  level,
  itemCode: v.nullish(code),
  lead: v.nullish(code),
  assist: v.optional(v.pipe(v.array(code), v.maxLength(12)), []),
  text: spoken(1000),
  address: v.nullish(line(200)),
  doneBefore: v.nullish(spoken(500)),
});

export const startQuery = v.strictObject({ caseId: v.optional(code), itemCode: v.optional(code) });

export const callListQuery = v.strictObject({
  /** `todo`: it is one's own turn; `attention`: without a lead, climbed or unheard. */
  tab: v.optional(v.picklist(["todo", "open", "attention", "over", "all"]), "all"),
  township: v.optional(code),
  unit: v.optional(code),
  caseId: v.optional(code),
  after: v.optional(line(60)),
  limit: pageLimit,
});

export const figuresQuery = v.strictObject({ days });

/** Calls behind a figure. */
export const behindQuery = v.strictObject({
  days,
  township: v.optional(code),
  unit: v.optional(code),
  signed: v.optional(v.picklist(signedKinds)),
});

export const approvalBody = v.strictObject({ needed: v.boolean() });

const score = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));

const fieldSchemas: Readonly<Record<CallField, v.GenericSchema>> = {
  lead: code,
  basisItem: code,
  reason: spoken(1000),
  result: spoken(2000),
  note: words(1000),
  unit: code,
  department: v.strictObject({ signing: score, arrival: score, solution: score, conduct: score }),
  townshipRating: v.strictObject({ necessity: score, cooperation: score }),
};

const head = {
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  commandId: v.optional(senderId),
};

export const callMoveBody = v.variant("action", callMoves.map(variantOf));

function variantOf({ action, needs, may = [] }: CallMove) {
  const entries = (names: readonly CallField[], schemaOf: (name: CallField) => v.GenericSchema) =>
    Object.fromEntries(names.map((name) => [name, schemaOf(name)]));
  return v.strictObject({
    action: v.literal(action),
    ...head,
    ...entries(needs, (name) => fieldSchemas[name]),
    ...entries(may, (name) => v.optional(fieldSchemas[name])),
  });
}

/** A checked body is a command: its schema was built from the same rows as the type. */
export function callCommandOf(body: { readonly action: string }): CallCommand {
  return body as unknown as CallCommand;
}
