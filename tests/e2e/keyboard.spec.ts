import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { smallPicture } from "../support/picture.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";
import { caseOf, commanded, darkLamp, filed, sent } from "./support/prepared.ts";
import { settled } from "./support/settled.ts";

const house = openHouse();

let count = 0;

/** A case of the township, filed and waiting to be sent to a unit; or sent to it. */
async function prepared(name: string, ...commands: readonly Record<string, unknown>[]): Promise<string> {
  const id = await darkLamp(house, `keyboard-story-${(count += 1)}`, `键盘故事${name}`);
  await commanded(await house.as("xiaoneng1"), id, commands);
  return id;
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Whatever has the focus is seen to have it. */
async function seesFocus(page: Page): Promise<void> {
  const shown = await page.evaluate(() => {
    const { activeElement: here } = document;
    if (!here || here === document.body) return "nothing has the focus";
    const { outlineStyle, boxShadow } = getComputedStyle(here);
    return outlineStyle !== "none" || boxShadow !== "none" ? "seen" : here.outerHTML.slice(0, 120);
  });
  expect(shown).toBe("seen");
}

/** Tab by Tab, as a person would, to the element that a selector names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
    await seesFocus(page);
  }
  throw new Error(`Tab never came to ${selector}`);
}

describe("a department, without a mouse", () => {
  it("accepts a case from its list, finishes it with a picture, and sees what has the focus", async () => {
    const id = await prepared("签收", filed, sent);
    const page = await house.as("bumen1");
    await page.goto("/cases?tab=todo&q=键盘故事签收");
    await page.locator("[data-case-row]").waitFor();
    await settled(page);
    await press(page, "j");
    await seesFocus(page);
    // The act opens the case beside the list by itself
    await press(page, "e");
    await expect.poll(async () => (await caseOf(page, id)).state).toBe("accepted");
    const pane = page.getByRole("complementary", { name: "侧看" });
    await pane.getByText("处置中").first().waitFor();
    await press(page, "Escape");
    await pane.waitFor({ state: "detached" });
    await press(page, "j", "Enter");
    await page.waitForURL(/\/cases\/[^?]+$/u);
    await settled(page);
    await finishes(page);
    await expect.poll(async () => (await caseOf(page, id)).state).toBe("handled");
    house.expectNoFault();
  });
});

/** On the file of an accepted case. */
async function finishes(page: Page): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), "huying-keys-")), "after.jpg");
  writeFileSync(file, await smallPicture());
  await page.getByRole("group", { name: "可办理的操作" }).waitFor();
  await press(page, "e");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await seesFocus(page);
  await tabTo(page, "textarea#result, textarea");
  await page.keyboard.type("已换新灯");
  await tabTo(page, "input[type=file]");
  const chooser = page.waitForEvent("filechooser");
  await press(page, "Space");
  await (await chooser).setFiles(file);
  await dialog.locator("img").first().waitFor();
  await dialog.getByText("上传中").waitFor({ state: "detached" });
  await picture(page, "keyboard-finish", false);
  await press(page, "Control+Enter");
  await dialog.waitFor({ state: "detached" });
}

describe("a township, without a mouse", () => {
  it("calls a unit about a case, and urges who holds it", async () => {
    const id = await prepared("呼叫", filed, sent);
    const page = await house.as("xiangzhen1");
    await page.goto(`/cases/${id}`);
    await page.getByRole("link", { name: "发起呼叫" }).waitFor();
    await settled(page);
    await press(page, "u");
    await expect.poll(async () => (await caseOf(page, id)).urges).toBe(1);
    await page.getByText("已催办").first().waitFor();
    await press(page, "h");
    await page.waitForURL(/\/calls\/new\?case=/u);
    await page.getByRole("heading", { name: "发起呼叫" }).waitFor();
    await page.getByRole("radio").first().waitFor();
    await tabTo(page, "textarea");
    await press(page, "Control+Enter");
    await page.waitForURL(/\/calls\/(?!new)/u);
    await picture(page, "keyboard-called", false);
    house.expectNoFault();
  });

  it("chooses several, urges them together, and takes nothing while it types", async () => {
    await prepared("批量一", filed, sent);
    await prepared("批量二", filed, sent);
    const page = await house.as("xiangzhen1");
    await page.goto("/cases?tab=open&q=键盘故事批量");
    await page.locator("[data-case-row]").nth(1).waitFor();
    await settled(page);
    await press(page, "j", "x", "Shift+ArrowDown");
    await page.getByText("已选 2 件").waitFor();
    await press(page, "u");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await page.keyboard.type("请尽快 e u ? n");
    expect(await page.getByRole("dialog").count()).toBe(1);
    await press(page, "Control+Enter");
    await dialog.getByText("2 件").first().waitFor();
    await press(page, "Escape");
    await press(page, "/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
    await page.keyboard.type("n?g");
    expect(new URL(page.url()).pathname).toBe("/cases");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("narrows the list, goes elsewhere with two keys, and comes back to the row it left", async () => {
    const page = await house.as("xiangzhen1");
    await page.goto("/cases");
    await page.locator("[data-case-row]").nth(3).waitFor();
    await settled(page);
    await press(page, "4");
    await page.waitForURL(/tab=all/u);
    await press(page, "2");
    await page.waitForURL(/tab=open/u);
    await page.locator("[data-case-row]").nth(3).waitFor();
    await settled(page);
    await press(page, "g", "m");
    await page.waitForURL(/\/map/u);
    await settled(page);
    await press(page, "g", "d");
    await page.waitForURL(/\/cases$/u);
  });
});

describe("the command palette", () => {
  it("finds 水利局 by slj, cells and places by their initials, and acts of the page", async () => {
    const page = await house.as("xiaoneng1");
    await page.goto("/cases?tab=open");
    await page.locator("[data-case-row]").first().waitFor();
    await settled(page);
    await press(page, "Control+k");
    const panel = page.getByRole("dialog", { name: "命令面板" });
    await panel.waitFor();
    await page.keyboard.type("slj");
    await panel.getByRole("option", { name: /水利.*局/u }).waitFor();
    for (const theme of ["day", "care", "wall"]) {
      await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
      await picture(page, `palette-${theme}`, false);
      expect(await violations(page), theme).toEqual([]);
    }
    await press(page, "Enter");
    await page.waitForURL(/unit=/u);
    expect(await page.getByRole("dialog").count()).toBe(0);
    await press(page, "Control+k");
    await panel.waitFor();
    await page.keyboard.type("批量");
    await panel.getByRole("option", { name: /批量/u }).first().waitFor();
    await press(page, "Enter");
    await page.getByText("没有选中").or(page.getByRole("checkbox").first()).first().waitFor();
  });

  it("teaches when nothing is meant", async () => {
    // Somebody without a worklist, where words can be searched for
    const page = await house.as("admin");
    await page.goto("/people");
    await page.getByRole("heading").first().waitFor();
    await settled(page);
    await press(page, "Control+k");
    await page.getByRole("dialog", { name: "命令面板" }).waitFor();
    await page.keyboard.type("qqqq");
    await page.getByText("没有这个名称或操作").waitFor();
    await press(page, "Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});

describe("the sheet of keys", () => {
  it("opens by a question mark, names the grammar and reads well in every theme", async () => {
    const page = await house.as("bumen1");
    await page.goto("/cases");
    await page.locator("[data-case-row]").first().waitFor();
    await settled(page);
    await press(page, "?");
    const sheet = page.getByRole("dialog", { name: "键盘操作" });
    await sheet.waitFor();
    for (const theme of ["day", "care", "wall"]) {
      await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
      await picture(page, `keys-${theme}`, false);
      expect(await violations(page), theme).toEqual([]);
    }
    // Keys rest while it is open
    await press(page, "j", "g", "m");
    expect(new URL(page.url()).pathname).toBe("/cases");
    await press(page, "Escape");
    await sheet.waitFor({ state: "detached" });
  });
});

describe("names in lists of choices", () => {
  it("are found by their initials in the form that sends a case to a unit", async () => {
    const id = await prepared("派遣", filed);
    const page = await house.as("xiangzhen1");
    await page.goto(`/cases/${id}`);
    await page.getByRole("group", { name: "可办理的操作" }).waitFor();
    await settled(page);
    await press(page, "a");
    const dialog = page.getByRole("dialog");
    const filter = dialog.getByRole("textbox", { name: "按名称或首字母查找" }).first();
    await filter.waitFor();
    await filter.focus();
    await page.keyboard.type("slj");
    await dialog.getByRole("button", { name: /水利.*局/u }).waitFor();
    await picture(page, "picker-initials", false);
    expect(await violations(page)).toEqual([]);
    await press(page, "Enter");
    expect(await dialog.locator("select").first().locator("option:checked").textContent()).toMatch(/水利/u);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
  });

  it("are offered as filters under the search of the list", async () => {
    const page = await house.as("xiangzhen1");
    await page.goto("/cases?tab=all");
    await page.locator("[data-case-row]").first().waitFor();
    await settled(page);
    await press(page, "/");
    await page.keyboard.type("slj");
    const hints = page.getByRole("navigation", { name: "名称像的" });
    await hints.getByRole("link", { name: /水利.*局/u }).click();
    await page.waitForURL(/unit=/u);
  });

  it("are marked where two characters were searched for", async () => {
    await prepared("标记", filed);
    const page = await house.as("xiangzhen1");
    await page.goto("/cases?tab=all&q=路灯");
    await page.locator("[data-case-row] mark").first().waitFor();
    const marked = await page.locator("[data-case-row] mark").allTextContents();
    expect(new Set(marked)).toEqual(new Set(["路灯"]));
    const rows = await page.locator("[data-case-row]").count();
    expect(marked.length).toBeGreaterThanOrEqual(rows);
    await picture(page, "search-marked", false);
  });
});
