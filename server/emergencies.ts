/** 应急状态 as the server knows it: in force now, who is on duty, switched on and off, with briefs in between. */
import type { EmergencyLogRow, Store } from "../db/store.ts";
import type { Deps } from "./deps.ts";
import { type Actor, type Refusal, refuse } from "./domain/case.ts";
import { briefOf, type EmergencyLogKind } from "./domain/emergency/brief.ts";
import { briefDue, type Emergency, onDuty } from "./domain/emergency/emergency.ts";
import type { Reference } from "./domain/reference.ts";
import type { Instant } from "./domain/time.ts";

/** Kept in memory, because every decision asks; read again after each switch and by the job of briefs. */
export interface Emergencies {
  readonly current: () => readonly Emergency[];
  /** Accounts of a unit that are on duty at an instant. */
  readonly onDuty: (unit: string, now: Instant) => readonly string[];
  readonly reload: () => Promise<void>;
  /** Switches come one after the other: two in the same moment would both find the area at peace. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createEmergencies(store: Store, reference: () => Reference): Emergencies {
  let inForce: readonly Emergency[] = [];
  let accounts: ReadonlyMap<string, string> = new Map();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    current: () => inForce,
    onDuty: (unit, now) =>
      onDuty(reference().emergency.roster, now).flatMap((row) => {
        const account = row.unit === unit ? accounts.get(row.username) : undefined;
        return account === undefined ? [] : [account];
      }),
    inTurn(work) {
      const mine = turn.then(work);
      turn = mine.catch(() => null);
      return mine;
    },
    async reload() {
      inForce = await store.emergency.inForce();
      if (inForce.length === 0) return;
      const people = await store.people.list();
      accounts = new Map(
        people.filter(({ disabled }) => !disabled).map(({ username, id }) => [username, id]),
      );
    },
  };
}

export interface NewEmergency {
  readonly area: readonly string[];
  readonly reason: string;
}

export async function beginEmergency(
  sent: NewEmergency,
  actor: Actor,
  deps: Deps,
): Promise<Emergency | Refusal> {
  const known = deps.reference.townships.map(({ code }) => code);
  const unknown = sent.area.find((code) => !known.includes(code));
  if (unknown !== undefined)
    return refuse("badValue", { field: "area", given: unknown, expected: "本县乡镇的代码" });
  return await deps.emergencies.inTurn(() => begun(sent, actor, deps));
}

async function begun(sent: NewEmergency, actor: Actor, deps: Deps): Promise<Emergency | Refusal> {
  const { store, reference, clock, ids, emergencies } = deps;
  await emergencies.reload();
  const already = emergencies.current().find((other) => overlaps(other.area, sent.area));
  if (already)
    return refuse("duplicate", { field: "area", rule: "emergencyOverlaps", given: already.reason });
  const now = clock.now();
  const emergency: Emergency = {
    id: ids.row(),
    area: [...new Set(sent.area)],
    reason: sent.reason.trim(),
    startedAt: now,
    startedBy: actor.id,
    endedAt: null,
    endedBy: null,
    endWords: null,
    version: reference.emergency.version,
  };
  await store.emergency.begin(
    emergency,
    await entryOf("begin", emergency, { actor, at: now, missed: 0 }, deps),
  );
  await emergencies.reload();
  return emergency;
}

/** Everything that was changed by the switch is undone by this one act; clocks that began meanwhile keep their limits. */
export async function endEmergency(
  id: string,
  words: string,
  actor: Actor,
  deps: Deps,
): Promise<Emergency | Refusal> {
  const { store, clock, emergencies } = deps;
  await emergencies.reload();
  const found = emergencies.current().find((row) => row.id === id);
  if (!found) return noEmergency;
  const by = { endedAt: clock.now(), endedBy: actor.id, endWords: words.trim() };
  const entry = await entryOf("end", found, { actor, at: by.endedAt, missed: 0 }, deps);
  const done = await store.emergency.end(id, by, entry);
  await emergencies.reload();
  return done ? { ...found, ...by } : noEmergency;
}

const noEmergency: Refusal = refuse("notFound", { rule: "emergencyOver" });

/** Writes the briefs that are due. @returns how many. */
export async function writeBriefs(deps: Deps): Promise<number> {
  const { store, emergencies, reference, clock } = deps;
  await emergencies.reload();
  let written = 0;
  for (const emergency of emergencies.current()) {
    const [last] = (await store.emergency.log(emergency.id, 1)).filter(({ kind }) => kind === "brief");
    const { briefMinutes } = reference.emergency;
    const due = briefDue(emergency, last?.at ?? null, { briefMinutes, now: clock.now() });
    if (due === null) continue;
    const entry = await entryOf("brief", emergency, { actor: null, ...due }, deps);
    if (await store.emergency.note(entry)) written++;
  }
  return written;
}

interface Entry {
  readonly actor: Actor | null;
  readonly at: Instant;
  readonly missed: number;
}

async function entryOf(
  kind: EmergencyLogKind,
  { id, area, startedAt }: Emergency,
  { actor, at, missed }: Entry,
  { store, reference, clock }: Deps,
): Promise<EmergencyLogRow> {
  const now = clock.now();
  const gap = reference.emergency.briefMinutes * 60_000;
  const counts = await store.emergency.count(area, Math.max(startedAt, at - gap), now);
  const facts = briefOf(counts, reference.emergency, missed);
  return { emergencyId: id, kind, at, recordedAt: now, accountId: actor?.id ?? null, facts };
}

function overlaps(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((code) => b.includes(code));
}
