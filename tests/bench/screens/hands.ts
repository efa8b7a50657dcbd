/** What hands and eyes feel: rows after they came, presses until a report is sent. */
import type { Browser, BrowserContext } from "playwright-core";

const PASSWORD = "huying-demo";

declare global {
  interface Window {
    /** When the words of the list had come. */
    listCame?: number;
    listPainted?: number;
  }
}

/** Milliseconds from the arrival of fifty rows until they are painted, on a desk. */
export async function listPaint(browser: Browser, url: string, times: number): Promise<readonly number[]> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, baseURL: url });
  await context.request.post("/api/session", { data: { username: "xiaoneng1", password: PASSWORD } });
  await context.addInitScript(() => {
    const ask = window.fetch.bind(window);
    window.fetch = async (input, init) => {
      const answer = await ask(input, init);
      if (!/\/api\/cases\?/u.test(answer.url)) return answer;
      const words = await answer.text();
      window.listCame = performance.now();
      return new Response(words, answer);
    };
    new MutationObserver((_, watching) => {
      if (document.querySelectorAll("[data-case-row]").length < 50) return;
      watching.disconnect();
      requestAnimationFrame(() => (window.listPainted = performance.now()));
    }).observe(document, { childList: true, subtree: true });
  });
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const page = await context.newPage();
    await page.goto("/cases?tab=all");
    await page.waitForFunction(() => window.listPainted);
    found.push(await page.evaluate(() => (window.listPainted ?? 0) - (window.listCame ?? 0)));
    await page.close();
  }
  await context.close();
  return found;
}

/** Presses of a finger from the open form to a report that is sent: the picture, the kind, the button. */
export async function tapsOfKnownKind(context: BrowserContext, photo: Buffer): Promise<number> {
  const page = await context.newPage();
  let taps = 0;
  await page.goto("/report");
  await page.locator("textarea").first().waitFor();
  // The first press opens the camera, whose own button is not ours
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: photo });
  taps += 1;
  await page.getByRole("img").first().waitFor();
  await page.locator("button[aria-pressed]").first().tap();
  taps += 1;
  await page.getByRole("button", { name: /^提交/u }).tap();
  taps += 1;
  await page
    .getByText(/已提交|已送达|已收到/u)
    .first()
    .waitFor();
  await page.close();
  return taps;
}
