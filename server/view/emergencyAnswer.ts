/** Emergencies as a person may see them: the centre, leaders and administrators all, others those of their area. */
import type { Emergency } from "../domain/emergency/emergency.ts";
import { onDuty } from "../domain/emergency/emergency.ts";
import type { EmergenciesAnswer, EmergencyAnswer } from "../domain/emergency/answers.ts";
import type { Actor } from "../domain/case.ts";
import type { Account, EmergencyLogRow } from "../../db/store.ts";
import type { Deps } from "../deps.ts";

/** As many as a page shows; older ones stay in the database. */
const ROWS = 20;
const ENTRIES = 100;

export function maySwitch({ role }: Pick<Actor, "role">): boolean {
  return role === "centre" || role === "admin";
}

export async function emergenciesAnswer(actor: Actor, deps: Deps): Promise<EmergenciesAnswer> {
  const { store, reference, clock, names } = deps;
  const now = clock.now();
  const [recent, people] = await Promise.all([store.emergency.recent(ROWS), store.people.list()]);
  const seen = recent.filter((emergency) => concerns(emergency, actor));
  const logs = await Promise.all(seen.map(({ id }) => store.emergency.log(id, ENTRIES)));
  const { basis, version, briefMinutes, frozen, limits, roster } = reference.emergency;
  const present = new Set(onDuty(roster, now));
  const named = (code: string) => names.holder(code) ?? { code, name: code };
  return {
    maySwitch: maySwitch(actor),
    rows: seen.map((emergency, at) => emergencyAnswer(emergency, logs[at] ?? [], { people, deps })),
    townships: reference.townships.map(({ code, name }) => ({ code, name })),
    rules: {
      basis,
      version,
      briefMinutes,
      frozen,
      limits: limits.map((limit) => ({
        name: reference.policyTexts.get(limit.code)?.name ?? limit.code,
        urgencies: limit.urgencies,
        budget: limit.budget ?? null,
        factor: limit.factor ?? null,
        basis: limit.basis,
      })),
    },
    roster: roster.map((row) => ({
      unit: named(row.unit),
      name: people.find(({ username, disabled }) => username === row.username && !disabled)?.name ?? null,
      from: row.from,
      to: row.to,
      now: present.has(row),
    })),
    now,
  };
}

export function emergencyAnswer(
  emergency: Emergency,
  log: readonly EmergencyLogRow[],
  { people, deps: { names } }: { readonly people: readonly Account[]; readonly deps: Deps },
): EmergencyAnswer {
  const nameOf = (id: string) => people.find((account) => account.id === id)?.name ?? id;
  const { id, area, reason, startedAt, startedBy, endedAt, endedBy, endWords } = emergency;
  return {
    id,
    area: area.map((code) => names.township(code) ?? { code, name: code }),
    reason,
    startedAt,
    startedBy: nameOf(startedBy),
    endedAt,
    endedBy: endedBy === null ? null : nameOf(endedBy),
    endWords,
    log: log.map(({ kind, at, accountId, facts }) => ({
      kind,
      at,
      by: accountId === null ? null : nameOf(accountId),
      facts,
    })),
  };
}

function concerns({ area }: Emergency, { role, unit, cells }: Actor): boolean {
  if (role !== "township" && role !== "gridWorker") return true;
  const own = role === "township" ? [unit ?? ""] : cells.map((cell) => cell.slice(0, 9));
  return area.length === 0 || own.some((code) => area.includes(code));
}
