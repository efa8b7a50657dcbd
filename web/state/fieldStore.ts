/**
 * What a grid worker takes along (今日路线) where there is no network: the tasks on the route with their photos, and the
 * order. Kept for one account; another one's is thrown away, and so is everything when one signs out.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { FieldTask, MapApp } from "../../server/domain/field.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Route } from "./dayRoute.ts";

export interface KeptRoute {
  /** Account whose route it is. */
  readonly by: string;
  readonly route: Route;
  readonly rows: readonly FieldTask[];
  readonly apps: readonly MapApp[];
  readonly at: Instant;
}

interface Shape extends DBSchema {
  readonly route: { readonly key: string; readonly value: KeptRoute };
  readonly photos: { readonly key: string; readonly value: Blob };
}

const HERE = "here";
const NAME = "huying-field";

let opened: Promise<IDBPDatabase<Shape>> | null = null;

function store(): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore("route");
      db.createObjectStore("photos");
    },
  });
  return opened;
}

/** What this account has kept; null where there is nothing, or only somebody else's. */
export async function keptRoute(by: string): Promise<KeptRoute | null> {
  const kept = await (await store()).get("route", HERE);
  return kept?.by === by ? kept : null;
}

/** Keeps the route and takes photos of cases that are on it no more away. */
export async function keepRoute(kept: KeptRoute): Promise<void> {
  const db = await store();
  await db.put("route", kept, HERE);
  const wanted = new Set(kept.rows.flatMap((row) => row.photos.map(({ id }) => id)));
  for (const id of await db.getAllKeys("photos")) if (!wanted.has(id)) await db.delete("photos", id);
}

export async function keptPhoto(id: string): Promise<Blob | null> {
  return (await (await store()).get("photos", id)) ?? null;
}

export async function keepPhoto(id: string, photo: Blob): Promise<void> {
  await (await store()).put("photos", photo, id);
}

/** Where the service worker looks for the base map when there is no network. */
const MAP = "huying-map";
const BASE_MAP = "/api/basemap";

/** The map of the county, unless it is there already: the worker itself keeps only what it saw pass. */
export async function keepMap(): Promise<void> {
  if (!("caches" in globalThis)) return;
  const cache = await caches.open(MAP);
  if (!(await cache.match(BASE_MAP))) await cache.add(BASE_MAP);
}
