import { readdirSync } from "node:fs";
import type { APIRequestContext, Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import type { CallListAnswer } from "../../server/domain/call/callAnswers.ts";
import { keepBrowsers, openHouse, picture } from "./support/house.ts";
import { pages } from "./support/pages.ts";
import { settled } from "./support/settled.ts";

const house = openHouse();

/** What a page needs to be itself: who is signed in, the names of things. Everything else goes wrong. */
const spared = /\/api\/(session$|session\?|reference|basemap|live|reader|gazetteer|learned|demo)/u;

/** Pages that ask for nothing until somebody sends something, or that work without the server. */
const quiet: readonly string[] = ["SignIn", "Setup", "Report", "Progress"];
const asking = pages.flatMap(([name, username, path]) =>
  username === null || quiet.includes(name) ? [] : [[name, username, path] as const],
);

const wrongs = {
  "with a failing server": (route: Route) => route.fulfill({ status: 500, body: "" }),
  "for somebody without the right": (route: Route) =>
    route.fulfill({
      status: 403,
      contentType: "application/problem+json",
      body: JSON.stringify({ code: "outOfScope", detail: "您没有权限看这件（属于柏坑镇）。" }),
    }),
  "without a network": (route: Route) => route.abort("internetdisconnected"),
} as const;

const told: Readonly<Record<keyof typeof wrongs, RegExp>> = {
  "with a failing server": /服务器答复异常|没有取到|没能|出错|暂时/u,
  "for somebody without the right": /没有权限/u,
  "without a network": /网络不通|离线|没有网络/u,
};

/** Where the first of a list is; asked before anything goes wrong. */
async function addressOf(path: string, request: APIRequestContext): Promise<string> {
  const rows = async (from: string) =>
    ((await (await request.get(from)).json()) as { rows: readonly { id?: string; code?: string }[] }).rows[0];
  if (path === "first case")
    return `/cases/${((await rows("/api/cases?tab=all")) as CaseListAnswer["rows"][0]).id}`;
  if (path === "first call")
    return `/calls/${((await rows("/api/calls?tab=all")) as CallListAnswer["rows"][0]).id}`;
  if (path === "first component") return `/component/${(await rows("/api/components"))?.code}`;
  return path;
}

/** The shell and its names are on the device, as they are for everybody who was here before. */
const visitor = keepBrowsers(async (username) => {
  const guest = await house.visitAs(username, "desktop");
  await guest.page.goto("/security");
  await settled(guest.page);
  await guest.page.close();
  return guest;
});

describe.each(Object.keys(wrongs) as (keyof typeof wrongs)[])("%s", (wrong) => {
  it.each(asking)(
    "the page %s says what is wrong and does not wait for ever",
    async (name, username, path) => {
      const { page, faults } = await visitor(username);
      const address = await addressOf(path, page.request);
      await page.route(/\/api\//u, (route) =>
        spared.test(route.request().url()) ? route.continue() : wrongs[wrong](route),
      );
      await page.goto(address);
      await settled(page);
      const text = await page.locator("main").innerText();
      await picture(page, `state-${wrong.split(" ").at(-1)}-${name}`, false);
      expect(text, name).toMatch(told[wrong]);
      expect(text, name).not.toContain("正在加载");
      expect(faults).toEqual([]);
      await page.close();
    },
  );
});

describe("the list of pages", () => {
  it("holds every page there is", () => {
    const files = readdirSync("web/pages")
      .filter((file) => file.endsWith(".tsx"))
      .map((file) => file.replace(".tsx", ""));
    expect(pages.map(([name]) => name as string).toSorted()).toEqual(files.toSorted());
  });
});

describe("a county on its first day", () => {
  const county = openHouse({ DEMO: "off" });
  const password = "a long phrase for the first day";
  const staff = {
    xiangzhen1: { role: "township", unit: "371122001" },
    bumen1: { role: "department", unit: "LD" },
    xiaoneng1: { role: "centre", unit: "XNZX" },
    lingdao1: { role: "leader", unit: null },
  } as const;
  const known = new Set<string>();

  /** The first administrator by the printed link, then everybody else with a password of their own. */
  async function enter(page: Page, name: string): Promise<void> {
    if (known.size === 0) {
      const token = /token=(\S+)/u.exec(county.printed())?.[1];
      const made = await page.request.post("/api/setup", {
        data: { token, username: "admin", name: "管理员", password },
      });
      expect(made.status(), await made.text()).toBe(204);
      known.add("admin");
    }
    if (!known.has(name)) await add(name as keyof typeof staff);
    const answer = await page.request.post("/api/session", { data: { username: name, password } });
    expect(answer.status(), await answer.text()).toBe(200);
  }

  const somebody = keepBrowsers(async (name) => {
    const guest = await county.stranger("desktop");
    await enter(guest.page, name);
    await guest.page.close();
    return guest;
  });

  async function add(name: keyof typeof staff): Promise<void> {
    const { page: desk, context } = await county.stranger("desktop");
    await desk.request.post("/api/session", { data: { username: "admin", password } });
    await desk.request.post("/api/session/confirm", { data: { password } });
    const made = await desk.request.post("/api/people", { data: { username: name, name, ...staff[name] } });
    expect(made.status(), await made.text()).toBe(201);
    const { password: first } = (await made.json()) as { password: string };
    await desk.request.delete("/api/session");
    await desk.request.post("/api/session", { data: { username: name, password: first } });
    const changed = await desk.request.post("/api/session/password", { data: { current: first, password } });
    expect(changed.status(), await changed.text()).toBe(204);
    known.add(name);
    await context.close();
  }

  /** Without a grid there are no grid workers: an account of one names its cells. */
  const empty = pages.filter(([, username, path]) => username !== "wangge1" && !path.startsWith("first "));

  it.each(empty)("has a page %s that says what will stand there", async (name, username, path) => {
    const guest = username === null ? await county.stranger("desktop") : await somebody(username);
    const { page, faults, strangers } = guest;
    await page.goto(path);
    await settled(page);
    const text = await page.locator("main").innerText();
    await picture(page, `state-empty-${name}`, false);
    expect(text.replaceAll(/\s/gu, "").length, text).toBeGreaterThan(12);
    expect(text, name).not.toMatch(/正在加载|服务器答复异常|undefined|NaN|Infinity/u);
    expect([faults, strangers]).toEqual([[], []]);
    await page.close();
  });
});
