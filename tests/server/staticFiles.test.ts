/** What the house sends of its built screens: the smallest form that the browser can read, kept as long as it may be. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../server/appEnv.ts";
import { headers } from "../../server/door.ts";
import { staticFiles } from "../../server/staticFiles.ts";
import { presetConfig } from "../../server/config.ts";

const page = "<!doctype html><title>呼应</title>";
const script = "export const words = '我要上报';".repeat(20);
const folder = mkdtempSync(join(tmpdir(), "huying-static-"));
let app: Hono<App>;

afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  mkdirSync(join(folder, "assets"));
  const texts = { "index.html": page, "assets/index-1.js": script };
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
  }
  writeFileSync(join(folder, "icon.svg"), "<svg/>");
  app = new Hono<App>().use(headers({ config: presetConfig() })).route("/", staticFiles(folder));
});

const ask = (path: string, accepted?: string) =>
  app.request(path, accepted === undefined ? {} : { headers: { "Accept-Encoding": accepted } });

describe("a file of the built screens", () => {
  it("comes packed by brotli where the browser reads it, whatever it names first", async () => {
    const answer = await ask("/assets/index-1.js", "gzip, deflate, br, zstd");
    expect(answer.headers.get("Content-Encoding")).toBe("br");
    expect(brotliDecompressSync(await answer.arrayBuffer()).toString()).toBe(script);
    expect(answer.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
  });

  it.each(["gzip", "gzip, br;q=0", "GZIP;q=0.5"])("comes packed by gzip for %s", async (accepted) => {
    const answer = await ask("/assets/index-1.js", accepted);
    expect(answer.headers.get("Content-Encoding")).toBe("gzip");
    expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(script);
  });

  it.each([undefined, "identity", "br;q=0"])("comes as it is for %s", async (accepted) => {
    const answer = await ask("/assets/index-1.js", accepted);
    expect(answer.headers.get("Content-Encoding")).toBeNull();
    expect(await answer.text()).toBe(script);
  });

  it("is told apart by caches between here and the phone", async () => {
    expect((await ask("/assets/index-1.js", "br")).headers.get("Vary")).toBe("Accept-Encoding");
    expect((await ask("/assets/index-1.js")).headers.get("Vary")).toBe("Accept-Encoding");
  });

  it("that nobody packed comes as it is", async () => {
    expect(await (await ask("/icon.svg", "br, gzip")).text()).toBe("<svg/>");
  });

  it.each(["/.env", "/.git/config", "/.git/HEAD", "/%2Eenv", "/a/.well/b"])(
    "is none behind a name that begins with a dot, and no page either: %s",
    async (path) => {
      expect((await ask(path)).status).toBe(404);
      expect((await ask("/cases/20261120-00001")).status).toBe(200);
    },
  );

  it("says on the page what a document must say, and on its scripts only what they need", async () => {
    const document = await ask("/home", "br");
    expect(brotliDecompressSync(await document.arrayBuffer()).toString()).toBe(page);
    expect(document.headers.get("Content-Security-Policy")).toContain("default-src 'self'");
    const asset = await ask("/assets/index-1.js", "br");
    expect(asset.headers.get("Content-Security-Policy")).toBeNull();
    expect(asset.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(asset.headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(asset.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  });
});
