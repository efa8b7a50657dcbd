/** What the house tells whoever runs it: logs, figures, readiness. And what it must not tell them. */
import { join } from "node:path";
import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createApp } from "../../server/app.ts";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createLineWriter, createLog } from "../../server/log.ts";
import { createMetrics } from "../../server/metrics.ts";
import { HOUR, MINUTE } from "../../server/domain/time.ts";
import { moved, openHouse, reported } from "../support/app.ts";

function logged(facts: Parameters<ReturnType<typeof createLog>>[1]): string {
  let line = "";
  createLog(
    (text) => void (line += text),
    () => 0,
  )("thing.happened", facts);
  return line;
}

describe("lines of the log", () => {
  it("of one turn are written together in their order, and before the process ends", async () => {
    const written: string[] = [];
    const lines = createLineWriter((text) => void written.push(text));
    lines.write("a\n");
    lines.write("b\n");
    expect(written).toEqual([]);
    await nextTurn();
    expect(written).toEqual(["a\nb\n"]);
    lines.write("c\n");
    lines.flush();
    await nextTurn();
    expect(written).toEqual(["a\nb\n", "c\n"]);
  });
});

describe("a line of the log", () => {
  it.each([
    "name",
    "phone",
    "text",
    "address",
    "note",
    "reason",
    "token",
    "trackingCode",
    "password",
    "cookie",
  ])("hides a field called %s", (name) => {
    expect(logged({ [name]: "王秀兰 二楼" })).not.toContain("王秀兰");
  });

  it("hides what looks like a telephone number or an identity card, wherever it stands", () => {
    const line = logged({
      error: "bad value 13800005678 of 371122199001011234",
      caseId: "0hgk3n13800005678x",
    });
    expect(line).not.toContain(" 13800005678");
    expect(line).not.toContain("371122199001011234");
    expect(line).toContain("0hgk3n13800005678x");
  });

  it("stays one line of JSON, whatever stands in it", () => {
    const line = logged({ error: 'a\n{"event":"forged"}\r\n' });
    expect(line.trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.parse(line)).toMatchObject({ event: "thing.happened" });
  });

  it("names the route of a request, never its address, and carries the id of the answer", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const answer = await (await house.as("township")).get(`/api/cases/${id}`);
    await house.nobody.get("/甄秀兰/13800005678");
    const line = house.logged.find((row) => row.includes(answer.headers.get("X-Request-Id") ?? "none"));
    expect(JSON.parse(line ?? "{}")).toMatchObject({ route: "/api/cases/:id", method: "GET", status: 200 });
    expect(house.logged.join()).not.toContain("13800005678");
    expect(house.logged.join()).toContain('"route":"none"');
  });
});

describe("/metrics", () => {
  it("counts requests by route and status, with a histogram that adds up", async () => {
    const house = await openHouse();
    await house.nobody.get("/healthz");
    await house.nobody.get("/healthz");
    const text = await (await house.nobody.get("/metrics")).text();
    expect(text).toContain('huying_requests_total{method="GET",route="/healthz",status="200"} 2');
    expect(text).toContain('huying_request_seconds_bucket{route="/healthz",le="+Inf"} 2');
    expect(text).toContain('huying_request_seconds_count{route="/healthz"} 2');
  });

  it("tells what waits: messages, clocks, and the newest backup", async () => {
    const house = await openHouse();
    await reported(await house.as("gridWorker"));
    const told = { channel: "public", reporter: { phone: "13800005678" } };
    const { id } = await reported(house.nobody, told);
    await moved(await house.as("township"), id, { action: "decline", declineReason: "repeat", note: "重复" });
    house.clock.advance(20 * HOUR);
    mkdirSync(join(house.deps.config.dataDir, "backups"));
    writeFileSync(join(house.deps.config.dataDir, "backups", "huying-1.db"), "x");
    const text = await (await house.nobody.get("/metrics")).text();
    const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
    expect(value("huying_outbox_unsent")).toBe(1);
    expect(value("huying_clocks_due")).toBe(1);
    expect(value("huying_sweep_lag_seconds")).toBeGreaterThan(3600);
    expect(value("huying_database_bytes")).toBeGreaterThan(100_000);
    expect(value("huying_last_backup_timestamp_seconds")).toBeGreaterThan(1_600_000_000);
  });

  it("is a text that every line of follows the format", () => {
    const metrics = createMetrics();
    metrics.answered({ method: "GET", route: '/a"b\n', status: 200, seconds: 0.03 });
    metrics.committed();
    const lines = metrics
      .text([{ name: "huying_x", help: "X.", value: 1 }])
      .trimEnd()
      .split("\n");
    for (const line of lines)
      expect(line).toMatch(/^# (HELP|TYPE) huying_\w+ .+$|^huying_\w+(\{(\w+="[^"\\]*",?)+\})? [\d.e+-]+$/);
    expect(lines).toContain("huying_commits_total 1");
  });

  it("answers this machine only, not through a proxy, unless the setting says so", async () => {
    const house = await openHouse();
    const ask = async (metrics: "off" | "loopback" | "on", headers: Record<string, string> = {}) =>
      (
        await createApp({ ...house.deps, config: { ...house.deps.config, metrics } }).request("/metrics", {
          headers,
        })
      ).status;
    expect(await ask("loopback")).toBe(200);
    expect(await ask("loopback", { "X-Forwarded-For": "203.0.113.9" })).toBe(404);
    expect(await ask("off")).toBe(404);
    expect(await ask("on", { "X-Forwarded-For": "203.0.113.9" })).toBe(200);
  });

  it("holds nothing of any person", async () => {
    const house = await openHouse();
    const { id, number } = await reported(house.nobody, {
      channel: "public",
      reporter: { name: "甄秀兰", phone: "13800005678" },
    });
    await moved(await house.as("township"), id, { action: "comment", note: "已联系甄秀兰" });
    const text = await (await house.nobody.get("/metrics")).text();
    for (const secret of ["甄秀兰", "13800005678", id, number, "township-1"])
      expect(text).not.toContain(secret);
  });
});

describe("readiness", () => {
  it("is given while the house is in order", async () => {
    const house = await openHouse();
    const answer = await house.nobody.get("/readyz");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ready: true, troubles: [] });
  });

  it("is refused when nothing can be written, and comes back with the disk", async () => {
    const house = await openHouse();
    const probe = house.store.gauges.probe.bind(house.store.gauges);
    Object.assign(house.store.gauges, {
      probe: async () => {
        throw new Error("attempt to write a readonly database");
      },
    });
    const answer = await house.nobody.get("/readyz");
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ ready: false, troubles: ["notWritable"] });
    Object.assign(house.store.gauges, { probe });
    expect((await house.nobody.get("/readyz")).status).toBe(200);
  });

  it("is refused when the sweep hangs, and while the house is closing", async () => {
    const house = await openHouse();
    await reported(await house.as("gridWorker"));
    house.clock.advance(20 * HOUR);
    expect(await (await house.nobody.get("/readyz")).json()).toMatchObject({ troubles: ["sweepLate"] });
    house.clock.advance(-20 * HOUR + MINUTE);
    house.deps.live.close();
    expect(await (await house.nobody.get("/readyz")).json()).toMatchObject({ troubles: ["stopping"] });
  });
});
