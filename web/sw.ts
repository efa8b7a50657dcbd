/**
 * Keeps the shell of the pages on the device, so that the report form opens without a network, and the base map, so
 * that one can point at it. No data of cases is kept here: drafts and the queue live in IndexedDB.
 */

/** The part of a service worker's world that is used here; the DOM library does not know it. */
interface Worker {
  addEventListener(kind: "install" | "activate" | "fetch", hear: (event: WorkerEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

interface WorkerEvent {
  readonly request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

const CACHE = "huying-shell";
const MAP = "huying-map";
/** What the phone goes on with where there is no network: the base map, and the names by which it hears addresses. */
const MAPS = ["/api/basemap", "/api/gazetteer"];
const ICON = "/icon.svg";
const worker = self as unknown as Worker;

worker.addEventListener("install", (event) => event.waitUntil(keepShell().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (MAPS.includes(pathname)) return event.respondWith(fetchedOrKept(request));
  if (pathname.startsWith("/api/")) return;
  // Names of assets carry their content: what is kept is what would come.
  if (pathname.startsWith("/assets/") || pathname === ICON) event.respondWith(keptOrFetched(request));
  else if (request.mode === "navigate") event.respondWith(fetchedOrShell(request));
});

/** Everything a page may need; what an earlier build left is thrown away. */
async function keepShell(): Promise<void> {
  const files = (await (await fetch("/shell.json", { cache: "no-store" })).json()) as readonly string[];
  const cache = await caches.open(CACHE);
  const wanted = new Set(["/", ICON, ...files]);
  await cache.addAll([...wanted]);
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

async function keptOrFetched(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}

/** The newest base map where there is a network, the one kept last where there is none. */
async function fetchedOrKept(request: Request): Promise<Response> {
  const cache = await caches.open(MAP);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch {
    return (await cache.match(request)) ?? Response.error();
  }
}

async function fetchedOrShell(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    return await fetch(request);
  } catch {
    return (await cache.match("/")) ?? Response.error();
  }
}
