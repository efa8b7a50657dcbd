import { encodeQR } from "qr";
import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../../server/domain/time.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { type Client, type House, moved, openHouse, reported } from "../support/app.ts";

async function dispatched(house: House, changes: Record<string, unknown> = {}): Promise<string> {
  const township = await house.as("township");
  const { id } = await reported(await house.as("gridWorker"), changes);
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  return id;
}

async function paper(client: Client, path: string): Promise<string> {
  const answer = await client.get(`/print/cases/${path}`);
  if (answer.status !== 200) throw new Error(`Got ${answer.status}: ${await answer.text()}`);
  return await answer.text();
}

describe("an order on paper", () => {
  it("names unit, demand and limit, has lines to sign on and a code that leads to the case", async () => {
    const house = await openHouse();
    const id = await dispatched(house);
    const centre = await house.as("centre");
    await moved(centre, id, { action: "supervise", note: "请说明<原因>并报整改措施" });
    const page = await paper(centre, `${id}/orders/supervise`);
    const wanted = [
      "督办单",
      "路灯所",
      "请说明&lt;原因&gt;并报整改措施",
      "回复期限",
      "签收人（签字）",
      "效能中心",
    ];
    for (const words of wanted) expect(page).toContain(words);
    expect(page).toContain(encodeQR(`http://localhost/cases/${id}`, "svg", { ecc: "medium", border: 1 }));
  });

  it("tells who has read it on the paper of those who sent it, and nobody else's", async () => {
    const house = await openHouse();
    const id = await dispatched(house);
    const [centre, lights] = [await house.as("centre"), await house.as("lights")];
    await moved(centre, id, { action: "urge", note: "请抓紧" });
    await lights.post(`/api/cases/${id}/read`, {});
    expect(await paper(centre, `${id}/orders/urge`)).toMatch(/王lights [^，；]* 已读/u);
    expect(await paper(lights, `${id}/orders/urge`)).not.toContain("已读");
  });

  it("says of a step of the ladder that nobody was named, and of an answer what it was", async () => {
    const house = await openHouse();
    const id = await dispatched(house);
    house.clock.advance(2 * DAY + 10 * HOUR);
    await sweep(house.deps);
    await moved(await house.as("lights"), id, { action: "explain", note: "今晚施工" });
    const page = await paper(await house.as("centre"), `${id}/orders/supervise`);
    for (const words of ["系统按催办阶梯自动发出", "没有指定接收人", "今晚施工"])
      expect(page).toContain(words);
  });

  it("exists only where the order was given", async () => {
    const house = await openHouse();
    const id = await dispatched(house);
    const centre = await house.as("centre");
    expect((await centre.get(`/print/cases/${id}/orders/circulate`)).status).toBe(404);
    // An act that is no order has no paper, by its number neither
    expect((await centre.get(`/print/cases/${id}/orders/1`)).status).toBe(404);
  });
});

describe("a case on paper", () => {
  it("shows what its reader may see, and no more", async () => {
    const house = await openHouse();
    const reporter = { name: "李小明", phone: "13800001234" };
    const id = await dispatched(house, { reporter: { ...reporter, confidential: true } });
    const page = await paper(await house.as("lights"), id);
    expect(page).toContain("案卷");
    expect(page).toContain("振兴路路灯不亮");
    for (const secret of ["李小明", "13800001234", "李*", "138****1234"]) expect(page).not.toContain(secret);
    expect(await paper(await house.as("centre"), id)).not.toContain("13800001234");
  });

  it("is not drawn for those who may not see it, nor for nobody", async () => {
    const house = await openHouse();
    const id = await dispatched(house);
    expect((await (await house.as("water")).get(`/print/cases/${id}`)).status).toBe(404);
    expect((await (await house.as("admin")).get(`/print/cases/${id}`)).status).toBe(404);
    expect((await house.nobody.get(`/print/cases/${id}`)).status).toBe(401);
    expect((await (await house.as("centre")).get("/print/cases/none")).status).toBe(404);
  });
});
