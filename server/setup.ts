/** The first account of a county: made with a token that stands in the terminal once (DEMO=off). */
import { randomBytes } from "node:crypto";
import type { Store } from "../db/store.ts";

const TOKEN = "setupToken";

/** The token to print; null once there is an account. */
export async function setupToken(store: Store): Promise<string | null> {
  if ((await store.people.list()).length > 0) return null;
  const kept = await store.settings.get(TOKEN);
  if (kept) return kept;
  const token = randomBytes(24).toString("base64url");
  await store.settings.put(TOKEN, token);
  return token;
}

/** Spent with the first account. */
export async function spendSetupToken(store: Store): Promise<void> {
  await store.settings.put(TOKEN, "");
}
