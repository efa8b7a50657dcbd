import type { Page } from "playwright-core";
import { decodeQR } from "qr/decode.js";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

async function fileOf(page: Page, id: string): Promise<CaseAnswer> {
  return (await (await page.request.get(`/api/cases/${id}`)).json()) as CaseAnswer;
}

async function act(page: Page, id: string, command: Record<string, unknown>): Promise<void> {
  const { version } = await fileOf(page, id);
  const answer = await page.request.post(`/api/cases/${id}/moves`, { data: { version, ...command } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** An open case that the street-light office leads and that nobody supervises yet. */
async function caseOfLights(page: Page): Promise<string> {
  const list = (await (await page.request.get("/api/cases?tab=open&unit=LD")).json()) as CaseListAnswer;
  const found = list.rows.find(({ marks, state }) => marks.length === 0 && state !== "handled");
  if (!found) throw new Error("The demo county has no plain case of the street-light office");
  return found.id;
}

describe("a leader's note, from the leader's screen to its answer", () => {
  let id = "";

  it("is written on a case and stands on the supervision page with its limit", async () => {
    const page = await house.as("lingdao1");
    id = await caseOfLights(page);
    await page.goto("/overview");
    await page
      .getByRole("link", { name: /^批示 / })
      .first()
      .waitFor();
    await page.goto(`/cases/${id}?act=instruct`);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("说明").fill("请三天内办好，并报我。");
    await dialog.getByRole("button", { name: "提交批示" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.goto("/supervision?list=note");
    await page.getByText("请三天内办好，并报我。").waitFor();
    await page.getByText(/^应于 .* 前回复$/).waitFor();
    await picture(page, "supervision-note");
  });

  it("reaches the office unread, is read by opening the case, and is answered there", async () => {
    const page = await house.as("bumen1", "phone");
    await page.goto("/inbox");
    const row = page.getByRole("link", { name: /未读\s*批示/ }).first();
    await row.waitFor();
    const read = page.waitForResponse((answer) => answer.url().endsWith(`/api/cases/${id}/read`));
    await row.click();
    expect((await read).status()).toBe(204);
    await page.getByRole("button", { name: /^督办回复/ }).click();
    await page.getByRole("dialog").getByLabel("说明").fill("配件已到，明晚施工。");
    await page.getByRole("button", { name: "提交督办回复" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  it("shows the leader who has read it when, and the answer", async () => {
    const page = await house.as("lingdao1");
    await page.goto(`/cases/${id}`);
    await page
      .getByText(/^送达 .*已读/)
      .first()
      .waitFor();
    await page.getByText("配件已到，明晚施工。").waitFor();
    await page.goto("/supervision?list=note");
    await page.getByText("没有等回复的批示").waitFor();
  });
});

/** Pages of a PDF and their size in points, from its page objects, which Chromium does not compress. */
async function pagesOf(page: Page): Promise<{ readonly count: number; readonly box: string | undefined }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  return {
    count: pdf.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0,
    box: /\/MediaBox\s*\[([^\]]+)\]/u.exec(pdf)?.[1]?.trim(),
  };
}

/** A4 is 595.28 by 841.89 points. */
const A4 = /^0 0 59[45](\.\d+)? 84[12](\.\d+)?$/u;

async function expectOnePage(page: Page): Promise<void> {
  const { count, box } = await pagesOf(page);
  expect(count).toBe(1);
  expect(box).toMatch(A4);
  const paper = page.locator(".paper");
  const hidden = await paper.evaluate((node) => node.scrollHeight - node.clientHeight);
  expect(hidden).toBeLessThanOrEqual(0);
}

describe("papers", () => {
  const long = "路灯连着几盏不亮，晚上看不清路，老人孩子不敢出门。".repeat(60);
  let id = "";

  beforeAll(async () => {
    const page = await house.as("xiangzhen1");
    const answer = await page.request.post("/api/reports", {
      data: {
        id: `paper-${Date.now()}`,
        text: long,
        channel: "township",
        itemCode: "020101",
        point: null,
        address: "城阳街道振兴路与文心路交叉口向东二百米路北第三根灯杆",
      },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    ({ id } = (await answer.json()) as { id: string });
    const centre = await house.as("xiaoneng1");
    await act(centre, id, { action: "file", itemCode: "020101" });
    await act(centre, id, { action: "dispatch", unit: "LD" });
    await act(centre, id, { action: "supervise", note: "请说明原因、责任人和整改措施。".repeat(60) });
    for (let index = 0; index < 20; index++)
      await act(centre, id, { action: "comment", note: "已电话催问，答复正在排班。".repeat(8) });
    const lights = await house.as("bumen1");
    await act(lights, id, { action: "explain", note: "因采购流程较长，已改用备件，今晚施工。".repeat(40) });
  });

  it.each(["orders/supervise", ""])(
    "fit one A4 page each, nothing cut off, however long the case: %s",
    async (which) => {
      const page = await house.as("xiaoneng1");
      await page.goto(`/print/cases/${id}${which === "" ? "" : `/${which}`}`);
      await picture(page, `paper-${which.replace("/", "-") || "sheet"}`);
      await expectOnePage(page);
    },
  );

  it("carry a code that leads to the case", async () => {
    const page = await house.as("xiaoneng1");
    await page.goto(`/print/cases/${id}/orders/supervise`);
    const picture = await page.locator("figure svg").screenshot({ scale: "css" });
    const large = sharp(picture)
      .resize(600, 600, { kernel: "nearest" })
      .extend({ top: 40, bottom: 40, left: 40, right: 40, background: "#fff" });
    const { data, info } = await large.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(decodeQR({ width: info.width, height: info.height, data })).toBe(`${house.url()}/cases/${id}`);
  });

  it("are printed by their button, which the paper itself does not show", async () => {
    const page = await house.as("xiaoneng1");
    await page.goto(`/print/cases/${id}`);
    await page.evaluate(() => {
      window.print = () => void (document.title = "printed");
    });
    await page.getByRole("button", { name: "打印" }).click();
    expect(await page.title()).toBe("printed");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "打印" }).isVisible()).toBe(false);
  });
});

describe("the review desk", () => {
  it("leads to the decision, which stands in the case file", async () => {
    const centre = await house.as("xiaoneng1");
    const lights = await house.as("bumen1");
    const id = await caseOfLights(centre);
    const { state } = await fileOf(centre, id);
    if (state === "dispatched") await act(lights, id, { action: "accept" });
    await act(lights, id, { action: "askSuspension", until: dayAfter(60), note: "等开春换杆。" });
    await centre.goto("/supervision/reviews");
    await centre.getByText("等开春换杆。").waitFor();
    await picture(centre, "reviews");
    const { number } = await fileOf(centre, id);
    const row = centre.getByRole("listitem").filter({ hasText: number });
    await row.getByRole("link", { name: "驳回申请" }).click();
    await centre.getByRole("dialog").getByLabel("说明").fill("请先换灯。");
    await centre.getByRole("button", { name: "提交驳回申请" }).click();
    await centre.getByRole("dialog").waitFor({ state: "hidden" });
    await centre.goto("/supervision/reviews");
    await centre.getByRole("heading", { name: "督办台" }).waitFor();
    await expect.poll(() => centre.getByText("等开春换杆。").count()).toBe(0);
  });

  it("and the other pages ask no other host for anything and break no rule of the page", () => {
    house.expectNoFault();
  });
});

/** A day from today, `YYYY-MM-DD` in China. */
function dayAfter(days: number): string {
  return new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
}
