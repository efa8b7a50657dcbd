import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./support/axe.ts";
import { openBrowser, visit } from "./support/browser.ts";
import { openHouse, picture } from "./support/house.ts";

const cacheDir = mkdtempSync(join(tmpdir(), "huying-gallery-"));
let server: ViteDevServer;
let browser: Browser;
let url = "";

beforeAll(async () => {
  server = await createServer({
    configFile: "vite.config.ts",
    cacheDir,
    logLevel: "silent",
    server: { port: 0, host: "127.0.0.1" },
  });
  await server.listen();
  url = (server.resolvedUrls?.local[0] ?? "").replace(/\/$/u, "");
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(cacheDir, { recursive: true, force: true });
});

async function opened(at: "phone" | "desktop"): Promise<Page> {
  const { page } = await visit(browser, url, at);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/gallery");
  await page.locator("[data-part=tokens]").waitFor({ timeout: 60_000 });
  await page.getByRole("figure").first().waitFor();
  return page;
}

/** The same part several times on one page has the same name several times: no fault of the part. */
async function faults(page: Page): Promise<readonly string[]> {
  return (await violations(page)).filter((fault) => !fault.startsWith("landmark-unique"));
}

describe("the gallery of parts", () => {
  it.each(["desktop", "phone"] as const)(
    "reads well in three themes on a %s and is never wider than it",
    async (at) => {
      const page = await opened(at);
      for (const theme of ["日间", "关怀版", "墙面暗色"]) {
        await page.getByRole("button", { name: theme, exact: true }).click();
        await picture(page, `gallery-${theme}-${at}`);
        expect(await faults(page), theme).toEqual([]);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([theme, wider]).toEqual([theme, 0]);
      }
      await page.context().close();
    },
  );

  it("shows something in every state of every part", async () => {
    const page = await opened("desktop");
    const bare = await page.locator("[data-state]").evaluateAll((states) =>
      states
        .filter((state) => {
          const stage = state.lastElementChild;
          return (
            !stage || (stage.textContent?.trim() === "" && stage.querySelector("svg, input, button") === null)
          );
        })
        .map(
          (state) =>
            `${state.closest("[data-part]")?.getAttribute("data-part")} ${state.getAttribute("data-state")}`,
        ),
    );
    // What has nothing to say says nothing
    expect(bare.toSorted()).toEqual(["HeldTime empty", "LayerLines empty"]);
    await page.context().close();
  });

  it("says the contrast of every pair of colours as it is worn", async () => {
    const page = await opened("desktop");
    for (const theme of ["日间", "关怀版", "墙面暗色"]) {
      await page.getByRole("button", { name: theme, exact: true }).click();
      const short = await page
        .locator("[data-ratio]")
        .evaluateAll((rows) =>
          rows
            .filter(
              (row) => !(Number(row.getAttribute("data-ratio")) >= Number(row.getAttribute("data-least"))),
            )
            .map((row) => row.textContent),
        );
      expect(short, theme).toEqual([]);
    }
    await page.context().close();
  });
});

describe("the product", () => {
  const house = openHouse();

  it("has no gallery", async () => {
    const { page } = await house.stranger("desktop");
    await page.goto("/gallery");
    await page.getByText("没有这个页面").waitFor();
    expect(await page.locator("[data-part]").count()).toBe(0);
  });
});
