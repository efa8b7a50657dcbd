/** Fetches what a case file shows. Every case that leaves the server comes through `openFile`, which asks the scope. */
import type { Deps } from "./deps.ts";
import type { CaseAnswer } from "./domain/caseAnswers.ts";
import type { Actor, Case } from "./domain/case.ts";
import { rulesOf } from "./domain/caseRules.ts";
import type { Clock } from "./domain/clock.ts";
import { dayNumber, dayOf } from "./domain/time.ts";
import { layersOn } from "./grid/layersAt.ts";
import { inScope, scopeOf } from "./domain/permit.ts";
import type { OrderNotice, StoredEvent } from "../db/store.ts";
import { shiftOffer } from "./shifts/answers.ts";
import { rulingFor } from "./view/rulings.ts";
import { caseAnswer, type CaseMaterial } from "./view/caseAnswer.ts";

export interface CaseFile {
  readonly case: Case;
  readonly clocks: readonly Clock[];
}

/** The case with its clocks when the actor may see it; null otherwise, also when there is none. */
export async function openFile(id: string, actor: Actor, deps: Deps): Promise<CaseFile | null> {
  const file = await deps.heldFiles.file(id);
  return file && inScope(scopeOf(actor), file.case) ? file : null;
}

/** The whole answer for one person, history and names included. */
export async function showFile(file: CaseFile, actor: Actor, deps: Deps): Promise<CaseAnswer> {
  const { clock, reference, names, calendar, calendars, catalogue, emergencies } = deps;
  const around = { reference, names, calendar, calendars, catalogue: catalogue.current() };
  const viewer = { actor, now: clock.now(), emergencies: emergencies.current(), ...around };
  const { placement, reportedAt } = file.case;
  // What was told in words lies nowhere exactly enough for them
  const point = placement === null || placement.kind === "spoken" ? null : placement.point;
  const [material, ruling, layers] = await Promise.all([
    materialOf(file, deps),
    rulingFor(file.case, deps),
    point === null ? [] : layersOn(dayOf(dayNumber(reportedAt)), point, deps),
  ]);
  const origin = material.events[0]?.facts["source"];
  const offer = shiftOffer(file.case, typeof origin === "string" ? origin : null, deps);
  return caseAnswer({ ...material, ruling, layers, shiftOffer: offer }, viewer);
}

export async function materialOf(file: CaseFile, deps: Deps): Promise<CaseMaterial> {
  const [events, reporter, orders] = await Promise.all([
    deps.store.cases.history(file.case.id),
    deps.store.cases.reporter(file.case.id),
    deps.store.outbox.orders(file.case.id),
  ]);
  return { ...file, events, reporter, orders, nameByAccount: await namesOf(file.case, events, orders, deps) };
}

async function namesOf(
  found: Case,
  events: readonly StoredEvent[],
  orders: readonly OrderNotice[],
  deps: Deps,
): Promise<ReadonlyMap<string, string>> {
  const told = orders.flatMap(({ to, reads }) => [
    ...(to.kind === "account" ? [to.code] : []),
    ...reads.map(({ accountId }) => accountId),
  ]);
  const handlers = (rulesOf(found).handlers ?? []).map(({ account }) => account);
  return await namesOfAccounts([...events.map((event) => event.actorId), ...told, ...handlers], deps);
}

/** Whoever has an account; others are missing. */
export async function namesOfAccounts(
  accountIds: readonly string[],
  deps: Deps,
): Promise<ReadonlyMap<string, string>> {
  return await deps.store.people.namesOf([...new Set(accountIds)]);
}
