import { describe, expect, it } from "vitest";
import type { CaseAnswer } from "../../server/domain/caseAnswers.ts";
import type { ProgressAnswer } from "../../server/domain/reportAnswers.ts";
import { type Client, type House, moved, openHouse } from "../support/app.ts";
import { photoOf, smallPicture } from "../support/picture.ts";

async function send(client: Client, path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return await client.request(path, { method: "POST", body: new URLSearchParams(form) });
}

const report = {
  id: "plain-story-00000001",
  text: "振兴路路灯不亮",
  address: "振兴路南头",
  phone: "13800005678",
};

type Receipt = { readonly number: string; readonly code: string };

/** Number and tracking code as they stand on the receipt. */
async function receiptOf(answer: Response): Promise<Receipt> {
  const page = await answer.text();
  const [number = "", code = ""] = [...page.matchAll(/class="code">([^<]+)</g)].map((found) =>
    found[1]?.trim(),
  );
  return { number, code };
}

/** Reported without scripts, then handled by the county up to its closing. */
async function closed(house: House) {
  const receipt = await receiptOf(await send(house.nobody, "/plain/report", report));
  const township = await house.as("township");
  const found = await house.store.cases.byNumber(receipt.number);
  const id = found?.id ?? "";
  await moved(await house.as("centre"), id, { action: "place", point: { lng: 118.83, lat: 35.58 } });
  await moved(township, id, { action: "file", itemCode: "020101" });
  await moved(township, id, { action: "dispatch", unit: "LD" });
  const lights = await house.as("lights");
  await moved(lights, id, { action: "accept" });
  await moved(lights, id, { action: "handle", result: "换了灯泡", photosAfter: [await photoOf(lights)] });
  await moved(await house.as("gridWorker"), id, { action: "check" });
  await moved(township, id, { action: "close" });
  return receipt;
}

async function progressOf(house: House, { number, code }: Receipt): Promise<ProgressAnswer> {
  const answer = await house.nobody.get(`/api/progress/${number}?code=${code}`);
  return (await answer.json()) as ProgressAnswer;
}

describe("the pages without scripts", () => {
  it("take a report whose receipt opens its progress", async () => {
    const house = await openHouse();
    const answer = await send(house.nobody, "/plain/report", report);
    expect(answer.status).toBe(201);
    const receipt = await receiptOf(answer);
    const page = await (await send(house.nobody, "/plain/progress", receipt)).text();
    for (const words of ["振兴路路灯不亮", "已收到，正在核对。", "补充情况"]) expect(page).toContain(words);
    expect(page).not.toContain("<script");
  });

  it("make one report of a form that is sent twice", async () => {
    const house = await openHouse();
    const first = await receiptOf(await send(house.nobody, "/plain/report", report));
    const second = await receiptOf(await send(house.nobody, "/plain/report", report));
    expect(second).toEqual(first);
  });

  it("keep what was written when it is refused, and say why", async () => {
    const house = await openHouse();
    const answer = await send(house.nobody, "/plain/report", { ...report, phone: "电话<b>没有" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("振兴路路灯不亮");
    expect(page).toContain('value="电话&lt;b&gt;没有"');
    expect(page).toMatch(/role="alert">[^<]*电话号码/u);
  });

  it("take photos, and name the one that is none", async () => {
    const house = await openHouse();
    const sendWith = async (file: File) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(report)) form.append(name, value);
      form.append("photos", file);
      return await house.nobody.request("/plain/report", { method: "POST", body: form });
    };
    const bad = await sendWith(new File(["no picture"], "说明.jpg", { type: "image/jpeg" }));
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain("照片“说明.jpg”没有收下");
    const good = await sendWith(new File([await smallPicture()], "灯.jpg", { type: "image/jpeg" }));
    expect(good.status).toBe(201);
    const { number } = await receiptOf(good);
    const found = await house.store.cases.byNumber(number);
    const file = await (await house.as("centre")).get(`/api/cases/${found?.id}`);
    expect(((await file.json()) as CaseAnswer).photos).toHaveLength(1);
  });

  it("rate a closed case", async () => {
    const house = await openHouse();
    const receipt = await closed(house);
    const form = { ...receipt, action: "rate", score: "4", solved: "yes", note: "挺快" };
    const rated = await send(house.nobody, "/plain/progress/act", form);
    expect(rated.status).toBe(200);
    expect(await rated.text()).toContain("您的评价：");
    expect((await progressOf(house, receipt)).rating).toBe(4);
  });

  it("say once that it is not solved, and why a second time is refused", async () => {
    const house = await openHouse();
    const receipt = await closed(house);
    const form = { ...receipt, action: "reopen", reopenNote: "又不亮了" };
    expect((await send(house.nobody, "/plain/progress/act", form)).status).toBe(200);
    const again = await send(house.nobody, "/plain/progress/act", form);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("没有成功");
    const { step, entries } = await progressOf(house, receipt);
    expect(step).not.toBe("done");
    expect(entries.filter(({ action }) => action === "reopen")).toHaveLength(1);
  });

  it("answer a wrong code and an unknown number alike", async () => {
    const house = await openHouse();
    const { number } = await receiptOf(await send(house.nobody, "/plain/report", report));
    const wrong = await send(house.nobody, "/plain/progress", { number, code: "no-such-code" });
    const unknown = await send(house.nobody, "/plain/progress", {
      number: "20260310-09999",
      code: "no-such-code",
    });
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    const alert = async (answer: Response) => /role="alert">([^<]*)</u.exec(await answer.text())?.[1];
    expect(await alert(wrong)).toBe(await alert(unknown));
  });

  it("are written to by forms of this site only", async () => {
    const house = await openHouse();
    const foreign = await house.nobody.request("/plain/report", {
      method: "POST",
      body: new URLSearchParams(report),
      headers: { "Sec-Fetch-Site": "cross-site" },
    });
    expect(foreign.status).toBe(403);
    expect((await house.nobody.post("/plain/report", report)).status).toBe(415);
  });

  it("gives a receipt with the hash of the record, and pages in large type without a script", async () => {
    const house = await openHouse();
    const page = await (await send(house.nobody, "/plain/report", report)).text();
    const found = await house.store.cases.byNumber(/class="code">(\d{8}-\d+)</u.exec(page)?.[1] ?? "");
    const [first] = await house.store.cases.history(found?.id ?? "");
    const told = first?.hash.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ");
    expect(page).toContain(told);
    expect(page).toContain('<input id="large" type="checkbox" />');
    expect(page).not.toContain("<script");
  });

  it("take words with a picture, and a matter back that is settled", async () => {
    const house = await openHouse();
    const receipt = await receiptOf(await send(house.nobody, "/plain/report", report));
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...receipt, action: "comment", addNote: "第四盏也不亮" }))
      form.set(name, value);
    form.set("photos", new File([await smallPicture()], "灯.jpg", { type: "image/jpeg" }));
    const added = await house.nobody.request("/plain/progress/act", { method: "POST", body: form });
    expect(added.status).toBe(200);
    const found = await house.store.cases.byNumber(receipt.number);
    expect(found?.photos).toMatchObject([{ stage: "before" }]);

    const withdrawn = await send(house.nobody, "/plain/progress/act", {
      ...receipt,
      action: "withdraw",
      withdrawNote: "自己亮了",
    });
    const page = await withdrawn.text();
    for (const words of ["您已撤回，不再办理。", "您撤回了这件诉求", "“自己亮了”"])
      expect(page).toContain(words);
    expect(page).not.toContain("撤回，不再办理</button>");
    expect((await house.store.cases.byNumber(receipt.number))?.state).toBe("withdrawn");
  });

  it("say why a picture was not taken, and keep the case open on the page", async () => {
    const house = await openHouse();
    const receipt = await receiptOf(await send(house.nobody, "/plain/report", report));
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...receipt, action: "comment", addNote: "见图" }))
      form.set(name, value);
    form.set("photos", new File(["no picture"], "坏.jpg", { type: "image/jpeg" }));
    const answer = await house.nobody.request("/plain/progress/act", { method: "POST", body: form });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("照片“坏.jpg”没有收下");
  });
});
