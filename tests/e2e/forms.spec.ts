import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { smallPicture } from "../support/picture.ts";
import { openHouse, picture } from "./support/house.ts";
import { caseOf, commanded, darkLamp, filed, sent } from "./support/prepared.ts";
import { settled } from "./support/settled.ts";

const house = openHouse();

let count = 0;

/** A case of the township that a department has accepted. */
async function accepted(): Promise<string> {
  const id = await darkLamp(house, `form-story-${(count += 1)}`, `表单故事${count}`);
  await commanded(await house.as("xiaoneng1"), id, [filed, sent]);
  await commanded(await house.as("bumen1"), id, [{ action: "accept" }]);
  return id;
}

/** The form of an act, with nothing under way any more. */
async function open(page: Page, act: string): Promise<Locator> {
  await page
    .getByRole("group", { name: "可办理的操作" })
    .getByRole("button", { name: new RegExp(`^${act}`, "u") })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await settled(page);
  return dialog;
}

/** Puts the mouse button down in the middle of the button that sends, and says where. */
async function pressDown(page: Page, dialog: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await dialog.locator("[type=submit]").boundingBox();
  if (!box) throw new Error("The form has a button that sends it");
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  return middle;
}

const at = (page: Page, id: string) => page.goto(`/cases/${id}`);

describe("a form of an act", () => {
  it("takes a press for a press though the page moves the button away between down and up", async () => {
    const id = await accepted();
    const page = await house.as("bumen1");
    await at(page, id);
    const dialog = await open(page, "备注");
    await dialog.getByLabel("说明").fill("已约好明天上午");
    await pressDown(page, dialog);
    await dialog.locator("textarea").evaluate((field) => (field.style.minHeight = "300px"));
    await page.mouse.up();
    await dialog.waitFor({ state: "detached" });
    expect((await caseOf(page, id)).history.filter(({ action }) => action === "comment")).toHaveLength(1);
  });

  it("is left by a hand that slides off the button", async () => {
    const id = await accepted();
    const page = await house.as("bumen1");
    await at(page, id);
    const dialog = await open(page, "备注");
    await dialog.getByLabel("说明").fill("再想想");
    const { x, y } = await pressDown(page, dialog);
    await page.mouse.move(x, y - 60);
    await page.mouse.up();
    await settled(page);
    expect(await dialog.isVisible()).toBe(true);
    expect((await caseOf(page, id)).history.filter(({ action }) => action === "comment")).toEqual([]);
  });

  it("goes on where somebody stopped, after Esc and after a reload, until it is sent or begun anew", async () => {
    const id = await accepted();
    const page = await house.as("bumen1");
    await at(page, id);
    const words = "已更换灯泡和镇流器，现场试亮正常，并告知反映人。";
    await (await open(page, "处置完成")).getByLabel("处置结果").fill(words);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await open(page, "处置完成");
    expect(await page.getByLabel("处置结果").inputValue()).toBe(words);
    await page.reload();
    const dialog = await open(page, "处置完成");
    expect(await dialog.getByLabel("处置结果").inputValue()).toBe(words);
    await picture(page, "form-kept", false);
    await dialog.getByRole("button", { name: "清空重填" }).click();
    expect(await dialog.getByLabel("处置结果").inputValue()).toBe("");
    await page.reload();
    const again = await open(page, "处置完成");
    expect(await again.getByLabel("处置结果").inputValue()).toBe("");
    await page.keyboard.press("Escape");
    const note = await open(page, "备注");
    await note.getByLabel("说明").fill("已约好明天上午");
    await note.locator("[type=submit]").click();
    await note.waitFor({ state: "detached" });
    expect(await (await open(page, "备注")).getByLabel("说明").inputValue()).toBe("");
  });

  it("keeps the last word of somebody who is faster than the screen", async () => {
    const id = await accepted();
    const page = await house.as("bumen1");
    await at(page, id);
    const dialog = await open(page, "备注");
    const words = "灯杆已断电，明早换杆。";
    await dialog.getByLabel("说明").evaluate((field: HTMLTextAreaElement, text) => {
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      // Before anything is painted: what Esc does
      field.closest("dialog")?.close();
    }, words);
    await dialog.waitFor({ state: "detached" });
    expect(await (await open(page, "备注")).getByLabel("说明").inputValue()).toBe(words);
  });

  it("sends a photo again that did not arrive, and the act with it", async () => {
    const id = await accepted();
    const page = await house.as("bumen1", "phone");
    await at(page, id);
    const dialog = await open(page, "处置完成");
    await dialog.getByLabel("处置结果").fill("已更换灯泡和镇流器，现场试亮正常，并告知反映人。");
    await page.route("**/api/photos*", (route) => route.abort("connectionreset"));
    const file = { name: "after.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await smallPicture()) };
    await dialog.locator("input[type=file]").setInputFiles(file);
    const again = dialog.getByRole("button", { name: "重试上传第 1 张照片" });
    await again.click();
    await dialog.getByText("没传上").waitFor();
    expect(await dialog.getByRole("button", { name: "删除第 1 张照片" }).isVisible()).toBe(true);
    await again.scrollIntoViewIfNeeded();
    await picture(page, "photo-again-phone", false);
    await page.unroute("**/api/photos*");
    await again.click();
    await dialog.getByText("没传上").waitFor({ state: "detached" });
    await again.waitFor({ state: "detached" });
    await settled(page);
    await dialog.locator("[type=submit]").click();
    await dialog.waitFor({ state: "detached" });
    expect((await caseOf(page, id)).photos).toHaveLength(1);
  });

  it("gives the focus back to what opened it, or to the page where that is gone", async () => {
    const id = await accepted();
    const page = await house.as("bumen1");
    await at(page, id);
    const opener = page.getByRole("button", { name: /^备注/u });
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.slice(0, 3) ?? "");
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "取消" }).focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    expect(await focused()).toBe("备注…");
    await page.keyboard.press("Enter");
    await dialog.getByLabel("说明").fill("已约好明天上午");
    await page.keyboard.press("Control+Enter");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  it("is sent after signing in beside it when the sign-in has run out", async () => {
    const id = await accepted();
    const page = await house.as("bumen1");
    await at(page, id);
    const dialog = await open(page, "备注");
    await dialog.getByLabel("说明").fill("已约好明天上午");
    await page.context().clearCookies();
    await dialog.locator("[type=submit]").click();
    const way = dialog.getByRole("link", { name: "在新窗口登录" });
    await way.waitFor();
    await picture(page, "form-signed-out", false);
    const [beside] = await Promise.all([page.context().waitForEvent("page"), way.click()]);
    await beside.getByRole("button", { name: /bumen1$/u }).click();
    await beside.getByText("回到刚才的窗口再提交一次").waitFor();
    await picture(beside, "form-signed-in", false);
    await beside.close();
    await dialog.locator("[type=submit]").click();
    await dialog.waitFor({ state: "detached" });
    expect((await caseOf(page, id)).history.at(-1)).toMatchObject({ action: "comment" });
  });

  it("waits for its photos: none is left behind", async () => {
    const id = await accepted();
    const page = await house.as("bumen1");
    await at(page, id);
    const dialog = await open(page, "处置完成");
    await dialog.getByLabel("处置结果").fill("已更换灯泡和镇流器，现场试亮正常。");
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/api/photos*", async (route) => {
      await held;
      await route.continue();
    });
    const file = { name: "after.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await smallPicture()) };
    await dialog.locator("input[type=file]").setInputFiles([file]);
    const waiting = dialog.getByRole("button", { name: "等照片传完" });
    await waiting.waitFor();
    expect(await waiting.isDisabled()).toBe(true);
    release();
    await dialog.getByRole("button", { name: "提交处置完成" }).click();
    await dialog.waitFor({ state: "detached" });
    expect((await caseOf(page, id)).photos.filter(({ stage }) => stage === "after")).toHaveLength(1);
    house.expectNoFault();
  });
});

describe("the long form of a call", () => {
  it("keeps what is written over a reload, and shows a refusal to whoever pressed at its foot", async () => {
    const page = await house.as("xiangzhen1");
    await page.goto("/calls/new");
    await page.getByLabel("呼叫事由").fill("河堤塌了一段，需要水利和交通一起看");
    await page.reload();
    await page.getByLabel("职责清单条目").first().waitFor();
    expect(await page.getByLabel("呼叫事由").inputValue()).toBe("河堤塌了一段，需要水利和交通一起看");
    await page.locator("select#call-item").selectOption({ index: 1 });
    await settled(page);
    await page.route("**/api/calls", (route) => route.fulfill({ status: 500, body: "" }));
    await page.locator("form [type=submit]").click();
    const told = page.getByRole("alert").filter({ hasText: "服务器答复异常" });
    await told.waitFor();
    await expect.poll(() => told.evaluate((notice) => notice.getBoundingClientRect().top)).toBeGreaterThan(0);
    await page.unroute("**/api/calls");
  });
});

describe("a page that was opened without a network", () => {
  it("comes by itself when the network is there again", async () => {
    const page = await house.as("xiangzhen1");
    await page.goto("/inbox");
    await page.route("**/api/inbox*", (route) => route.abort("internetdisconnected"));
    await page.reload();
    await page.getByText("网络不通").first().waitFor();
    await page.unroute("**/api/inbox*");
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.getByText("网络不通").waitFor({ state: "detached" });
    house.expectNoFault();
  });
});

/** What a resident got on reporting: the address of their case. */
async function followed(id: string): Promise<string> {
  const township = await house.as("xiangzhen1");
  const data = { id, text: `${id}：路灯不亮`, channel: "township", point: null, address: "文化街" };
  const taken = await township.request.post("/api/reports", { data });
  const told = (await taken.json()) as { number: string; trackingCode: string };
  return `/progress/${told.number}?code=${told.trackingCode}`;
}

const keptForms = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("huying.form.")));

describe("the page of a resident", () => {
  it("keeps unsent words over a reload, with their own case alone, until they are sent", async () => {
    const [first, second] = [await followed("form-story-kept-1"), await followed("form-story-kept-2")];
    const { page } = await house.stranger("phone");
    const words = "路灯杆也歪了，靠近幼儿园门口。";
    await page.goto(first);
    await page.getByLabel("补充的情况").fill(words);
    await page.getByText("这事已经解决，撤回诉求").click();
    await page.getByLabel(/撤回的原因/u).fill("已经修好");
    await page.reload();
    await expect.poll(() => page.getByLabel("补充的情况").inputValue()).toBe(words);
    expect(await page.getByLabel(/撤回的原因/u).inputValue()).toBe("已经修好");
    await page.getByText("已接上您上次没有提交的内容").first().scrollIntoViewIfNeeded();
    await picture(page, "progress-kept-phone", false);

    await page.goto(second);
    await page.getByText("form-story-kept-2").first().waitFor();
    expect(await page.getByLabel("补充的情况").inputValue()).toBe("");
    expect(await page.getByText("已接上您上次没有提交的内容").count()).toBe(0);

    await page.goto(first);
    await page.getByRole("button", { name: "提交补充" }).click();
    await page.getByText("已收到您的补充").waitFor();
    expect(await page.getByLabel("补充的情况").inputValue()).toBe("");
    await page.getByText("这事已经解决，撤回诉求").click();
    await page.getByRole("button", { name: "清空重填" }).click();
    await expect.poll(() => keptForms(page)).toEqual([]);
    await page.reload();
    await page.getByLabel("补充的情况").waitFor();
    expect(await page.getByLabel("补充的情况").inputValue()).toBe("");
    house.expectNoFault();
  });

  it("asks once for each press, as a miss counts, and closes the case on the way back", async () => {
    const township = await house.as("xiangzhen1");
    const taken = await township.request.post("/api/reports", {
      data: {
        id: "form-story-resident",
        text: "文化街路灯不亮",
        channel: "township",
        point: null,
        address: "文化街",
      },
    });
    const told = (await taken.json()) as { number: string; trackingCode: string };
    const { page } = await house.stranger("phone");
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/progress/")) asked.push(request.url());
    });
    await page.goto("/progress");
    await page.getByLabel("编号").fill(told.number);
    await page.getByLabel(/查询码/u).fill("0000");
    await page.getByRole("button", { name: "查询" }).click();
    await page.getByRole("alert").waitFor();
    await settled(page);
    expect(asked).toHaveLength(1);
    await page.getByRole("button", { name: "查询" }).click();
    await settled(page);
    expect(asked).toHaveLength(2);
    await page.getByLabel(/查询码/u).fill(told.trackingCode);
    await page.getByRole("button", { name: "查询" }).click();
    await page.getByText("文化街路灯不亮").first().waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "查询" }).waitFor();
    house.expectNoFault();
  });
});

describe("a draft in two windows", () => {
  it("is sent from each: what the second says otherwise is kept, told of, and goes as a report of its own", async () => {
    const page = await house.as("wangge1", "phone");
    await page.goto("/report");
    await page.getByText("准确").first().waitFor();
    await page.getByLabel("说明").fill("表单故事：文化街井盖破损");
    await settled(page);
    const second = await page.context().newPage();
    await second.goto("/report");
    await second.getByRole("button", { name: "继续" }).click();
    await second.getByLabel("说明").fill("表单故事：文化街井盖破损，已有人摔倒");
    await page.getByRole("button", { name: /^提交/u }).click();
    await page.getByRole("heading", { name: "已提交" }).waitFor();
    await second.getByRole("button", { name: /^提交/u }).click();
    await second.getByText("同一份草稿已从别的窗口送达").waitFor();
    await picture(second, "form-sent-before");
    await second.locator("main").getByRole("button", { name: "去改" }).click();
    expect(await second.getByLabel("说明").inputValue()).toContain("已有人摔倒");
    await second.getByRole("button", { name: /^提交/u }).click();
    await second.getByRole("heading", { name: "已提交" }).waitFor();
  });
});

describe("an address that leads nowhere", () => {
  it("says so to a stranger, and leads to the front door", async () => {
    const { page } = await house.stranger("phone");
    await page.goto("/nonsense");
    await page.getByText("没有这个页面").waitFor();
    await page.getByRole("link", { name: "回到首页" }).click();
    await page.getByRole("heading", { name: "登录" }).waitFor();
    await page.goto("/cases/nosuch");
    await page.getByText("登录后接着打开您要看的页面").waitFor();
    house.expectNoFault();
  });

  it("offers no second try where it helps nobody", async () => {
    const page = await house.as("xiangzhen1");
    await page.goto("/cases/nosuch");
    await page.getByText("没有找到这个案卷").waitFor();
    expect(await page.locator("main").getByRole("button", { name: "重试" }).count()).toBe(0);
  });
});
