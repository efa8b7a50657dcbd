/** What a first visit of a page fetches. */
import type { Browser, BrowserContext, Page } from "playwright-core";

const PASSWORD = "huying-demo";

export interface FirstPage {
  readonly path: string;
  /** Stands on the page once somebody can work with it. */
  readonly usable: string;
}

/** A phone that has never been here. */
export async function phoneOf(browser: Browser, url: string, username: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 760 },
    isMobile: true,
    hasTouch: true,
    locale: "zh-CN",
    baseURL: url,
    geolocation: { longitude: 118.832, latitude: 35.582, accuracy: 8 },
    permissions: ["geolocation"],
  });
  await context.request.post("/api/session", { data: { username, password: PASSWORD } });
  return context;
}

/** Milliseconds without another file after which a page is taken to have all it wants. */
const QUIET = 2000;
const kinds = { script: ".js", style: ".css" } as const;

/**
 * Bytes on the wire, headers among them: scripts and styles that had come when the page could be used, and all scripts in
 * the end. The page itself says what had come by then: this process may hear of it much later.
 * @param encodings that the browser says it can read.
 */
export async function bytesOf(
  fresh: () => Promise<BrowserContext>,
  { path, usable }: FirstPage,
  encodings: readonly ("br" | "gzip")[],
): Promise<{ readonly script: number; readonly style: number; readonly later: number }> {
  const context = await fresh();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const addresses = new Map<string, string>();
  const bytes = new Map<string, number>();
  await cdp.send("Network.enable");
  await cdp.send("Network.setExtraHTTPHeaders", { headers: { "Accept-Encoding": encodings.join(", ") } });
  cdp.on("Network.responseReceived", ({ requestId, response }) => addresses.set(requestId, response.url));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.set(addresses.get(requestId) ?? requestId, encodedDataLength);
  });
  const at = await opened(page, path, usable);
  for (let known = -1; known !== bytes.size; await page.waitForTimeout(QUIET)) known = bytes.size;
  const came = await page.evaluate((until) => {
    const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return files.filter(({ responseEnd }) => responseEnd <= until).map(({ name }) => name);
  }, at);
  await context.close();
  const sum = (files: Iterable<string>, ending: string) =>
    [...files].filter((file) => file.endsWith(ending)).reduce((all, file) => all + (bytes.get(file) ?? 0), 0);
  return {
    script: sum(came, kinds.script),
    style: sum(came, kinds.style),
    later: sum(bytes.keys(), kinds.script),
  };
}

/** A busy machine is six times slower still. */
const PATIENCE = 240_000;

declare global {
  interface Window {
    usableAt?: number;
  }
}

/** Opens a page. @returns milliseconds until it was painted and its thread free. */
export async function opened(page: Page, path: string, usable: string): Promise<number> {
  // No function has a name in here: the loader of TypeScript would call a helper that the page has not
  await page.addInitScript((wanted) => {
    new MutationObserver((_, watching) => {
      if (!document.querySelector(wanted)) return;
      watching.disconnect();
      // Painted, and whatever stood in line before a press has run
      requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now()), 0));
    }).observe(document, { childList: true, subtree: true });
  }, usable);
  await page.goto(path, { waitUntil: "commit", timeout: PATIENCE });
  const seen = await page.waitForFunction(() => window.usableAt, undefined, { timeout: PATIENCE });
  return (await seen.jsonValue()) ?? Number.NaN;
}
