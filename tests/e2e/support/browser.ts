import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { noteRequests } from "./settled.ts";

const phone = { width: 360, height: 760 };
const desktop = { width: 1366, height: 768 };

/** The system's Chromium; `CHROMIUM` names another one. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests that left the server's own origin: there must be none. */
  readonly strangers: readonly string[];
  /** Errors of scripts and refusals of the content security policy. */
  readonly faults: readonly string[];
}

/** A person's own browser: nothing is shared with the others. Scripts may be switched off, as some do. */
export async function visit(
  browser: Browser,
  url: string,
  at: "phone" | "desktop",
  options: Pick<BrowserContextOptions, "javaScriptEnabled"> = {},
): Promise<Visit> {
  const context = await browser.newContext({
    ...options,
    viewport: at === "phone" ? phone : desktop,
    isMobile: at === "phone",
    hasTouch: at === "phone",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    geolocation: { longitude: 118.832, latitude: 35.582, accuracy: 8 },
    permissions: ["geolocation"],
    baseURL: url,
  });
  const strangers: string[] = [];
  const faults: string[] = [];
  if (options.javaScriptEnabled !== false) context.on("page", noteRequests);
  context.on("request", (request) => {
    const address = new URL(request.url());
    if (address.protocol.startsWith("http") && address.origin !== url) strangers.push(request.url());
  });
  context.on("weberror", (thrown) => faults.push(thrown.error().message));
  context.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Uncaught/.test(message.text()))
      faults.push(message.text());
  });
  return { context, page: await context.newPage(), strangers, faults };
}
