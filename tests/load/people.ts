/** People of the demo county who signed in, found by what they are responsible for. */
import { loadPeople } from "../../fixtures/load.ts";
import type { Role } from "../../server/domain/case.ts";
import type { Client } from "./client.ts";

export interface Person {
  readonly username: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly communities: readonly string[];
  readonly cookie: string;
}

export interface People {
  readonly all: readonly Person[];
  readonly gridWorkers: readonly Person[];
  readonly centre: Person;
  /** The first account of a unit; null where it has none. */
  ofUnit(code: string): Person | null;
  /** Who walks through a cell; null where nobody does. */
  ofCell(code: string): Person | null;
}

/** @throws when somebody cannot sign in: the county was not made by `npm run age`. */
export async function signInAll(client: Client): Promise<People> {
  const { people, password } = loadPeople();
  const all: Person[] = [];
  for (const [index, { username, role, unit, communities }] of people.entries()) {
    if (role === "admin") continue;
    const body = { username, password };
    const from = `10.1.${Math.floor(index / 200)}.${index % 200}`;
    const { status, cookie, text } = await client.ask({ method: "POST", path: "/api/session", body, from });
    if (status !== 200 || cookie === null)
      throw new Error(`${username} got ${status} at signing in: ${text}`);
    all.push({ username, role, unit, communities, cookie });
  }
  const centre = all.find(({ role }) => role === "centre");
  if (!centre) throw new Error("The county has no centre.");
  const desks = all.filter(({ role }) => role !== "gridWorker");
  const gridWorkers = all.filter(({ role }) => role === "gridWorker");
  return {
    all,
    gridWorkers,
    centre,
    ofUnit: (code) => desks.find(({ unit }) => unit === code) ?? null,
    ofCell: (code) =>
      gridWorkers.find(({ communities }) => communities.some((community) => code.startsWith(community))) ??
      null,
  };
}
