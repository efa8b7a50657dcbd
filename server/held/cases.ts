/**
 * Cases of the last weeks, in memory by where they are: what is open and may be one with a report, and what happened
 * near a place. The record of the database says before every question what was committed since, here or by another
 * process, and only those cases are read again; so the answers are those of the database itself.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ComparedCase, PlacedCase, Store } from "../../db/store.ts";
import { type Box, boxAround } from "../../geo/near.ts";
import { createNearby } from "../../geo/nearby.ts";
import type { Point } from "../../geo/point.ts";
import type { LinkingRules } from "../domain/linking/linkingRules.ts";
import { type Prepared, prepare } from "../domain/linking/suspect.ts";
import { inScope, type Scope } from "../domain/permit.ts";
import { DAY, HOUR, type Instant } from "../domain/time.ts";
import { type Compared, toCompare } from "../view/boundRow.ts";

export interface HeldCases {
  /** As `linking.compared` with a box around the spot: the newest first, with their words made ready. */
  openAround(spot: Point, metres: number, within: Within): Promise<readonly Prepared<Compared>[]>;
  /** Cases of an item since an instant in the box around a spot, in no order. */
  placedAround(
    spot: Point,
    metres: number,
    of: { readonly item: string; readonly scope: Scope; readonly since: Instant },
  ): Promise<readonly PlacedCase[]>;
  /** Takes in what was committed since: every question does it too. */
  refresh(): Promise<void>;
}

interface Within {
  readonly scope: Scope;
  readonly since: Instant;
  readonly limit: number;
}

/** How far back similar cases are looked for. */
export const SIMILAR_DAYS = 30;
/** Entries of the record; whoever is further behind reads everything anew. */
const MOST_BEHIND = 20_000;
/** Changes that are taken in without a pause: in a storm thousands come between two questions, and others wait meanwhile. */
const STEP = 100;

interface Material {
  readonly store: Pick<Store, "linking" | "record" | "changes">;
  readonly clock: { readonly now: () => Instant };
  readonly rules: LinkingRules;
  readonly step?: number;
}

/** Its words are made ready when it is first compared: most cases never are. */
interface Open {
  readonly row: Compared;
  ready?: Prepared<Compared>;
}

export function createHeldCases({ store, clock, rules, step = STEP }: Material): HeldCases {
  const open = createNearby<Open>();
  const placed = createNearby<PlacedCase>();
  const openSpan = Math.max(rules.near.hours, ...rules.near.items.map((row) => row.hours)) * HOUR;
  const placedSpan = SIMILAR_DAYS * DAY;
  /** Entries of the record that are known; null before the first load. */
  let known: number | null = null;
  let erased = 0;
  let sweptAt = 0;

  async function load(size: number): Promise<void> {
    const now = clock.now();
    const all = { kind: "all" } as const;
    const compared = await store.linking.compared(all, { since: now - openSpan });
    const rows = await store.linking.placed(now - placedSpan);
    open.clear();
    placed.clear();
    put(compared, rows);
    known = size;
  }

  function put(compared: readonly ComparedCase[], rows: readonly PlacedCase[]): void {
    for (const row of compared) if (row.spot !== null) open.put(row.id, row.spot, { row: toCompare(row) });
    for (const row of rows) placed.put(row.id, row.spot, row);
  }

  /** @returns the first entry that is not known then. */
  async function renew(from: number, size: number): Promise<number> {
    const changes = await store.record.casesFrom(from, step);
    const ids = [...new Set(changes.map(({ caseId }) => caseId))];
    const [compared, rows] = [await store.linking.comparedOf(ids), await store.linking.placedOf(ids)];
    for (const id of ids) {
      open.drop(id);
      placed.drop(id);
    }
    put(compared, rows);
    const last = changes.length < step ? undefined : changes.at(-1);
    return last === undefined ? size : last.position + 1;
  }

  /** What has become too old is never asked for again. */
  function sweep(now: Instant): void {
    if (now - sweptAt < HOUR) return;
    sweptAt = now;
    for (const { row } of open.things()) if (row.at < now - openSpan) open.drop(row.id);
    for (const { id, reportedAt } of placed.things()) if (reportedAt < now - placedSpan) placed.drop(id);
  }

  async function catchUp(): Promise<void> {
    const gone = await store.changes.count("sealed_words");
    const size = await store.record.size();
    // Erasing leaves no entry: words that went must go from memory too.
    if (known === null || gone !== erased || size < known || size - known > MOST_BEHIND) await load(size);
    while (known !== null && known < size) {
      known = await renew(known, size);
      if (known < size) await nextTurn();
    }
    erased = gone;
    sweep(clock.now());
  }

  /** One after the other: a question waits for what was committed before it was asked. */
  let last: Promise<void> = Promise.resolve();
  async function refresh(): Promise<void> {
    const mine = last.then(catchUp, catchUp);
    last = mine.catch(() => undefined);
    await mine;
  }

  return {
    refresh,
    async openAround(spot, metres, { scope, since, limit }) {
      await refresh();
      return open
        .inBox(boxAround(spot, metres))
        .filter(({ row }) => row.at >= since && inScope(scope, row.case))
        .sort((a, b) => (a.row.id < b.row.id ? 1 : -1))
        .slice(0, limit)
        .map((found) => (found.ready ??= prepare(found.row)));
    },
    async placedAround(spot, metres, { item, scope, since }) {
      await refresh();
      const box: Box = boxAround(spot, metres);
      return placed
        .inBox(box)
        .filter((row) => row.itemCode === item && row.reportedAt >= since && inScope(scope, row));
    },
  };
}
