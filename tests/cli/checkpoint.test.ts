import { chmodSync, copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { readVerifierKey } from "../../db/record/note.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { Checkpoint } from "../../db/store.ts";
import { type Office, openOffice } from "../support/terminal.ts";

async function filled(env: Readonly<Record<string, string>> = {}): Promise<Office> {
  const office = openOffice(env);
  writeFileSync(join(office.folder, "messages.csv"), "内容\n路灯不亮\n井盖丢失\n");
  await office.run("import", join(office.folder, "messages.csv"));
  return office;
}

describe("huying restore with a checkpoint that was kept outside", () => {
  it("takes a backup that the checkpoint goes on from or to, and refuses one that is older", async () => {
    const { run, folder } = await filled();
    const [early, late, saved] = ["early.db", "late.db", "saved.txt"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await run("backup", early);
    writeFileSync(join(folder, "more.csv"), "内容\n井盖又丢了\n");
    await run("import", join(folder, "more.csv"));
    await run("checkpoint", "--out", saved);
    await run("backup", late);
    expect(await run("restore", early, "--checkpoint", saved)).toMatchObject({
      code: 1,
      out: expect.stringContaining("没有恢复"),
    });
    expect(await run("verify", "--checkpoint", saved)).toMatchObject({ code: 0 });
    expect(await run("restore", late, "--checkpoint", saved)).toMatchObject({ code: 0 });
    expect(await run("verify", "--checkpoint", saved)).toMatchObject({ code: 0 });
    expect(await run("restore", early)).toMatchObject({ code: 0 });
    expect(await run("restore", late, "--checkpoint", early)).toMatchObject({ code: 2 });
  });
});

describe("huying restore with a checkpoint that the house did not sign", () => {
  it("restores nothing by it, whoever else signed it and whatever it fits", async () => {
    const { run, folder } = await filled();
    const [backup, saved, foreign] = ["backup.db", "saved.txt", "foreign.txt"].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    await run("checkpoint", "--out", saved);
    await run("backup", backup);
    const before = readFileSync(join(folder, "huying.db"));
    const note = readFileSync(saved, "utf8");
    // The tree is that of the backup; only the signature is somebody else's
    rmSync(join(folder, "record-key.pem"));
    const known = readFileSync(join(folder, "record-keys.txt"), "utf8");
    await run("checkpoint", "--out", foreign);
    writeFileSync(join(folder, "record-keys.txt"), known);
    rmSync(join(folder, "record-key.pem"));
    expect(await run("restore", backup, "--checkpoint", foreign)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/检查点是这里不认识的密钥签的[^]*没有恢复/),
    });
    writeFileSync(foreign, note.replace("01:00:00", "00:00:00"));
    expect(await run("restore", backup, "--checkpoint", foreign)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/检查点的签名不对[^]*没有恢复/),
    });
    expect(readFileSync(join(folder, "huying.db")).equals(before)).toBe(true);
    expect(await run("restore", backup, "--checkpoint", saved)).toMatchObject({ code: 0 });
  });

  it("asks for the public key on a machine that knows none, and takes the one it is given", async () => {
    const { run, folder } = await filled();
    const [backup, saved] = ["backup.db", "saved.txt"].map((name) => join(folder, name)) as [string, string];
    await run("checkpoint", "--out", saved);
    const key = (await run("checkpoint", "--key")).out.trim();
    await run("backup", backup);
    for (const name of ["record-key.pem", "record-keys.txt"]) rmSync(join(folder, name));
    expect(await run("restore", backup, "--checkpoint", saved)).toMatchObject({
      code: 2,
      err: expect.stringContaining("--key"),
    });
    expect(await run("restore", backup, "--checkpoint", saved, "--key", key)).toMatchObject({ code: 0 });
  });
});

describe("huying verify --checkpoint on a machine that knows no key", () => {
  const unchecked = /没有核对签名[^]*是否出自本系统没有证明[^]*signatureUnchecked/;

  async function strangeHouse() {
    const { run, folder } = await filled();
    const saved = join(folder, "saved.txt");
    await run("checkpoint", "--out", saved);
    const key = (await run("checkpoint", "--key")).out.trim();
    for (const name of ["record-key.pem", "record-keys.txt"]) rmSync(join(folder, name));
    return { run, saved, key };
  }

  it("says that the signature was not checked, and ends with a code of its own", async () => {
    const { run, saved, key } = await strangeHouse();
    expect(await run("verify", "--checkpoint", saved)).toMatchObject({
      code: 5,
      out: expect.stringMatching(unchecked),
    });
    const told = JSON.parse((await run("verify", "--checkpoint", saved, "--json")).out) as object;
    expect(told).toMatchObject({
      faults: [],
      saved: [{ file: saved, key: null, code: "signatureUnchecked" }],
    });
    const proven = await run("verify", "--checkpoint", saved, "--key", key);
    expect(proven).toMatchObject({ code: 0, out: expect.stringContaining(" 签。") });
    expect(proven.out).not.toMatch(unchecked);
  });

  it("compares the content alone where that is asked for in words, and still says what is not proven", async () => {
    const { run, saved, key } = await strangeHouse();
    expect(await run("verify", "--checkpoint", saved, "--unsigned")).toMatchObject({
      code: 0,
      out: expect.stringMatching(unchecked),
    });
    expect(await run("verify", "--checkpoint", saved, "--unsigned", "--key", key)).toMatchObject({
      code: 2,
      err: expect.stringContaining("--unsigned"),
    });
  });

  it("says so of an altered and of a missing signature too, and finds a bent record all the same", async () => {
    const { run, saved } = await strangeHouse();
    const note = readFileSync(saved, "utf8");
    const [text = ""] = note.split("\n\n");
    const altered = note.replace(/.(?=[^\n]{9}\n$)/, (letter) => (letter === "0" ? "1" : "0"));
    for (const changed of [altered, `${text}\n\n`]) {
      expect(changed).not.toBe(note);
      writeFileSync(saved, changed);
      expect(await run("verify", "--checkpoint", saved)).toMatchObject({ code: 5 });
    }
    writeFileSync(saved, note.replace(/^2$/m, "3"));
    expect(await run("verify", "--checkpoint", saved, "--unsigned")).toMatchObject({
      code: 1,
      out: expect.stringContaining("比检查点短"),
    });
  });
});

describe("huying verify of a database whose keys are elsewhere", () => {
  const unchecked = /库里 1 个检查点没有核对签名[^]*--key[^]*signatureUnchecked/;

  async function signed() {
    const office = await filled();
    // As the server does every minute
    const made = JSON.parse((await office.run("checkpoint", "--json")).out) as Checkpoint;
    const store = openSqlite(office.folder);
    await store.record.addCheckpoint(made);
    await store.close();
    const key = (await office.run("checkpoint", "--key")).out.trim();
    return { ...office, key };
  }

  function losesKeys(folder: string): void {
    for (const name of ["record-key.pem", "record-keys.txt"]) rmSync(join(folder, name));
  }

  it("checks by itself what the key beside the data signed", async () => {
    const { run, key } = await signed();
    const { code, out } = await run("verify");
    expect(code).toBe(0);
    expect(out).toContain(`${key.split("+")[0]}（现用）签了 1 个检查点`);
    expect(out).not.toContain("没有核对签名");
    expect(JSON.parse((await run("verify", "--json")).out)).not.toHaveProperty("unchecked");
  });

  it("says how many signatures nobody checked and how to, and ends with a code of its own", async () => {
    const { run, folder, key } = await signed();
    losesKeys(folder);
    expect(await run("verify")).toMatchObject({ code: 5, out: expect.stringMatching(unchecked) });
    const told = JSON.parse((await run("verify", "--json")).out) as object;
    expect(told).toMatchObject({ faults: [], unchecked: { checkpoints: 1, code: "signatureUnchecked" } });
    expect(await run("verify", "--unsigned")).toMatchObject({
      code: 0,
      out: expect.stringMatching(unchecked),
    });
    const proven = await run("verify", "--key", key);
    expect(proven.code).toBe(0);
    expect(proven.out).not.toContain("没有核对签名");
  });

  it("says it of a backup too, also where only another key is known", async () => {
    const { run, folder, key } = await signed();
    const file = join(folder, "copy.db");
    await run("backup", file);
    losesKeys(folder);
    expect(await run("verify", "--backup", file)).toMatchObject({
      code: 5,
      out: expect.stringMatching(unchecked),
    });
    const other = (await (await filled()).run("checkpoint", "--key")).out.trim();
    expect(await run("verify", "--backup", file, "--key", other)).toMatchObject({
      code: 5,
      out: expect.stringMatching(unchecked),
    });
    expect(await run("verify", "--backup", file, "--key", key)).toMatchObject({ code: 0 });
  });

  it("has nothing to say where nothing was signed", async () => {
    const { run } = await filled();
    expect(await run("verify")).toMatchObject({ code: 0, out: expect.not.stringContaining("没有核对签名") });
  });
});

describe("huying checkpoint", () => {
  it("signs a note of five lines that openssl can check with the key alone", async () => {
    const { run, folder } = await filled();
    const file = join(folder, "saved.txt");
    expect(await run("checkpoint", "--out", file)).toMatchObject({
      code: 0,
      out: expect.stringContaining("短码"),
    });
    const [text = "", signed = ""] = readFileSync(file, "utf8").split("\n\n");
    expect(text.split("\n")).toEqual([
      expect.stringMatching(/^huying-[0-9a-f]{8}$/),
      "2",
      expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      "hash sha256",
      "time 2026-11-20T01:00:00.000Z",
    ]);
    const key = readVerifierKey((await run("checkpoint", "--key")).out);
    writeFileSync(join(folder, "key.pem"), key?.export({ format: "pem", type: "spki" }) ?? "");
    writeFileSync(join(folder, "text"), `${text}\n`);
    const bytes = Buffer.from(signed.trim().split(" ").at(-1) ?? "", "base64");
    writeFileSync(join(folder, "signature"), bytes.subarray(4));
    const check = ["pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", "text"];
    const said = execFileSync("openssl", [...check, "-sigfile", "signature"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(said).toContain("Verified Successfully");
  });

  it("is taken while a server works, and with SM3 where that is set", async () => {
    const { run, folder } = await filled({ RECORD_HASH: "sm3" });
    const server = openSqlite(folder);
    const { out } = await run("checkpoint");
    expect(out).toContain("hash sm3");
    await server.close();
    writeFileSync(join(folder, "saved.txt"), out);
    expect(await run("verify", "--checkpoint", join(folder, "saved.txt"))).toMatchObject({ code: 0 });
  });

  it("has its key to itself, or does nothing", async () => {
    const { run, folder } = await filled();
    await run("checkpoint");
    const key = join(folder, "record-key.pem");
    expect(statSync(key).mode & 0o777).toBe(0o600);
    chmodSync(key, 0o640);
    expect(await run("checkpoint")).toMatchObject({ code: 3, err: expect.stringMatching(/640.*应为 600/) });
  });

  it("signs nothing where nothing was recorded", async () => {
    const { run, folder } = openOffice();
    await openSqlite(folder).close();
    expect(await run("checkpoint")).toMatchObject({ code: 3, err: expect.stringContaining("没有任何记录") });
  });
});

describe("huying verify --checkpoint", () => {
  it("finds nothing in an honest house, however it went on", async () => {
    const { run, folder } = await filled();
    const file = join(folder, "saved.txt");
    await run("checkpoint", "--out", file);
    writeFileSync(join(folder, "later.csv"), "内容\n垃圾没人清\n");
    await run("import", join(folder, "later.csv"));
    expect(await run("verify", "--checkpoint", file)).toMatchObject({
      code: 0,
      out: expect.stringContaining("3 条存证"),
    });
  });

  it("finds an old backup that was put back", async () => {
    const { run, folder } = await filled();
    await run("backup", join(folder, "old.db"));
    writeFileSync(join(folder, "later.csv"), "内容\n垃圾没人清\n");
    await run("import", join(folder, "later.csv"));
    const file = join(folder, "saved.txt");
    await run("checkpoint", "--out", file);
    expect(await run("restore", join(folder, "old.db"))).toMatchObject({ code: 0 });
    const { code, out } = await run("verify", "--checkpoint", file);
    expect(code).toBe(1);
    expect(out).toMatch(/最早的一处：.*至第 3 条.*换回了旧备份.*saved\.txt/);
  });

  it("names the first case of a record that was rewritten as a whole", async () => {
    const { run, folder } = await filled();
    const file = join(folder, "saved.txt");
    await run("checkpoint", "--out", file);
    const other = await filled();
    rmSync(join(folder, "huying.db"));
    for (const name of ["huying.db", "huying.keys"])
      copyFileSync(join(other.folder, name), join(folder, name));
    expect(await run("verify")).toMatchObject({ code: 0 });
    expect(await run("verify", "--checkpoint", file)).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /最早的一处：案卷 20261120-00001 第 1 条（存证第 1 条至第 2 条）：存证与检查点不符/,
      ),
    });
  });

  it("tells a note that this house did not sign, and a file that is none", async () => {
    const { run, folder } = await filled();
    const file = join(folder, "saved.txt");
    await run("checkpoint", "--out", file);
    writeFileSync(file, readFileSync(file, "utf8").replace("01:00:00", "00:00:00"));
    expect(await run("verify", "--checkpoint", file)).toMatchObject({
      code: 1,
      out: expect.stringContaining("检查点的签名不对"),
    });
    await run("checkpoint", "--out", join(folder, "bare.txt"));
    const [text = ""] = readFileSync(join(folder, "bare.txt"), "utf8").split("\n\n");
    writeFileSync(file, `${text}\n\n`);
    expect(await run("verify", "--checkpoint", file)).toMatchObject({
      code: 1,
      out: expect.stringContaining("检查点没有签名"),
    });
    const other = (await (await filled()).run("checkpoint", "--key")).out.trim();
    await run("checkpoint", "--out", join(folder, "again.txt"));
    expect(await run("verify", "--key", other, "--checkpoint", join(folder, "again.txt"))).toMatchObject({
      code: 1,
    });
    expect(await run("verify", "--checkpoint", join(folder, "messages.csv"))).toMatchObject({
      code: 2,
      err: expect.stringContaining("不是检查点文件"),
    });
  });

  it("finds a checkpoint of the database that somebody else signed", async () => {
    const { run, folder } = await filled();
    await run("checkpoint");
    const sqlite = new Database(join(folder, "huying.db"));
    sqlite.exec("insert into checkpoints values (2, 'sha256', 'ff', 1, 'no note')");
    sqlite.close();
    const { code, out } = await run("verify");
    expect(code).toBe(1);
    expect(out).toContain("检查点的签名不对");
    expect(out).toContain("存证与检查点不符");
  });
});
