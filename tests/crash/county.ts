/** A county small enough to be started anew in a second: three cells, one township desk, no demo. */
import { join } from "node:path";
import { openStore } from "../../db/open.ts";
import type { Store } from "../../db/store.ts";
import { loadReference } from "../../fixtures/load.ts";
import { presetConfig } from "../../server/config.ts";
import { createDeps, type Deps } from "../../server/deps.ts";
import type { Actor } from "../../server/domain/case.ts";
import { DAY, HOUR, type Instant } from "../../server/domain/time.ts";
import { takeIn } from "../../server/intake.ts";
import type { ReporterChannel } from "../../server/jobs/outbox.ts";
import { deliver } from "../../server/jobs/outbox.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { hashPassword } from "../../server/password.ts";
import { cells } from "../support/app.ts";

export const desk = { username: "desk", password: "correct horse battery" } as const;

const reference = loadReference();
const resident: Actor = { id: "resident", role: "resident", unit: null, cells: [] };

/** Where a county lives. */
export interface Place {
  readonly dataDir: string;
  /** null: SQLite in the folder. */
  readonly databaseUrl: string | null;
}

/** What the processes before left behind is opened here, by the same code as theirs, at an hour of our own. */
async function withStore<T>(place: Place, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(place);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

function depsOf(store: Store, { dataDir }: Place, now: Instant): Deps {
  const config = { ...presetConfig(), dataDir, demo: false };
  return createDeps({ store, config, reference, cells, clock: { now: () => now }, log: () => undefined });
}

/** Lays out an empty data folder. */
export async function layOut(place: Place): Promise<void> {
  const hash = await hashPassword(desk.password);
  const now = Date.now();
  await withStore(place, async (store) => {
    await store.grid.publish(
      {
        layer: "governance",
        validFrom: "2026-01-01",
        note: "网格",
        source: "test",
        by: "system",
        at: now,
        kept: [],
        begun: cells,
        ended: [],
      },
      null,
    );
    const post = { role: "township", unit: "371122001", cells: [], posts: [] } as const;
    const account = { id: "desk-1", name: "王文书", disabled: false, demo: false, createdAt: now };
    await store.people.put({ ...account, ...post, username: desk.username }, hash);
  });
}

/** Longer than any holiday: limits count working time, and this may run on a Sunday. */
const LATE_DAYS = 15;

/** Reports that nobody has looked at for weeks: their limits have run out when the next process starts. */
export async function leaveLate(place: Place, ids: readonly string[], now: Instant): Promise<void> {
  await withStore(place, async (store) => {
    for (const [index, id] of ids.entries()) {
      const deps = depsOf(store, place, now - LATE_DAYS * DAY - index * HOUR);
      const taken = await takeIn({ ...lateReport, id }, resident, deps);
      if (taken.kind === "refusal") throw new Error(`A late report was refused: ${taken.code}`);
    }
  });
}

const lateReport = {
  text: "振兴路路灯不亮",
  channel: "public",
  point: { lng: 118.83, lat: 35.58, accuracy: 0, datum: "wgs84" },
  address: null,
  photos: [],
  itemCode: null,
  reporter: { name: "李四", phone: "13800005678" },
  confidential: false,
} as const;

/** What a process that was killed had claimed comes back after its lease: that hour is now. @returns rounds of both. */
export async function workOff(place: Place, channel: ReporterChannel): Promise<void> {
  await withStore(place, async (store) => {
    const deps = depsOf(store, place, Date.now() + 2 * HOUR);
    while ((await sweep(deps)) > 0);
    while ((await deliver(deps, channel)) > 0);
  });
}

export function photoPath(dataDir: string, id: string): string {
  return join(dataDir, "photos", `${id}.jpg`);
}
