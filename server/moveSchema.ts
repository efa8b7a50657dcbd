/** The body of a move, built from the table of moves: one variant per act, with the fields its row names. */
import * as v from "valibot";
import type { FieldName } from "./domain/fields.ts";
import { type Command, type Move, type Mover, moves } from "./domain/workflow.ts";
import { fieldSchema, line, senderId } from "./schema.ts";

/** Moves that people with an account send. */
export const staffMove = union((mover) => mover !== "resident", {
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** Moves of the reporter, shown to be the reporter by `code` (tracking code, or the end of the phone number). */
export const residentMove = union((mover) => mover === "resident", { code: line(40) });

/** A checked body of a move is a command: its schema was built from the same rows as the type. */
export function commandOf(body: { readonly action: string }): Command {
  return body as unknown as Command;
}

function union(by: (mover: Mover) => boolean, head: v.ObjectEntries) {
  const rows: readonly Move[] = moves;
  const variants = rows
    .filter((move) => move.by.some(by))
    .map((move) =>
      v.strictObject({
        action: v.literal(move.action),
        ...head,
        commandId: v.optional(senderId),
        ...entriesOf(move.needs, fieldSchema),
        ...entriesOf(move.may, (name) => v.optional(fieldSchema(name))),
      }),
    );
  return v.variant("action", variants);
}

function entriesOf(
  names: readonly FieldName[],
  schemaOf: (name: FieldName) => v.GenericSchema,
): v.ObjectEntries {
  return Object.fromEntries(names.map((name) => [name, schemaOf(name)]));
}
