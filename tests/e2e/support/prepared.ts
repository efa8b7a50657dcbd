/** Cases that stand where the story of a desk begins. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { CaseAnswer } from "../../../server/domain/caseAnswers.ts";
import type { House } from "./house.ts";

export const filed = { action: "file", itemCode: "020101" } as const;
export const sent = { action: "dispatch", unit: "LD" } as const;

/** A dark lamp that the township reported. @param report its id there. @returns the id of the case. */
export async function darkLamp(house: House, report: string, story: string): Promise<string> {
  const township = await house.as("xiangzhen1");
  const taken = await township.request.post("/api/reports", {
    data: {
      id: report,
      text: `${story}：文化街路灯不亮`,
      channel: "township",
      itemCode: "020101",
      point: null,
      address: "城阳街道文化街",
    },
  });
  return ((await taken.json()) as { id: string }).id;
}

export async function caseOf(page: Page, id: string): Promise<CaseAnswer> {
  return (await (await page.request.get(`/api/cases/${id}`)).json()) as CaseAnswer;
}

/** One after the other, each by the version that stands then. */
export async function commanded(
  page: Page,
  id: string,
  commands: readonly Record<string, unknown>[],
): Promise<void> {
  for (const command of commands) {
    const { version } = await caseOf(page, id);
    const answer = await page.request.post(`/api/cases/${id}/moves`, { data: { version, ...command } });
    expect(answer.status(), await answer.text()).toBe(200);
  }
}
