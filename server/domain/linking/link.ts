/** 关联案卷 (全网关联): no duplicate, but who handles one should know of the other. Remembered on both. */
import { type Case, type Decision, type Refusal, refuse } from "../case.ts";
import { carryOut, judge } from "../move.ts";
import { inScope, scopeOf } from "../permit.ts";
import type { Command } from "../workflow.ts";
import { bondsOf, bound, type CaseLink, withBonds } from "./bonds.ts";
import { kinStep } from "./kinStep.ts";
import type { Together } from "./together.ts";

export function link(
  command: Command<"link"> | Command<"unlink">,
  all: Together,
): readonly Decision[] | Refusal {
  const { found, actor, world, kin } = all;
  const judged = judge(found, command, actor, world);
  if ("kind" in judged) return judged;
  const other = kin.named;
  if (other === null || other.case.id === found.case.id || !inScope(scopeOf(actor), other.case))
    return refuse("badValue", { field: "into", given: command.into, expected: "case number" });
  const linked = bondsOf(found.case).links.some(({ to }) => to === other.case.id);
  if (linked && command.action === "link") return refuse("duplicate", { field: "into" });
  if (!linked && command.action === "unlink")
    return refuse("badValue", { field: "into", given: command.into, expected: "linked case" });
  const kind = command.action === "link" ? command.linkKind : null;
  const rules = bound(judged.settled.case, {
    links: linksAfter(judged.settled.case, other.case, kind, world.now),
  });
  const act = { ...judged.act, extra: { facts: {}, rules } };
  const first = carryOut(found, { ...judged, act }, world);
  if (first.kind === "refusal") return first;
  const change = withBonds(other.case, { links: linksAfter(other.case, found.case, kind, world.now) });
  const facts = { into: found.case.number, ...(kind === null ? {} : { linkKind: kind }) };
  return [first, kinStep(other, command.action, { actor, world, facts, change })];
}

/** @param kind null to take the link away. */
function linksAfter(one: Case, other: Case, kind: string | null, at: number): readonly CaseLink[] {
  const others = bondsOf(one).links.filter(({ to }) => to !== other.id);
  return kind === null ? others : [...others, { to: other.id, number: other.number, kind, at }];
}
