/** 保密件: who handles it learns nothing of the reporter, by none of the ways there are out of the house. */
import { describe, expect, it } from "vitest";
import type { CaseListAnswer } from "../../server/domain/listAnswers.ts";
import type { ExportAnswer } from "../../server/domain/securityAnswers.ts";
import { moved, openHouse, reported } from "../support/app.ts";

const secrets = ["欧阳明珠", "明珠", "13800005678", "5678"];

describe("the handler of a confidential case", () => {
  it("cannot find it by the reporter, and reads nothing of them on paper, in tables, names of files or the log", async () => {
    const house = await openHouse();
    const centre = await house.as("centre");
    const { id, number } = await reported(centre, {
      channel: "hotline",
      reporter: { name: "欧阳明珠", phone: "13800005678", confidential: true },
    });
    const township = await house.as("township");
    await moved(township, id, { action: "file", itemCode: "020101" });
    await moved(township, id, { action: "dispatch", unit: "LD" });
    const lights = await house.as("lights");
    for (const viewer of [lights, township, centre])
      for (const secret of secrets) {
        const query = `?tab=all&q=${encodeURIComponent(secret)}`;
        const found = (await (await viewer.get(`/api/cases${query}`)).json()) as CaseListAnswer;
        expect(found.rows.map((row) => row.number)).not.toContain(number);
      }
    const asked = { filter: { tab: "all" }, personal: false, reason: "本单位台账" };
    const { id: table } = (await (await lights.post("/api/exports", asked)).json()) as ExportAnswer;
    const answers = [
      await lights.get(`/api/cases/${id}`),
      await lights.get(`/print/cases/${id}`),
      await lights.get(`/api/cases/${id}/proof`),
      await lights.get("/api/inbox"),
      await lights.get("/api/precedents?itemCode=020101"),
      await lights.post(`/api/exports/${table}/take`, {}),
    ];
    for (const answer of answers) {
      const text = `${answer.headers.get("Content-Disposition") ?? ""} ${await answer.text()}`;
      for (const secret of ["欧阳", "明珠", "13800005678"]) expect(text).not.toContain(secret);
    }
    expect((await lights.post(`/api/cases/${id}/reveal`, { reason: "电话核实" })).status).toBe(403);
    for (const line of house.logged)
      for (const secret of secrets.slice(0, 3)) expect(line).not.toContain(secret);
  });
});
