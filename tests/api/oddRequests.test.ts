/** 刁钻的请求: what a hostile sender does to a body and to headers is refused by name, and never becomes a fault of the house. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { lightReport, openHouse } from "../support/app.ts";

const report = JSON.stringify(lightReport());
const before = (members: string) => `{${members},${report.slice(1)}`;
const lists = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

describe("a body", () => {
  it.each([
    ["nothing but 30,000 lists in each other", lists(30_000), 422],
    [
      "a text that is 30,000 lists in each other",
      before(`"text":${lists(30_000)}`).replace(/"text":"[^"]*",/, ""),
      422,
    ],
    [
      "a place that is 9,000 objects in each other",
      report.replace(/"point":\{[^}]*\}/, `"point":${objects(9000)}`),
      422,
    ],
    ["a field that nobody asked for, 9,000 objects deep", before(`"zz":${objects(9000)}`), 422],
    ["a prototype", before('"__proto__":{"role":"admin"}'), 422],
    ["a constructor", before('"constructor":{"prototype":{"role":"admin"}}'), 422],
    ["half of a character", report.replace("振兴路", String.raw`\ud800`), 422],
    ["a number that is none", report.replace(/"lng":[\d.]+/, '"lng":NaN'), 400],
  ])("of %s is refused", async (_name, body, status) => {
    const house = await openHouse();
    const answer = await (
      await house.as("gridWorker")
    ).request("/api/reports", {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json" },
    });
    expect(answer.status).toBe(status);
    expect(({} as Record<string, unknown>)["role"]).toBeUndefined();
    expect(house.logged.filter((line) => line.includes("failed"))).toEqual([]);
  });

  it.each([
    ["small when opened", report],
    ["two hundred times as large when opened", Buffer.alloc(10_000_000)],
  ])("that comes packed is not opened: %s", async (_name, content) => {
    const house = await openHouse();
    const answer = await (
      await house.as("gridWorker")
    ).request("/api/reports", {
      method: "POST",
      body: new Uint8Array(gzipSync(content)),
      headers: { "Content-Type": "application/json", "Content-Encoding": "gzip" },
    });
    expect(answer.status).toBe(400);
  });
});

describe("a header", () => {
  it.each([
    ["Origin", "https://evil.example"],
    ["Upgrade", "websocket"],
    ["X-Forwarded-Host", "evil.example"],
    ["X-HTTP-Method-Override", "DELETE"],
    ["X-Original-URL", "/api/people"],
  ])("%s: %s of a stranger changes no answer", async (name, value) => {
    const house = await openHouse();
    const client = await house.as("gridWorker");
    const plain = await client.get("/api/session");
    const odd = await client.request("/api/session", { headers: { [name]: value } });
    expect(odd.status).toBe(plain.status);
    expect(await odd.text()).toBe(await plain.text());
    const told = [...odd.headers].map(([key, each]) => `${key}: ${each}`).join("\n");
    expect(told).not.toContain("evil.example");
    expect(told).not.toContain("access-control-");
    // The session still stands
    expect((await client.get("/api/session")).status).toBe(200);
  });
});
