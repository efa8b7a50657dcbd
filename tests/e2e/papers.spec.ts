/**
 * Somebody inside walks the papers of a confidential report: its handler reads what there is to do and never who told;
 * whoever has nothing to do with it finds no paper at all. Looked for in all that came over the wire, attributes too.
 */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();
const reporter = { name: "卓清扬", phone: "13987651234" };
/** As it is, and as the masks of other rows would show it. */
const tellTales = ["卓清扬", "卓*", "13987651234", "139****1234"];

it("shows a handler the papers without the reporter, and others none", async () => {
  const id = await confidentialCase();
  const papers = ["", "/orders/urge", "/orders/supervise"].map((part) => `/print/cases/${id}${part}`);

  const handler = await house.as("bumen1");
  for (const [at, path] of papers.entries()) {
    const answer = await handler.goto(path);
    expect(answer?.status()).toBe(200);
    await handler.getByText("举报线索：路灯电缆被盗").first().waitFor();
    expectSilent((await answer?.text()) ?? "");
    const mark = handler.locator("svg.mark pattern text").first();
    expect(await mark.textContent()).toContain("路灯");
    const height = (selector: string) =>
      handler
        .locator(selector)
        .first()
        .evaluate((found) => found.getBoundingClientRect().height);
    expect(await height("svg.mark")).toBeGreaterThan(0);
    await handler.emulateMedia({ media: "print" });
    expect(await mark.evaluate((text) => getComputedStyle(text).visibility)).toBe("visible");
    expect(await height("svg.mark")).toBeGreaterThanOrEqual((await height(".paper")) - 1);
    await handler.emulateMedia({ media: "screen" });
    await picture(handler, `paper-handler-${at}`);
  }
  const proof = await handler.request.get(`/api/cases/${id}/proof`);
  expect(proof.status()).toBe(200);
  expectSilent(await proof.text());
  expect(await proof.text()).not.toContain("路灯电缆");

  // Another township, its grid worker, another department: not even that there is such a case
  for (const username of ["xiangzhen6", "wangge8", "bumen4"]) {
    const page = await house.as(username, "phone");
    for (const path of papers) {
      const answer = await page.goto(path);
      expect(answer?.status(), `${username} ${path}`).toBe(404);
      expect(await page.content()).not.toContain("路灯电缆");
      expectSilent(await page.content());
    }
    await picture(page, `paper-${username}`);
    expect((await page.request.get(`/api/cases/${id}/proof`)).status()).toBe(404);
    await page.context().close();
  }
});

function expectSilent(text: string): void {
  expect(text.length).toBeGreaterThan(100);
  for (const told of tellTales) expect(text.includes(told), told).toBe(false);
}

/** Taken in by a township, with the department, urged and supervised. */
async function confidentialCase(): Promise<string> {
  const township = await house.as("xiangzhen1");
  const centre = await house.as("xiaoneng1");
  const { rows } = await read<CaseListAnswer>(township, "/api/cases?tab=all");
  const { point } = await read<CaseAnswer>(township, `/api/cases/${rows[0]?.id ?? ""}`);
  const taken = await township.request.post("/api/reports", {
    data: {
      id: "papers-walk",
      text: "举报线索：路灯电缆被盗",
      channel: "township",
      point: point && { lng: point.lng, lat: point.lat },
      reporter: { ...reporter, confidential: true },
    },
  });
  const { id } = (await taken.json()) as { readonly id: string };
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  await moved(centre, id, { action: "urge", note: "请抓紧" });
  await moved(centre, id, { action: "supervise", note: "请说明原因" });
  return id;
}

async function read<T>(page: Page, path: string): Promise<T> {
  return (await (await page.request.get(path)).json()) as T;
}

async function moved(page: Page, id: string, command: Record<string, unknown>): Promise<void> {
  const { version } = await read<CaseAnswer>(page, `/api/cases/${id}`);
  const answer = await page.request.post(`/api/cases/${id}/moves`, { data: { version, ...command } });
  expect(answer.status(), await answer.text()).toBe(200);
}
