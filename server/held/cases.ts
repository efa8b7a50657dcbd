/**
 * Cases of the last weeks, in memory by where they are: what is open and may be one with a report, and what happened
 * near a place. The record of the database says before every question what was committed since, here or by another
 * process, and only those cases are read again; so the answers are those of the database itself.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { PlacedCase, Store } from "../../db/store.ts";
import { type Box, boxAround } from "../../geo/near.ts";
import { createNearby } from "../../geo/nearby.ts";
import type { Point } from "../../geo/point.ts";
import type { LinkingRules } from "../domain/linking/linkingRules.ts";
import { type Prepared, prepare } from "../domain/linking/suspect.ts";
import { underWay } from "../domain/moves/linking.ts";
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

/** Its words are read and made ready when it is first compared: most cases never are. */
interface Held {
  readonly placed: PlacedCase;
  ready?: Prepared<Compared>;
}

export function createHeldCases({ store, clock, rules, step = STEP }: Material): HeldCases {
  const held = createNearby<Held>();
  const openSpan = Math.max(rules.near.hours, ...rules.near.items.map((row) => row.hours)) * HOUR;
  const span = Math.max(openSpan, SIMILAR_DAYS * DAY);
  /** Entries of the record that are known; null before the first load. */
  let known: number | null = null;
  let erased = 0;
  let sweptAt = 0;

  async function load(size: number): Promise<void> {
    const rows = await store.linking.placed(clock.now() - span);
    held.clear();
    put(rows);
    known = size;
  }

  function put(rows: readonly PlacedCase[]): void {
    for (const placed of rows) held.put(placed.id, placed.spot, { placed });
  }

  /** @returns the first entry that is not known then. */
  async function renew(from: number, size: number): Promise<number> {
    const changes = await store.record.casesFrom(from, step);
    const ids = [...new Set(changes.map(({ caseId }) => caseId))];
    const rows = await store.linking.placedOf(ids);
    for (const id of ids) held.drop(id);
    put(rows);
    const last = changes.length < step ? undefined : changes.at(-1);
    return last === undefined ? size : last.position + 1;
  }

  /** What has become too old is never asked for again. */
  function sweep(now: Instant): void {
    if (now - sweptAt < HOUR) return;
    sweptAt = now;
    for (const { placed } of held.things()) if (placed.reportedAt < now - span) held.drop(placed.id);
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
      const near = held
        .inBox(boxAround(spot, metres))
        .filter(({ placed }) => mayBeOne(placed) && placed.reportedAt >= since && inScope(scope, placed))
        .sort((a, b) => (a.placed.id < b.placed.id ? 1 : -1))
        .slice(0, limit);
      await makeReady(near);
      return near.flatMap(({ ready }) => ready ?? []);
    },
    async placedAround(spot, metres, { item, scope, since }) {
      await refresh();
      const box: Box = boxAround(spot, metres);
      return held
        .inBox(box)
        .map(({ placed }) => placed)
        .filter((row) => row.itemCode === item && row.reportedAt >= since && inScope(scope, row));
    },
  };

  /** Those that went on meanwhile stay as they are: they are one with nothing any more. */
  async function makeReady(near: readonly Held[]): Promise<void> {
    const unread = new Map(
      near.filter(({ ready }) => ready === undefined).map((one) => [one.placed.id, one]),
    );
    if (unread.size === 0) return;
    for (const row of await store.linking.comparedOf([...unread.keys()])) {
      const one = unread.get(row.id);
      if (one) one.ready = prepare(toCompare(row));
    }
  }
}

function mayBeOne({ state }: PlacedCase): boolean {
  return (underWay as readonly string[]).includes(state);
}
