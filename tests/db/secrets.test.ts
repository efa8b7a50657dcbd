/** Names and numbers at rest: sealed, found by hash, and in no file of the database readable. */
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../db/open.ts";
import { addKey, KeyFault, keyFileName, makeKeyFile, readKeyFile } from "../../db/secrets/keyFile.ts";
import { createRing, phoneDigits, UNREADABLE } from "../../db/secrets/ring.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { Store } from "../../db/store.ts";
import { aDecision } from "../../fixtures/build.ts";
import { temporaryFolder } from "../support/store.ts";
import { openOffice } from "../support/terminal.ts";

const ringOf = (...ids: readonly string[]) => createRing(new Map(ids.map((id) => [id, randomBytes(32)])));

describe("a ring of keys", () => {
  it("opens whatever it sealed, in its own column alone", () => {
    const ring = ringOf("k1");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const stored = ring.seal("a", text);
        expect(ring.open("a", stored)).toBe(text);
        expect(ring.open("b", stored)).toBe(UNREADABLE);
      }),
    );
  });

  it("says the same of a number every time, and never the same of a sealed text", () => {
    const ring = ringOf("k1");
    expect(ring.lookup("13800005678")).toBe(ring.lookup("13800005678"));
    expect(ring.lookup("13800005678")).not.toBe(ringOf("k1").lookup("13800005678"));
    expect(ring.seal("a", "王")).not.toBe(ring.seal("a", "王"));
  });

  it("opens no value of which one letter was changed", () => {
    const ring = ringOf("k1");
    const stored = ring.seal("a", "13800005678");
    for (let at = "v1.k1.".length; at < stored.length - 1; at++) {
      const other = stored[at] === "A" ? "B" : "A";
      expect(ring.open("a", stored.slice(0, at) + other + stored.slice(at + 1))).toBe(UNREADABLE);
    }
  });

  it("compares numbers by their digits", () => {
    expect(["+86 138-0000-5678", "138 0000 5678", "8613800005678"].map(phoneDigits)).toEqual(
      Array(3).fill("13800005678"),
    );
    expect(phoneDigits("0633-8612345")).toBe("06338612345");
  });
});

describe("the file of keys", () => {
  it("is made for its owner alone, and refused when others may read it", () => {
    const path = join(aFolder(), keyFileName);
    makeKeyFile(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    chmodSync(path, 0o640);
    expect(() => readKeyFile(path)).toThrow(/640.*600/);
  });

  it("stops the start when it is gone or another one, and is never made anew for a database that has one", async () => {
    const folder = aFolder();
    await openSqlite(folder).close();
    const path = join(folder, keyFileName);
    renameSync(path, `${path}.away`);
    await expect(openStore({ databaseUrl: null, dataDir: folder })).rejects.toThrow(KeyFault);
    expect(existsSync(path)).toBe(false);
    makeKeyFile(path);
    await expect(openStore({ databaseUrl: null, dataDir: folder })).rejects.toThrow("不是同一把");
    renameSync(`${path}.away`, path);
    await (await openStore({ databaseUrl: null, dataDir: folder })).close();
  });

  it("may lie elsewhere", async () => {
    const [folder, vault] = [aFolder(), aFolder()];
    const keyFile = join(vault, "county.keys");
    await (await openStore({ databaseUrl: null, dataDir: folder, keyFile })).close();
    expect(existsSync(keyFile)).toBe(true);
    expect(existsSync(join(folder, keyFileName))).toBe(false);
  });
});

const people = Array.from({ length: 40 }, (_, index) => ({
  name: `慕容探针${String(index).padStart(2, "0")}号`,
  phone: `139777${String(10_000 + index * 7)}`,
}));

async function plant(store: Store): Promise<readonly string[]> {
  const decisions = people.map((reporter) => ({ ...aDecision(), reporter }));
  for (const decision of decisions) await store.commit(decision);
  return decisions.map((decision) => decision.case.id);
}

/** Every planted word that stands in a file of the folder, in either encoding of SQLite. */
function findings(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.flatMap((file) => {
    const bytes = readFileSync(join(file.parentPath, file.name));
    const words = people.flatMap(({ name, phone }) => [name, phone]);
    return words.filter((word) => bytes.includes(word)).map((word) => `${file.name}: ${word}`);
  });
}

describe("planted names and numbers", () => {
  it("stand in no byte of the database, its log and a backup", async () => {
    const folder = aFolder();
    const store = openSqlite(folder);
    await plant(store);
    mkdirSync(join(folder, "backups"));
    await store.backupTo(join(folder, "backups", "copy.db"));
    expect(readFileSync(join(folder, "huying.db-wal")).length).toBeGreaterThan(100_000);
    expect(findings(folder)).toEqual([]);
    await store.close();
    expect(findings(folder)).toEqual([]);
  });

  it("leave the files of a database from before sealing when it is opened, and its records hold", async () => {
    const folder = aFolder();
    const first = openSqlite(folder);
    const ids = await plant(first);
    await first.close();
    const bare = new Database(join(folder, "huying.db"));
    const update = bare.prepare(
      "update reporters set name = ?, phone = ?, phone_key = null where case_id = ?",
    );
    for (const [index, { name, phone }] of people.entries()) update.run(name, phone, ids[index]);
    bare.close();
    expect(findings(folder).length).toBe(2 * people.length);
    const store = await openStore({ databaseUrl: null, dataDir: folder });
    expect(await store.cases.reporter(ids[7] ?? "")).toEqual(people[7]);
    expect((await store.verify()).faults).toEqual([]);
    expect(findings(folder)).toEqual([]);
    await store.close();
    expect(findings(folder)).toEqual([]);
  });
});

describe("huying keys", () => {
  it("changes the key, goes on where it was cut off, and drops the old one when asked", async () => {
    const { folder, run } = openOffice();
    const first = openSqlite(folder);
    const ids = await plant(first);
    await first.close();
    // Cut off after the new key and a first part
    addKey(join(folder, keyFileName));
    const cut = openSqlite(folder);
    expect(await cut.secrets.reseal(13)).toBe(13);
    expect(await cut.secrets.waiting()).toBe(27);
    for (const index of [0, 39])
      expect((await cut.cases.ofPhone(people[index]?.phone ?? "", 5)).map(({ id }) => id)).toEqual([
        ids[index],
      ]);
    await cut.close();
    const { code, out, err } = await run("keys", "rotate", "--drop");
    expect([code, err]).toMatchObject([0, expect.stringContaining("还有 27 件")]);
    expect(out).toContain("已换用密钥 k2，重新加密 27 件。已删掉旧密钥 k1");
    const after = openSqlite(folder);
    expect(await Promise.all(ids.map((id) => after.cases.reporter(id)))).toEqual(people);
    expect((await after.verify()).faults).toEqual([]);
    // The old key is gone from the file: numbers from before the change are found by the new one all the same
    for (const [index, id] of ids.entries())
      expect((await after.cases.ofPhone(people[index]?.phone ?? "", 50)).map((one) => one.id)).toContain(id);
    await after.close();
    expect((await run("keys", "rotate")).out).toContain("已换用密钥 k3，重新加密 40 件");
    expect((await run("keys")).out).toContain("k2、k3，现用 k3。全部用它加密");
  });

  it("does nothing while a server works on the folder, and knows no other act", async () => {
    const { folder, run } = openOffice();
    const server = openSqlite(folder);
    expect(await run("keys", "rotate")).toMatchObject({ code: 3, err: expect.stringContaining("正由") });
    await server.close();
    expect(readKeyFile(join(folder, keyFileName)).ids).toEqual(["k1"]);
    expect(await run("keys", "burn")).toMatchObject({ code: 2 });
  });
});

function aFolder(): string {
  const folder = temporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
