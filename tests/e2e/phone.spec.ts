import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { smallPicture } from "../support/picture.ts";
import { violations } from "./support/axe.ts";
import { openHouse, picture } from "./support/house.ts";

const house = openHouse();

const sidewaysOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function photographed(page: Page): Promise<void> {
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "灯.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await smallPicture()) });
  await page.getByRole("img").first().waitFor();
}

describe("a known kind", () => {
  it("is reported by three taps: camera, category, 提交", async () => {
    const { page } = await house.visitAs("wangge1", "phone");
    await page.addInitScript(() => localStorage.setItem("huying.frequent", '{"020101":9,"010101":3}'));
    await page.goto("/report");
    await photographed(page);
    await page
      .getByRole("button", { name: /^路灯不亮/ })
      .first()
      .click();
    await page.getByText(/位置准确/).waitFor();
    await picture(page, "three-taps-phone");
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "已提交" }).waitFor();
    house.expectNoFault();
  });
});

describe("照片水印", () => {
  const isDarkAbove = async (page: Page, words: string, fromBelow: number): Promise<boolean> => {
    const list = await page.request.get(`/api/cases?tab=all&q=${encodeURIComponent(words)}`);
    const [row] = ((await list.json()) as { rows: { id: string }[] }).rows;
    const { photos } = (await (await page.request.get(`/api/cases/${row?.id}`)).json()) as {
      photos: { id: string }[];
    };
    const picture = sharp(await (await page.request.get(`/api/photos/${photos[0]?.id}`)).body());
    const { height } = await picture.metadata();
    const spot = { left: 300, top: height - fromBelow, width: 4, height: 4 };
    const [red = 255] = await picture.extract(spot).removeAlpha().raw().toBuffer();
    return red < 140;
  };

  it("bears time and place on the phone's own drawing, and on a confidential report the time alone", async () => {
    const { page } = await house.visitAs("wangge1", "phone");
    const light = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#e8e8e8" } })
      .jpeg()
      .toBuffer();
    const file = { name: "亮.jpg", mimeType: "image/jpeg", buffer: light };
    for (const [words, secret] of [
      ["水印甲：路灯不亮", false],
      ["水印乙：邻里纠纷", true],
    ] as const) {
      await page.goto("/report");
      await page.locator("input[type=file]").first().setInputFiles(file);
      await page.getByRole("img").first().waitFor();
      await page.getByLabel("情况说明").fill(words);
      await page.getByText(/位置准确/).waitFor();
      if (secret) {
        await page.getByLabel("代居民上报").check();
        await page.getByLabel("姓名").fill("王某");
        await page.getByLabel(/不让承办单位知道/).check();
      }
      await page.getByRole("button", { name: "提交" }).click();
      await page.getByRole("heading", { name: "已提交" }).waitFor();
    }
    expect(await isDarkAbove(page, "水印甲", 60)).toBe(true);
    expect(await isDarkAbove(page, "水印乙", 60)).toBe(false);
    expect(await isDarkAbove(page, "水印乙", 8)).toBe(true);
  });
});

describe("草稿箱", () => {
  it("lists what was begun with thumbnail, place and time; goes on with the right one; throws away with a way back", async () => {
    const { page } = await house.visitAs("wangge1", "phone");
    await page.goto("/report");
    await page.getByLabel("情况说明").fill("草稿甲：桥头垃圾没人收");
    await photographed(page);
    await page.goto("/home");
    await page.goto("/report");
    await page.getByLabel("情况说明").fill("草稿乙：村口井盖松动");
    await page.goto("/home");
    const box = page.getByRole("region", { name: "草稿箱" });
    await box.getByText("草稿甲").waitFor();
    expect(await box.getByRole("heading").textContent()).toBe("草稿箱 2");
    await box.locator("img").first().waitFor();
    await box.getByText(/已定位 · 今天 \d\d:\d\d · 1 张照片/).waitFor();
    await picture(page, "drafts-phone");
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);

    const rows = box.getByRole("listitem");
    await rows
      .filter({ hasText: "草稿乙" })
      .getByRole("button", { name: /^删除草稿/ })
      .click();
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => rows.count()).toBe(2);

    await rows.filter({ hasText: "草稿甲" }).getByRole("link", { name: "继续" }).click();
    await expect.poll(() => page.getByLabel("情况说明").inputValue()).toBe("草稿甲：桥头垃圾没人收");
    await page.getByRole("img").first().waitFor();
    await page.evaluate(() => localStorage.setItem("huying.theme", "care"));
    await page.goto("/home");
    await box.getByText("草稿甲").waitFor();
    await picture(page, "drafts-care");
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
  });
});

describe("the app on the desktop of a phone", () => {
  it("has a manifest with icons of its own, and says how to install it, once", async () => {
    const { page } = await house.visitAs("wangge1", "phone");
    const manifest = await page.request.get("/manifest.webmanifest");
    expect(manifest.headers()["content-type"]).toContain("manifest+json");
    const { icons, start_url, display } = (await manifest.json()) as {
      icons: { src: string; type: string }[];
      start_url: string;
      display: string;
    };
    expect([start_url, display]).toEqual(["/", "standalone"]);
    for (const { src, type } of icons) {
      const icon = await page.request.get(src);
      expect([src, icon.status(), icon.headers()["content-type"]]).toEqual([src, 200, type]);
    }
    await page.goto("/home");
    const hint = page.getByRole("region", { name: "装到桌面" });
    await hint.waitFor();
    await hint.getByRole("button", { name: "关闭" }).click();
    await hint.waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("link", { name: "我要上报" }).first().waitFor();
    expect(await hint.count()).toBe(0);
  });
});

describe("states that are no dead end", () => {
  it("a phone that may not say where it is: the map and the address are there", async () => {
    const { page, context } = await house.visitAs("wangge1", "phone");
    await context.clearPermissions();
    await page.goto("/report");
    await page.getByText("没有定位权限：请在图上点选，或填写地址").waitFor();
    await page.getByLabel("地址").fill("振兴路与文心路路口");
    await page.getByLabel("情况说明").fill("没有定位也能报：路灯不亮");
    await picture(page, "no-position-phone");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "已提交" }).waitFor();
  });

  it("a camera that gives no picture: the album, or none", async () => {
    const { page } = await house.visitAs("wangge1", "phone");
    await page.goto("/report");
    await page.locator("input[type=file]").first().dispatchEvent("cancel");
    await page.getByText(/相机打不开时可从相册选/).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("a phone that is nearly full is told so before anything is lost", async () => {
    const { page } = await house.visitAs("wangge1", "phone");
    await page.addInitScript(() => {
      navigator.storage.estimate = async () => ({ usage: 95 * 1_048_576, quota: 100 * 1_048_576 });
    });
    await page.goto("/home");
    await page.getByText(/只剩约 5 MB/).waitFor();
    await picture(page, "nearly-full-phone");
    expect(await violations(page)).toEqual([]);
  });

  it("an address without https: what cannot be done, and whom to ask", async () => {
    const { page } = await house.visitAs("wangge1", "phone");
    await page.addInitScript(() => Object.defineProperty(window, "isSecureContext", { value: false }));
    await page.goto("/home");
    await page.getByText(/当前网址不是 https/).waitFor();
    await page.goto("/report");
    await page.getByText("当前网址不支持定位：请在图上点选，或填写地址").waitFor();
    await picture(page, "insecure-phone");
    expect(await violations(page)).toEqual([]);
  });

  it("a fix that takes long is counted in seconds", async () => {
    const { page } = await house.visitAs("wangge1", "phone");
    await page.addInitScript(() => {
      navigator.geolocation.watchPosition = () => 1;
    });
    await page.clock.install();
    await page.goto("/report");
    await page.getByText("正在定位…可先拍照选类").waitFor();
    await page.clock.runFor(13_000);
    await page.getByText(/正在定位…可先拍照选类（已 1\d 秒）/).waitFor();
    await page.clock.runFor(10_000);
    await page.getByText("定不到位：请在图上点选，或填写地址").waitFor();
  });
});
