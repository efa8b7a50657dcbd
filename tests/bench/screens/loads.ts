/** What the first visit of a page costs: bytes on the wire, and the time until it can be used on a slow phone. */
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";

/** 慢速 4G as Lighthouse has it, with a processor six times slower than this one. */
const SLOW = {
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const SLOWER = 6;
/** A busy machine is six times slower still. */
const PATIENCE = 240_000;
const PASSWORD = "huying-demo";

export async function phoneOf(browser: Browser, url: string, username: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 760 },
    isMobile: true,
    hasTouch: true,
    locale: "zh-CN",
    baseURL: url,
    serviceWorkers: "block",
    geolocation: { longitude: 118.832, latitude: 35.582, accuracy: 8 },
    permissions: ["geolocation"],
  });
  await context.request.post("/api/session", { data: { username, password: PASSWORD } });
  return context;
}

/** Gzipped bytes of the scripts and styles that come before anything is pressed. */
export async function bytesOf(context: BrowserContext, path: string) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const bytes = { script: 0, style: 0 };
  const kinds = new Map<string, keyof typeof bytes>();
  await cdp.send("Network.enable");
  cdp.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") kinds.set(requestId, "script");
    if (type === "Stylesheet") kinds.set(requestId, "style");
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) bytes[kind] += encodedDataLength;
  });
  await page.goto(path);
  await page.locator("textarea").first().waitFor();
  await page.close();
  return bytes;
}

/** Milliseconds from the first byte asked for until `selector` is painted and the thread is free, cache empty. */
export async function usableAfter(context: BrowserContext, path: string, selector: string): Promise<number> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await slow(cdp);
  await watchFor(page, selector);
  await page.goto(path, { waitUntil: "commit", timeout: PATIENCE });
  const seen = await page.waitForFunction(() => window.usableAt, undefined, { timeout: PATIENCE });
  const ms = await seen.jsonValue();
  await page.close();
  return ms ?? Number.NaN;
}

async function slow(cdp: CDPSession): Promise<void> {
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  await cdp.send("Network.emulateNetworkConditions", { offline: false, ...SLOW });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}

declare global {
  interface Window {
    usableAt?: number;
    /** When the words of the list had come. */
    listCame?: number;
    listPainted?: number;
  }
}

async function watchFor(page: Page, selector: string): Promise<void> {
  await page.addInitScript((wanted) => {
    const look = () => {
      if (!document.querySelector(wanted)) return void requestAnimationFrame(look);
      // Painted, and whatever stood in line before a press has run
      requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now()), 0));
    };
    requestAnimationFrame(look);
  }, selector);
}

/** Milliseconds from the arrival of fifty rows until they are painted, on a desk. */
export async function listPaint(browser: Browser, url: string, times: number): Promise<readonly number[]> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, baseURL: url });
  await context.request.post("/api/session", { data: { username: "xiaoneng1", password: PASSWORD } });
  await context.addInitScript(() => {
    const ask = window.fetch.bind(window);
    window.fetch = async (input, init) => {
      const answer = await ask(input, init);
      if (!/\/api\/cases\?/u.test(answer.url)) return answer;
      const words = await answer.text();
      window.listCame = performance.now();
      return new Response(words, answer);
    };
    const look = () => {
      if (document.querySelectorAll("[data-case-row]").length < 50) return void requestAnimationFrame(look);
      requestAnimationFrame(() => (window.listPainted = performance.now()));
    };
    requestAnimationFrame(look);
  });
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const page = await context.newPage();
    await page.goto("/cases?tab=all");
    await page.waitForFunction(() => window.listPainted);
    found.push(await page.evaluate(() => (window.listPainted ?? 0) - (window.listCame ?? 0)));
    await page.close();
  }
  await context.close();
  return found;
}

/** Presses of a finger from the open form to a report that is sent: the picture, the kind, the button. */
export async function tapsOfKnownKind(context: BrowserContext, photo: Buffer): Promise<number> {
  const page = await context.newPage();
  let taps = 0;
  await page.goto("/report");
  await page.locator("textarea").first().waitFor();
  // The first press opens the camera, whose own button is not ours
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: photo });
  taps += 1;
  await page.getByRole("img").first().waitFor();
  await page.locator("button[aria-pressed]").first().tap();
  taps += 1;
  await page.getByRole("button", { name: /^提交/u }).tap();
  taps += 1;
  await page
    .getByText(/已提交|已送达|已收到/u)
    .first()
    .waitFor();
  await page.close();
  return taps;
}
