/**
 * 分办: one report that tells of several matters becomes several cases with one end. Each part is handled like any case;
 * the whole waits, its desk answers for the time of the whole, and it comes to its close when the last part has ended.
 */
import { type Case, type Decision, isOver, type Refusal } from "../case.ts";
import { carryOut, type Found, judge } from "../move.ts";
import type { PartValue } from "../fields.ts";
import type { Reading } from "../reader.ts";
import { openCase } from "../report.ts";
import type { Command } from "../workflow.ts";
import { bondsOf, withBonds } from "./bonds.ts";
import { kinStep } from "./kinStep.ts";
import type { Kin, Together } from "./together.ts";

/** What a new case needs that the core cannot make up by itself: names, and how its words are read. */
export interface Birth {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly trackingCode: string;
  readonly reading: Reading;
}

export function split(command: Command<"split">, all: Together): readonly Decision[] | Refusal {
  const { found, actor, world, kin } = all;
  const judged = judge(found, command, actor, world);
  if ("kind" in judged) return judged;
  const whole = judged.settled.case;
  const parts = command.parts.map((part, at) => born(part, whole, kin.births[at], all));
  const facts = { parts: parts.map((part) => part.case.number) };
  const change = withBonds(whole, { parts: parts.map((part) => part.case.id) });
  const act = { ...judged.act, extra: { facts, rules: {}, change } };
  const decision = carryOut(found, { ...judged, act }, world);
  return decision.kind === "refusal" ? decision : [decision, ...parts];
}

/** @throws when fewer names were made than parts are asked for. */
function born(part: PartValue, whole: Case, birth: Birth | undefined, { actor, world }: Together): Decision {
  if (birth === undefined) throw new Error(`No name for a part of ${whole.number}`);
  const { reading, caseId, caseNumber, trackingCode } = birth;
  const report = {
    id: `part-${caseId}`,
    text: part.text.trim(),
    channel: whole.channel,
    point: whole.point,
    address: whole.address,
    photos: whole.photos.filter(({ stage }) => stage === "before").map(({ id }) => id),
    itemCode: part.itemCode ?? null,
    // The desk speaks with the reporter about the whole; their name is kept once.
    reporter: null,
    confidential: whole.confidential,
  };
  const intake = { report, reading, placement: whole.placement, caseId, caseNumber, trackingCode };
  const opened = openCase(intake, actor, world);
  const [event, ...rest] = opened.events;
  const told = event ? [{ ...event, facts: { ...event.facts, whole: whole.number } }, ...rest] : rest;
  return {
    ...opened,
    case: { ...opened.case, ...withBonds(opened.case, { parent: whole.id }) },
    events: told,
  };
}

/** What the end of a part, or its coming back, means for the whole. */
export function wholeAfter(part: Case, change: "ends" | "comesBack", all: Together): Decision | null {
  const whole = wholeOf(part, all.kin);
  if (whole === null) return null;
  const half = { actor: all.actor, world: all.world, facts: { part: part.number } };
  if (change === "comesBack") {
    const waits = whole.case.state === "split";
    return waits ? null : kinStep(whole, "resplit", { ...half, change: { closedAt: null } });
  }
  const others = partsOf(whole.case, all.kin).filter((row) => row.case.id !== part.id);
  const done = others.every((row) => isOver(row.case.state)) && whole.case.state === "split";
  return done ? kinStep(whole, "assemble", { ...half, change: {} }) : null;
}

export function partsOf(whole: Case, { bound }: Kin): readonly Found[] {
  const { parts } = bondsOf(whole);
  return bound.filter((row) => parts.includes(row.case.id));
}

export function wholeOf(part: Case, { bound }: Kin): Found | null {
  const { parent } = bondsOf(part);
  return bound.find((row) => row.case.id === parent) ?? null;
}
