import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import type { MapCellsAnswer } from "../../server/domain/mapAnswers.ts";
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

/** A corner of a cell of the desk's own township, away from what the demo has put there. */
async function ownSpot(page: Page): Promise<{ lng: number; lat: number }> {
  const { rows } = (await (await page.request.get("/api/cases?tab=all&limit=1")).json()) as CaseListAnswer;
  const { cells } = (await (await page.request.get("/api/map/cells")).json()) as MapCellsAnswer;
  const cell = cells.find((row) => row.townshipCode === rows[0]?.township?.code);
  const ring = cell?.rings[0]?.[0] ?? [];
  const middle = (axis: 0 | 1) => ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length;
  return { lng: middle(0), lat: middle(1) };
}

async function told(page: Page, text: string, point: { lng: number; lat: number }): Promise<ReportAnswer> {
  const id = `linking-${Math.abs(text.length * 7919 + point.lat * 1e6).toFixed(0)}-${text.length}`;
  const answer = await page.request.post("/api/reports", {
    data: { id, text, channel: "public", point, reporter: { name: "李四", phone: "13800005678" } },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as ReportAnswer;
}

it("two people's reports of one lamp are found, merged, told to both and taken apart again", async () => {
  const [desk, resident] = [await house.as("xiangzhen1"), (await house.stranger("phone")).page];
  const spot = await ownSpot(desk);
  const first = await told(resident, "振兴路南头第三盏路灯整夜不亮", spot);
  const second = await told(resident, "振兴路南头的路灯不亮好几天了，走夜路害怕", {
    ...spot,
    lat: spot.lat + 0.0001,
  });

  await desk.goto("/duplicates");
  const group = desk.getByRole("region", { name: `主件 ${first.number}` });
  await group.waitFor();
  await picture(desk, "duplicates-desktop");
  await group.getByRole("button", { name: `把 ${second.number} 并入主件` }).click();
  await desk.getByText(`已并入主件：${second.number}`).waitFor();
  // A slip of the hand is taken back by the press beside the message, and made good
  await picture(desk, "undo-merge-desktop", false);
  await desk.getByRole("button", { name: "撤销", exact: true }).click();
  await desk.getByText(`已撤销并案：${second.number}`).waitFor();
  await group.getByRole("button", { name: `把 ${second.number} 并入主件` }).click();
  await desk.getByText(`已并入主件：${second.number}`).waitFor();
  await group.waitFor({ state: "detached" });

  await desk.goto(`/cases/${first.id}`);
  const bonds = desk.getByRole("region", { name: "并案" });
  await bonds.getByText("并入 1 件，共 1 人反映").waitFor();
  await picture(desk, "lead-case-desktop");

  await resident.goto(`/progress/${second.number}?code=${second.trackingCode}`);
  await resident.getByText("多人反映的是同一件事，已合并办理").first().waitFor();
  await picture(resident, "merged-progress-phone");

  await desk.goto(`/cases/${second.id}`);
  await desk.getByRole("button", { name: /^撤销并案/ }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByLabel("说明").fill("不是同一盏");
  await dialog.getByRole("button", { name: "提交撤销并案" }).click();
  await dialog.waitFor({ state: "detached" });
  await desk.getByText("待立案").first().waitFor();
});

it("a report that is being written shows what is under way nearby, and joins it", async () => {
  const spot = { lng: 118.832, lat: 35.582 };
  await told((await house.stranger("phone")).page, "文化街中段自来水管爆裂往外喷水", spot);
  const resident = (await house.stranger("phone")).page;
  await resident.goto("/report");
  await resident.getByLabel("情况说明").fill("文化街自来水管子爆了，满街是水");
  const near = resident.getByRole("status", { name: "附近已有在办的反映" });
  await near.waitFor();
  await picture(resident, "near-phone");
  await near.getByRole("button").first().click();
  await near.getByText("已选：是同一件").waitFor();
  await resident.getByRole("button", { name: "提交", exact: true }).click();
  await resident.getByText("已记下您认为是同一件").waitFor();
});

it("a letter with two matters is split into two cases on a phone", async () => {
  const [desk, resident] = [await house.as("xiangzhen1", "phone"), (await house.stranger("phone")).page];
  const spot = await ownSpot(desk);
  const letter = await told(resident, "反映两件事：1、村口的垃圾好几天没人收；2、村东头的井盖丢了很危险", {
    ...spot,
    lng: spot.lng + 0.0012,
  });
  await desk.goto(`/cases/${letter.id}`);
  await desk.getByText(/^其他操作/).click();
  await desk.getByRole("button", { name: /^拆分分办/ }).click();
  const dialog = desk.getByRole("dialog");
  await expect
    .poll(async () => await dialog.getByLabel("第 1 件", { exact: true }).inputValue())
    .toContain("垃圾");
  await picture(desk, "split-phone");
  await dialog.getByRole("button", { name: "提交拆分分办" }).click();
  await desk.getByText("已拆成 2 件分办").waitFor();
  await picture(desk, "split-case-phone");
});
