import type { BrowserContext, Page, Request } from "playwright-core";
import { expect } from "vitest";

/** What each browser has asked for and not been answered yet. */
const asked = new WeakMap<BrowserContext, Set<Request>>();

/** The line of news stays open as long as its page. */
const endless = /\/api\/live/u;

/** Notes from now on what the pages of a browser wait for; what its service worker fetches ahead is not theirs. */
export function noteRequests(context: BrowserContext): void {
  const open = new Set<Request>();
  asked.set(context, open);
  context.on("request", (request) => {
    if (request.serviceWorker() === null && !endless.test(request.url())) open.add(request);
  });
  context.on("requestfinished", (request) => open.delete(request));
  context.on("requestfailed", (request) => open.delete(request));
}

/** Until a page has said all it has to say: what it asked for is answered and drawn, and nothing is marked as loading. */
export async function settled(page: Page, timeout = 20_000): Promise<void> {
  await page.locator("main, [role=main]").first().waitFor();
  await expect.poll(() => awaited(page), { timeout, interval: 20 }).toEqual([]);
}

async function awaited(page: Page): Promise<readonly string[]> {
  const marked = await page.evaluate(async () => {
    // An answer is drawn with the next frame, and what that asks for in its turn is sent before the one after
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const busy = [...document.querySelectorAll("[aria-busy=true]")].map(({ outerHTML }) => outerHTML);
    return document.body.innerText.includes("正在加载") ? [...busy, "正在加载"] : busy;
  });
  return [...marked, ...[...(asked.get(page.context()) ?? [])].map((request) => request.url())];
}
