/** 水印: papers and tables bear the name of whoever takes them, where the county has not switched it off. */
import { describe, expect, it } from "vitest";
import type { SessionAnswer } from "../../server/domain/sessionAnswers.ts";
import { openHouse, reported } from "../support/app.ts";

describe("the watermark", () => {
  it("names viewer, unit and time on papers and on the last line of tables", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const centre = await house.as("centre");
    const paper = await (await centre.get(`/print/cases/${id}`)).text();
    expect(paper).toMatch(/<text[^>]*>王centre 效能中心 <\/text>\s*<text[^>]*>2026-03-10 09:00<\/text>/);
    const table = await (await centre.get("/api/evaluation/table.csv")).text();
    expect(table.trimEnd().split("\r\n").at(-1)).toBe(
      "水印：王centre 效能中心 2026-03-10 09:00 导出，请勿外传",
    );
    expect(((await (await centre.get("/api/session")).json()) as SessionAnswer).watermark).toBe(true);
  });

  it("is left out where it is switched off", async () => {
    const house = await openHouse({ watermark: false });
    const { id } = await reported(await house.as("gridWorker"));
    const centre = await house.as("centre");
    expect(await (await centre.get(`/print/cases/${id}`)).text()).not.toContain('<svg class="mark"');
    expect(await (await centre.get("/api/evaluation/table.csv")).text()).not.toContain("水印");
    expect(((await (await centre.get("/api/session")).json()) as SessionAnswer).watermark).toBe(false);
  });
});
