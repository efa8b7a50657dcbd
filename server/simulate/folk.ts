/** The people of the county: who they are, where they sign in, and what they are like. */
import type { Account, Store } from "../../db/store.ts";
import { createChance } from "../demo/chance.ts";
import type { Actor, Case } from "../domain/case.ts";
import { rulesOf } from "../domain/caseRules.ts";

export interface Person {
  readonly account: Account;
  readonly actor: Actor;
  cookie: string | null;
  /** 1 is punctual; 3 takes three times as long. */
  readonly slowness: number;
  /** Hands in what was never done, now and then. */
  readonly cheats: boolean;
  readonly sendsBack: boolean;
}

export interface Folk {
  readonly everybody: readonly Person[];
  /** The account of a desk: never a grid worker's. */
  unit(code: string): readonly Person[];
  cell(code: string): readonly Person[];
  role(role: Account["role"]): readonly Person[];
  /** Who may have something to do with a case. */
  around(found: Case): readonly Person[];
}

export async function gatherFolk(store: Store, seed: string): Promise<Folk> {
  const accounts = [...(await store.people.list())].sort((a, b) => (a.id < b.id ? -1 : 1));
  const everybody = accounts.map((account) => personOf(account, seed));
  const byUnit = grouped(everybody, ({ account: { role, unit } }) =>
    role === "gridWorker" || !unit ? [] : [unit],
  );
  const byCell = grouped(everybody, ({ account: { role, cells } }) => (role === "gridWorker" ? cells : []));
  const byRole = grouped(everybody, ({ account: { role } }) => [role]);
  const unit = (code: string) => byUnit.get(code) ?? [];
  const cell = (code: string) => byCell.get(code) ?? [];
  return {
    everybody,
    unit,
    cell,
    role: (role) => byRole.get(role) ?? [],
    around(found) {
      const { assistants = [], parties, recheck, supervision, dispute } = rulesOf(found);
      const units = [
        found.townshipCode,
        found.leadUnit,
        found.holder,
        supervision?.unit,
        ...assistants.map((row) => row.unit),
        ...parties,
        ...(dispute?.rulers ?? []),
      ];
      const people = [
        ...units.flatMap((code) => (code ? [...unit(code), ...cell(code)] : [])),
        ...(found.cellCode === null ? [] : cell(found.cellCode)),
        ...cell(recheck?.unit ?? ""),
        ...(byRole.get("centre") ?? []),
        ...(byRole.get("leader") ?? []),
      ];
      return [...new Set(people)];
    },
  };
}

function personOf(account: Account, seed: string): Person {
  const { id, role, unit, cells } = account;
  const chance = createChance(`${seed} ${id}`);
  return {
    account,
    actor: { id, role, unit, cells },
    cookie: null,
    slowness: chance.weighted([0.6, 1, 1.6, 3], (value) => (value === 1 ? 5 : 1)),
    cheats: role === "department" && chance.happens(0.1),
    sendsBack: chance.happens(0.15),
  };
}

function grouped(
  people: readonly Person[],
  keysOf: (person: Person) => readonly string[],
): ReadonlyMap<string, readonly Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people)
    for (const key of keysOf(person)) groups.set(key, [...(groups.get(key) ?? []), person]);
  return groups;
}
