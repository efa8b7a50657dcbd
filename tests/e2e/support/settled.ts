import type { Page, Request } from "playwright-core";
import { expect } from "vitest";

/** What each page has asked for and not been answered yet. */
const asked = new WeakMap<Page, Set<Request>>();

/** The line of news stays open as long as its page. */
const endless = /\/api\/live/u;

/** Notes from now on what a page waits for; what its service worker fetches ahead is not its own. */
export function noteRequests(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on("request", (request) => {
    if (request.serviceWorker() === null && !endless.test(request.url())) open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
}

/**
 * Until a page has said all it has to say: what it asked for is answered and drawn, and nothing is marked as loading. Twice in a
 * row, as a page that was just left may still stand for a frame. A page without scripts is whole when it has loaded.
 */
export async function settled(page: Page, timeout = 20_000): Promise<void> {
  if (!asked.has(page)) return;
  await page.locator("main, [role=main]").first().waitFor();
  const looks = async () => [...(await awaited(page)), ...(await awaited(page))];
  await expect.poll(looks, { timeout, interval: 20 }).toEqual([]);
}

async function awaited(page: Page): Promise<readonly string[]> {
  const marked = await page.evaluate(async () => {
    // An answer is drawn with the next frame, and what that asks for in its turn is sent before the one after
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const busy = [...document.querySelectorAll("[aria-busy=true]")].map(({ outerHTML }) => outerHTML);
    return document.body.innerText.includes("正在加载") ? [...busy, "正在加载"] : busy;
  });
  return [...marked, ...[...(asked.get(page) ?? [])].map((request) => request.url())];
}
