import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BackupLink } from "../../server/domain/recordAnswers.ts";
import { MINUTE } from "../../server/domain/time.ts";
import { type House, openHouse } from "../support/app.ts";

const file = "huying-20260310-083015.db";
const bytes = Buffer.from("SQLite format 3 and a county of years".repeat(5000));

/** A house whose database is a file of its own, with one backup beside it. */
async function withBackup(): Promise<House> {
  const house = await openHouse({ gazetteer: { above: ["山东省", "莒县"], places: [], roads: [] } });
  const { dataDir } = house.deps.config;
  mkdirSync(join(dataDir, "backups"), { recursive: true });
  writeFileSync(join(dataDir, "huying.db"), bytes);
  writeFileSync(join(dataDir, "backups", file), bytes);
  return house;
}

const path = `/api/record/backups/${file}`;

describe("a backup that is taken away", () => {
  it("comes whole, under the county's name and Beijing time, and stands in the security log", async () => {
    const admin = await (await withBackup()).as("admin");
    const link = (await (await admin.post(`${path}/ask`, {})).json()) as BackupLink;
    expect(link).toEqual({ path, name: "呼应备份-莒县-2026-03-10-083015北京时间.db" });
    expect(await (await admin.get("/api/security-log")).text()).not.toContain(file);
    const answer = await admin.get(link.path);
    expect(answer.headers.get("Content-Length")).toBe(String(bytes.length));
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(answer.headers.get("Content-Disposition")).toContain(encodeURIComponent(link.name));
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(await (await admin.get("/api/security-log")).text()).toContain(`${file} ${bytes.length}`);
  });

  it("asks again who it is after ten minutes", async () => {
    const house = await withBackup();
    const admin = await house.as("admin");
    house.clock.advance(11 * MINUTE);
    for (const answer of [await admin.post(`${path}/ask`, {}), await admin.get(path)]) {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: "confirmFirst" });
    }
  });

  it("is the administrator's alone, and nothing else of the machine can be asked for by its name", async () => {
    const house = await withBackup();
    const answer = await (await house.as("centre")).get(path);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("只有系统管理员")]);
    const admin = await house.as("admin");
    for (const name of ["huying.db", "..%2Fhuying.db", "huying-20260310-083016.db", `${file}.json`])
      expect([name, (await admin.get(`/api/record/backups/${name}`)).status]).toEqual([name, 404]);
  });

  it("is refused with the way to do it where the database is no file of the house", async () => {
    const answer = await (await (await openHouse()).as("admin")).get(path);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("pg_dump -Fc");
  });
});
