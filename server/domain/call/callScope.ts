/** Who may see a call, and by what right somebody acts on it. */
import type { Actor } from "../case.ts";
import type { Post } from "../orders.ts";
import type { Scope } from "../permit.ts";
import type { Call } from "./call.ts";
import type { CallMover } from "./callMoves.ts";

/** A person with the posts that count for calls. */
export interface Caller {
  readonly actor: Actor;
  readonly posts: readonly Post[];
}

/** All that scope asks of a call. */
export interface CallStanding extends Pick<Call, "township" | "sentAt"> {
  readonly answers: readonly { readonly unit: string }[];
}

/**
 * A township sees its own calls, a department those it is called in (once they are sent out), centre and leaders all.
 * Grid workers, residents and administrators see none.
 */
export function inCallScope(scope: Scope, call: CallStanding): boolean {
  switch (scope.kind) {
    case "all":
      return true;
    case "township":
      return call.township === scope.township;
    case "unit":
      return call.sentAt !== null && call.answers.some(({ unit }) => unit === scope.unit);
    case "none":
    case "cells":
    case "case":
      return false;
  }
}

/** The rights by which a person takes part in a call: a head is of the township too, the centre may be called itself. */
export function moversOf({ actor, posts: held }: Caller, call: CallStanding): readonly CallMover[] {
  const { role, unit } = actor;
  const movers: CallMover[] = [];
  if (role === "township" && unit === call.township) {
    movers.push("township");
    if (held.includes("chief")) movers.push("head");
  }
  const isCalled = call.sentAt !== null && call.answers.some((answer) => answer.unit === unit);
  if (isCalled && (role === "department" || role === "centre")) movers.push("department");
  if (role === "centre") movers.push("centre");
  return movers;
}
