/**
 * Keeps the shell of the pages on the device, so that the report form opens without a network. Data is never kept
 * here: drafts and the queue live in IndexedDB, everything else is asked from the server.
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
const ICON = "/icon.svg";
const worker = self as unknown as Worker;

worker.addEventListener("install", (event) => event.waitUntil(keepShell().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
  // Names of assets carry their content: what is kept is what would come.
  if (pathname.startsWith("/assets/") || pathname === ICON) event.respondWith(keptOrFetched(request));
  else if (request.mode === "navigate") event.respondWith(fetchedOrShell(request));
});

/** Everything but the map, which is of no use without its ground; what an earlier build left is thrown away. */
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

async function fetchedOrShell(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    return await fetch(request);
  } catch {
    return (await cache.match("/")) ?? Response.error();
  }
}
