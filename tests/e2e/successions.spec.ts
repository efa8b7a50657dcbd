import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import { dayNumber, dayOf } from "../../server/domain/time.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

/** The lighting office of the demo county, and the bureau it is merged into. */
const [closing, heir] = ["县市政公用服务中心（路灯管理所）", "ZJ"];
const reason = "莒编发〔2026〕3 号";

/** 单位与乡镇, narrowed to the lighting office, which opens by itself. */
async function atOffice(page: Page): Promise<void> {
  await page.goto("/county/units");
  await page.getByLabel("查找：名称、编码、文字").fill("路灯管理所");
  await page.getByLabel("停用日期").waitFor();
}

async function publish(page: Page, version: number): Promise<void> {
  await page.getByRole("button", { name: "存入草稿" }).first().click();
  await page.getByLabel("改了什么、依据什么").fill(reason);
  await page.getByRole("button", { name: "发布" }).click();
  await page.getByText(`现行第 ${version} 版`).first().waitFor();
}

/** The three steps: why, how many, for good. @returns how many the page says it will be. */
async function steps(page: Page, begin: string, apply: RegExp): Promise<number> {
  const card = page.getByRole("region", { name: "机构接续" });
  await card.getByRole("button", { name: begin }).click();
  await card.getByLabel("理由").fill(reason);
  await page.keyboard.press("Enter");
  const last = card.getByRole("button", { name: apply });
  await last.waitFor();
  expect(await violations(page)).toEqual([]);
  const [count = "0"] = /\d+/u.exec((await last.textContent()) ?? "") ?? [];
  await last.press("Enter");
  return Number(count);
}

/** A dead lamp that the township files and sends to the lighting office. */
async function sentToOffice(desk: Page): Promise<string> {
  const report = {
    text: "振兴路路灯不亮",
    channel: "township",
    address: "城阳街道振兴路",
    itemCode: "020101",
  };
  const point = { lng: 118.832, lat: 35.582 };
  const told = await desk.request.post("/api/reports", { data: { id: randomUUID(), ...report, point } });
  const { id } = (await told.json()) as { id: string };
  for (const act of [
    { action: "file", itemCode: "020101" },
    { action: "dispatch", unit: "LD" },
  ]) {
    const { version } = await caseOf(desk, id);
    const answer = await desk.request.post(`/api/cases/${id}/moves`, { data: { ...act, version } });
    expect(answer.status()).toBe(200);
  }
  return id;
}

const caseOf = async (page: Page, id: string) =>
  (await (await page.request.get(`/api/cases/${id}`)).json()) as CaseAnswer;

it("closes a unit, hands what it has to its heir, and gives it back when that was a mistake", async () => {
  const desk = await house.as("xiangzhen1");
  const id = await sentToOffice(desk);
  const admin = await house.as("admin");
  admin.on("dialog", (dialog) => void dialog.accept());

  await atOffice(admin);
  await admin.getByLabel("停用日期").fill(dayOf(dayNumber(Date.now())));
  await admin.getByLabel("并入单位").fill(heir);
  await publish(admin, 2);
  await admin.goto("/county/units");
  const card = admin.getByRole("region", { name: "机构接续" });
  await card.getByText(closing).waitFor();
  await picture(admin, "successions-closed-desktop");
  const count = await steps(admin, `移交接续单位：${closing}`, /^确定移交/u);
  await admin.getByText(new RegExp(`已移交 \\d+ 件案卷`, "u")).first().waitFor();
  expect(count).toBeGreaterThan(0);
  await card.getByText("没有在办件，都已移交或办完。").waitFor();
  expect((await caseOf(desk, id)).holder?.code).toBe(heir);

  // The township reads in the case by whose order it went, and why
  await desk.goto(`/cases/${id}`);
  await desk.getByText("移交接续单位").first().waitFor();
  await desk.getByText(reason).first().waitFor();
  await picture(desk, "successions-case-desktop");

  await atOffice(admin);
  await admin.getByLabel("停用日期").fill("");
  await admin.getByLabel("并入单位").fill("");
  await publish(admin, 3);
  await admin.goto("/county/units");
  await steps(admin, `撤销移交：${closing}`, /^确定退回/u);
  await admin
    .getByText(/已退回 \d+ 件/u)
    .first()
    .waitFor();
  expect((await caseOf(desk, id)).holder?.code).toBe("LD");
  await picture(admin, "successions-back-desktop");
  house.expectNoFault();
});

it("reads the same on a phone, with nothing beside the screen", async () => {
  const page = await house.as("admin", "phone");
  await page.goto("/county/units");
  await page.getByRole("region", { name: "机构接续" }).waitFor();
  await picture(page, "successions-phone");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(await violations(page)).toEqual([]);
});

it("tells whom to ask for at the unit that has a case, once the county has filled it in", async () => {
  const admin = await house.as("admin");
  admin.on("dialog", (dialog) => void dialog.accept());
  await atOffice(admin);
  await admin.getByLabel("联系人（姓名或职务）").fill("值班室");
  await admin.getByLabel("联系电话（办公电话）").fill("0633-6222222");
  await publish(admin, 4);
  const desk = await house.as("xiangzhen1", "phone");
  await desk.goto(`/cases/${await sentToOffice(desk)}`);
  const call = desk.getByRole("link", { name: /0633-6222222/u }).first();
  await call.waitFor();
  expect(await call.getAttribute("href")).toBe("tel:06336222222");
  await desk.getByText("联系人 值班室").first().waitFor();
  await picture(desk, "contact-phone");
  expect(await violations(desk)).toEqual([]);
  // A stranger who follows the progress page is told no name
  const guest = await house.stranger("phone");
  await guest.page.goto("/");
  expect((await guest.page.request.get("/api/contacts")).status()).toBe(401);
  house.expectNoFault();
});
