/** 并案 and its undoing: two cases change together, and a later un-merge gives back what the merge took. */
import { type Case, type Decision, type Refusal, refuse } from "../case.ts";
import { rulesOf } from "../caseRules.ts";
import { isRunning } from "../clock.ts";
import { brokenRule } from "../guards.ts";
import { carryOut, type Found, judge } from "../move.ts";
import { forbids } from "../permit.ts";
import { type Command, type Move, moveNamed } from "../workflow.ts";
import { bondsOf, bound, type Merged, withBonds } from "./bonds.ts";
import { kinStep } from "./kinStep.ts";
import type { Kin, Together } from "./together.ts";
import { voiced } from "./voices.ts";

export function merge(command: Command<"merge">, all: Together): readonly Decision[] | Refusal {
  const { found, actor, world, kin } = all;
  const lead = kin.named;
  const judged = judge(found, command, actor, world);
  if ("kind" in judged) return judged;
  const no = notTheOther(found.case, lead, command.into) ?? mayNot("gather", lead, all);
  if (no !== null || lead === null) return no ?? refuse("notFound");
  const { settled, act } = judged;
  const memory: Merged = {
    into: lead.case.id,
    number: lead.case.number,
    at: world.now,
    state: settled.case.state,
    holder: settled.case.holder,
    leadUnit: settled.case.leadUnit,
    ladders: rulesOf(settled.case).ladders,
    unheard: rulesOf(settled.case).unheard,
    parked: settled.clocks.filter(isRunning).map(({ id }) => id),
  };
  const change = withBonds(settled.case, { merged: memory });
  const merged = carryOut(
    found,
    { settled, act: { ...act, extra: { facts: {}, rules: {}, change } } },
    world,
  );
  if (merged.kind === "refusal") return merged;
  return [merged, recounted("gather", lead, [...voicesOf(lead.case.id, kin), found.case.id], all)];
}

export function unmerge(command: Command<"unmerge">, all: Together): readonly Decision[] | Refusal {
  const { found, actor, world, kin } = all;
  const judged = judge(found, command, actor, world);
  if ("kind" in judged) return judged;
  const { settled, act } = judged;
  const memory = bondsOf(settled.case).merged;
  const lead = kin.bound.find((row) => row.case.id === memory?.into);
  if (memory === null || lead === undefined) return refuse("notFound", { field: "into" });
  const { state, holder, leadUnit, ladders, unheard } = memory;
  const extra = {
    facts: { lead: memory.number, leadUnit },
    rules: { ladders, unheard, ...bound(settled.case, { merged: null }) },
    change: { state, holder, leadUnit },
  };
  const freed = carryOut(found, { settled, act: { ...act, extra } }, world);
  if (freed.kind === "refusal") return freed;
  const rest = voicesOf(lead.case.id, kin).filter((id) => id !== found.case.id);
  return [freed, recounted("shed", lead, rest, all)];
}

/** 不是重复: remembered on both, so that the pair is never proposed again. */
export function keepApart(command: Command<"keepApart">, all: Together): readonly Decision[] | Refusal {
  const { found, actor, world, kin } = all;
  const judged = judge(found, command, actor, world);
  if ("kind" in judged) return judged;
  const other = kin.named;
  const no = notTheOther(found.case, other, command.into) ?? mayNot("keepApart", other, all);
  if (no !== null || other === null) return no ?? refuse("notFound");
  const rules = apartFrom(judged.settled.case, other.case.id);
  const act = { ...judged.act, extra: { facts: {}, rules } };
  const first = carryOut(found, { ...judged, act }, world);
  if (first.kind === "refusal") return first;
  const change = withBonds(other.case, apartFrom(other.case, found.case.id).bonds ?? {});
  return [first, kinStep(other, "keepApart", { actor, world, facts: { into: found.case.number }, change })];
}

function apartFrom(found: Case, id: string) {
  const { apart, sameAs } = bondsOf(found);
  return bound(found, {
    apart: [...new Set([...apart, id])],
    sameAs: sameAs === id ? null : sameAs,
  });
}

/** The lead with everybody who reported the matter counted anew. */
function recounted(
  action: "gather" | "shed",
  lead: Found,
  ids: readonly string[],
  { found, actor, world, kin }: Together,
): Decision {
  const voices = new Set(ids.map(kin.voiceOf)).size;
  const grouped = ids.length > 1 ? voiced(lead.case, voices, world.reference.linking) : alone(lead.case);
  const facts = { other: found.case.number, voices, urgency: grouped.urgency };
  return kinStep(lead, action, { actor, world, facts, change: grouped });
}

function alone(lead: Case): Pick<Case, "urgency" | "rules"> {
  const base = bondsOf(lead).group?.base ?? lead.urgency;
  return { urgency: base, ...withBonds(lead, { group: null }) };
}

function voicesOf(leadId: string, { bound: kin }: Kin): readonly string[] {
  return [
    leadId,
    ...kin.filter((row) => bondsOf(row.case).merged?.into === leadId).map((row) => row.case.id),
  ];
}

function notTheOther(found: Case, other: Found | null, number: string): Refusal | null {
  return other === null || other.case.id === found.id ? unknownCase(number) : null;
}

/** The same for a number that no case has and for one that is not this person's to see: nobody finds out by trying. */
function unknownCase(given: string): Refusal {
  return refuse("badValue", { field: "into", given, expected: "case number" });
}

/** May this person do to the other case what follows from the act? By the mover of the act, the state and rules of the row. */
function mayNot(action: "gather" | "keepApart", other: Found | null, { actor }: Together): Refusal | null {
  const row = moveNamed(action);
  const asked = moveNamed("merge");
  if (row === null || asked === null || other === null) return null;
  const move: Move = { ...row, by: asked.by };
  const no = forbids(actor, move, other.case);
  if (no !== null)
    return no.code === "wrongState" ? { ...no, field: "into" } : unknownCase(other.case.number);
  const rule = brokenRule(["notFollower"], other.case, { actor });
  return rule === null ? null : refuse("wrongState", { field: "into", rule });
}
