import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { openBrowser, visit, type Visit } from "./browser.ts";
import { type RunningServer, startServer } from "./server.ts";
import { settled } from "./settled.ts";

type Screen = "phone" | "desktop";

/** A running demo county with a browser beside it, for the stories of one file. */
export interface House {
  /** Where the county answers; known once the first story runs. */
  readonly url: () => string;
  /** Everything the county printed so far. */
  readonly printed: () => string;
  /** Somebody who is not signed in, in a browser of their own. */
  readonly stranger: (at: Screen) => Promise<Visit>;
  /** The same with scripts switched off. */
  readonly withoutScripts: (at: Screen) => Promise<Visit>;
  /** A person of the demo county, signed in, in a browser of their own. */
  readonly visitAs: (username: string, at: Screen) => Promise<Visit>;
  /** The page of such a person. */
  readonly as: (username: string, at?: Screen) => Promise<Page>;
  /** Nobody's page asked a foreign address, failed in a script or was stopped by the content security policy. */
  readonly expectNoFault: () => void;
}

/** Opens a county before the stories of a file and closes it after them; it must stop cleanly. */
export function openHouse(settings: Readonly<Record<string, string>> = {}): House {
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  const visits: Visit[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(settings), openBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    expect(await server?.stop()).toBe(0);
  });

  const url = () => server?.url ?? "";
  const enter = async (at: Screen, javaScriptEnabled: boolean) => {
    if (!browser) throw new Error("The browser is opened before the first story");
    const guest = await visit(browser, url(), at, { javaScriptEnabled });
    visits.push(guest);
    return guest;
  };
  const stranger = (at: Screen) => enter(at, true);
  const visitAs = async (username: string, at: Screen) => {
    const guest = await stranger(at);
    await signIn(guest.page, username);
    return guest;
  };
  return {
    url,
    printed: () => server?.printed() ?? "",
    stranger,
    withoutScripts: (at) => enter(at, false),
    visitAs,
    as: async (username, at = "desktop") => (await visitAs(username, at)).page,
    expectNoFault: () => {
      expect(visits.flatMap((each) => each.strangers)).toEqual([]);
      expect(visits.flatMap((each) => each.faults)).toEqual([]);
    },
  };
}

/**
 * Further pages in browsers that are opened once for each person, for stories that only look.
 * @param open signs the person in; what that needed stays in the browser.
 */
export function keepBrowsers(open: (username: string) => Promise<Visit>) {
  const kept = new Map<string, Promise<Visit>>();
  return async (username: string): Promise<Visit> => {
    const first = kept.get(username) ?? open(username);
    kept.set(username, first);
    const guest = await first;
    return { ...guest, page: await guest.context.newPage() };
  };
}

/** Signs a person of the demo county in without the form. */
async function signIn(page: Page, username: string): Promise<void> {
  const answer = await page.request.post("/api/session", { data: { username, password: "huying-demo" } });
  expect(answer.status()).toBe(200);
}

/** Takes a picture to look at, of the whole page or of what one sees first; `E2E_PICTURES` names the folder. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = process.env["E2E_PICTURES"] ?? join(tmpdir(), "huying-e2e-pictures");
  mkdirSync(folder, { recursive: true });
  // A page that is shown while it waits never settles
  await settled(page, 3000).catch(() => undefined);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}

/** Presses an act and, where it opens a form, fills it in and sends it. */
export async function act(
  page: Page,
  name: string,
  fill: (dialog: Locator) => Promise<void> = async () => {},
): Promise<void> {
  const answered = page.waitForResponse(
    (answer) => answer.url().endsWith("/moves") && answer.request().method() === "POST",
  );
  await page
    .getByRole("group", { name: "可办理的操作" })
    .getByRole("button", { name: new RegExp(`^${name}…?$`) })
    .click();
  const dialog = page.getByRole("dialog");
  // Some acts are done at once, others open their form first.
  await Promise.race([dialog.waitFor(), answered]);
  if (await dialog.isVisible()) {
    await fill(dialog);
    await dialog
      .getByRole("button", { name: new RegExp(name) })
      .last()
      .click();
  }
  expect((await answered).status()).toBe(200);
}
