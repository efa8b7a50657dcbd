/** How soon the first visit of a page can be used on a slow phone: on its clock, and by its own work alone. */
import type { BrowserContext, CDPSession } from "playwright-core";
import { type FirstPage, opened } from "./loads.ts";

/** 慢速 4G as Lighthouse has it, with a processor six times slower than this one. */
const SLOW = {
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const SLOWER = 6;
/**
 * Milliseconds from the first byte asked for until the page is painted and its thread is free. Nothing was fetched
 * before, and the copy for offline days is made as on any first visit.
 */
export async function usableAfter(
  fresh: () => Promise<BrowserContext>,
  { path, usable }: FirstPage,
): Promise<number> {
  const context = await fresh();
  const page = await context.newPage();
  await slow(await context.newCDPSession(page));
  const ms = await opened(page, path, usable);
  await context.close();
  return ms;
}

/** Milliseconds that the page's main thread itself worked until then, as they would be on a processor / 6. */
export async function threadTime(
  fresh: () => Promise<BrowserContext>,
  { path, usable }: FirstPage,
): Promise<number> {
  const context = await fresh();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await opened(page, path, usable);
  const { metrics } = await cdp.send("Performance.getMetrics");
  await context.close();
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1000 * SLOWER;
}

async function slow(cdp: CDPSession): Promise<void> {
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { offline: false, ...SLOW });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}
