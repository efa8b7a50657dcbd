/**
 * Grid workers enough that none sends more in ten minutes than one account may (fixtures/limits.json): a storm is many people,
 * not a few who write faster than anybody can.
 */
import { hash } from "@node-rs/argon2";
import { openSqlite } from "../../db/sqlite.ts";
import { loadLimits } from "../../fixtures/limits.ts";
import { loadPeople } from "../../fixtures/load.ts";
import type { Client } from "../load/client.ts";

const PASSWORD = "Bench-sender-2026";

/** @param reports how many they shall send together within ten minutes. */
export function sendersFor(reports: number): number {
  return Math.ceil(reports / loadLimits().reportsByAccount) + 1;
}

/** Writes their accounts into a county that no server has open, like those of its first grid worker. */
export async function hireSenders(folder: string, count: number): Promise<void> {
  const [worker] = loadPeople().people.filter(({ role }) => role === "gridWorker");
  if (!worker) throw new Error("The demo county has no grid worker");
  const { communities: _, ...person } = worker;
  // Cheap to check: what is measured begins after the sign-in
  const cheap = await hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  const store = openSqlite(folder);
  for (let n = 0; n < count; n += 1) {
    const own = { username: nameOf(n), id: `bench-${nameOf(n)}`, cells: [], posts: [] };
    await store.people.put({ ...person, ...own, disabled: false, demo: true, createdAt: Date.now() }, cheap);
  }
  await store.close();
}

/** Their cookies. One after the other and each from an address of its own: a crowd at one door has to wait. */
export async function signInSenders(client: Client, count: number): Promise<readonly string[]> {
  const cookies: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const body = { username: nameOf(n), password: PASSWORD };
    const from = `10.2.${Math.floor(n / 200)}.${n % 200}`;
    const { cookie, text } = await client.ask({ method: "POST", path: "/api/session", body, from });
    if (cookie === null) throw new Error(`${nameOf(n)} was not signed in: ${text}`);
    cookies.push(cookie);
  }
  return cookies;
}

function nameOf(n: number): string {
  return `sender${n}`;
}
