/** A county that lives for a few days, for tests. */
import { rmSync } from "node:fs";
import { onTestFinished } from "vitest";
import type { Outcome, Settings } from "../../server/simulate/settings.ts";
import { simulate } from "../../server/simulate/simulate.ts";
import { at } from "../support/calendar.ts";
import { temporaryFolder } from "../support/store.ts";

export async function lived(settings: Partial<Settings> = {}): Promise<Outcome> {
  const dataDir = temporaryFolder();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const plain = { days: 2, seed: "1", faults: false, eventsPerYear: 60_000, start: at("2026-01-05 00:00") };
  return await simulate({ ...plain, dataDir, ...settings });
}
