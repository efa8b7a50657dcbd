/** 换签名密钥: what an older key has signed goes on being proved, and that key signs nothing more. */
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { keyName, signNote, verifierKey } from "../../db/openRecord.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { Checkpoint, Store } from "../../db/store.ts";
import { aCase, aDecision } from "../../fixtures/build.ts";
import { makeCheckpoint } from "../../server/record/checkpoint.ts";
import { proofOf } from "../../server/record/proof.ts";
import { allCheckpoints, judgeSignatures } from "../../server/record/signers.ts";
import { openHouse } from "../support/app.ts";
import { availableEngines } from "../support/engines.ts";
import { type Office, openOffice } from "../support/terminal.ts";

const engines = await availableEngines();

function newKey(): KeyObject {
  return generateKeyPairSync("ed25519").privateKey;
}

const nameOf = (key: KeyObject) => keyName(createPublicKey(key));

async function recorded(store: Store): Promise<void> {
  await store.commit(aDecision({ case: aCase() }));
}

/** Something is recorded and signed. */
async function signedBy(key: KeyObject, store: Store, now: number): Promise<Checkpoint> {
  await recorded(store);
  const made = await makeCheckpoint({ store, config: { recordHash: "sha256" }, key, now });
  if (made === null || "kind" in made) throw new Error("No checkpoint.");
  await store.record.addCheckpoint(made);
  return made;
}

for (const engine of engines)
  describe(`checkpoints of an exchanged key on ${engine.name}`, () => {
    async function twoKeys() {
      const opened = await engine.open();
      onTestFinished(async () => await opened.close());
      const [old, young] = [newKey(), newKey()];
      await signedBy(old, opened.store, 1000);
      await signedBy(old, opened.store, 2000);
      await signedBy(young, opened.store, 3000);
      const judged = async (...keys: readonly KeyObject[]) =>
        await judgeSignatures(
          allCheckpoints(opened.store.record),
          keys.map((key) => createPublicKey(key)),
        );
      return { ...opened, old, young, judged };
    }

    it("are all proved, each told with the key that signed it", async () => {
      const { old, young, judged } = await twoKeys();
      expect(await judged(old, young)).toEqual({
        signers: [
          { key: nameOf(old), isCurrent: false, checkpoints: 2, from: 1000, to: 2000 },
          { key: nameOf(young), isCurrent: true, checkpoints: 1, from: 3000, to: 3000 },
        ],
        faults: [],
        unchecked: 0,
      });
    });

    it("are counted where there is no key at all: nothing is said for them or against them", async () => {
      const { judged } = await twoKeys();
      expect(await judged()).toEqual({ signers: [], faults: [], unchecked: 3 });
    });

    it("are looked at to the last, however few are read at a time", async () => {
      const { store, young } = await twoKeys();
      const [newest] = await store.record.checkpoints(1);
      if (newest === undefined) throw new Error("No checkpoint.");
      await signedBy(young, store, 4000);
      await store.record.addCheckpoint({ ...newest, algorithm: "sm3", at: 3500 });
      const ats: number[] = [];
      for await (const { at } of allCheckpoints(store.record, 3)) ats.push(at);
      expect(ats).toEqual([1000, 2000, 3000, 3500, 4000]);
    });

    it("are named where nobody here knows their key", async () => {
      const { old, young, judged } = await twoKeys();
      const { faults } = await judged(young);
      expect(faults).toMatchObject([
        { kind: "unknownKey", field: nameOf(old), position: 0, at: 1000 },
        { kind: "unknownKey", field: nameOf(old), position: 1, at: 2000 },
      ]);
    });

    it("are refused where the replaced key signs again, as a thief of it would", async () => {
      const { store, old, young, judged } = await twoKeys();
      await signedBy(old, store, 4000);
      expect((await judged(old, young)).faults).toMatchObject([
        { kind: "replacedKey", field: nameOf(old), position: 3, at: 4000 },
      ]);
      // Taken back into use it may
      expect((await judged(old, young, old)).faults).toEqual([]);
    });

    it("are refused where the row says another root than was signed", async () => {
      const { store, old, young, judged } = await twoKeys();
      const root = "ab".repeat(32);
      const size = (await store.record.size()) + 1;
      const note = signNote(
        { size, root: "cd".repeat(32), algorithm: "sha256", at: 5000 },
        "1970-01-01T00:00:05.000Z",
        young,
      );
      await store.record.addCheckpoint({ size, root, algorithm: "sha256", at: 5000, note });
      expect((await judged(old, young)).faults).toMatchObject([{ kind: "signature", at: 5000 }]);
    });
  });

/** A house that has signed with two keys, and what somebody outside kept of the first. */
async function exchanged(): Promise<
  Office & { readonly saved: string; readonly oldKey: string; readonly youngKey: string }
> {
  const office = openOffice();
  const { folder, run } = office;
  const store = openSqlite(folder);
  await recorded(store);
  await store.close();
  const saved = join(folder, "saved.txt");
  expect(await run("checkpoint", "--out", saved)).toMatchObject({ code: 0 });
  const oldKey = (await run("checkpoint", "--key")).out.trim();
  renameSync(join(folder, "record-key.pem"), join(folder, "old.pem"));
  const youngKey = (await run("checkpoint", "--key")).out.trim();
  return { ...office, saved, oldKey, youngKey };
}

const nameIn = (line: string) => line.split("+")[0] ?? "";

describe("huying verify after the key was exchanged", () => {
  it("proves a checkpoint that the older key signed, and says which key that was", async () => {
    const { run, saved, oldKey, youngKey } = await exchanged();
    expect(youngKey).not.toBe(oldKey);
    const { code, out } = await run("verify", "--checkpoint", saved);
    expect(out).toContain(`检查点文件 ${saved}：${nameIn(oldKey)} 签。`);
    expect(code).toBe(0);
    const told = JSON.parse((await run("verify", "--checkpoint", saved, "--json")).out) as { saved: unknown };
    expect(told.saved).toEqual([{ file: saved, key: nameIn(oldKey) }]);
  });

  it("takes keys by hand, several of them, and names the one that it was not given", async () => {
    const { run, saved, oldKey, youngKey, folder } = await exchanged();
    rmSync(join(folder, "record-keys.txt"));
    const unknown = await run("verify", "--checkpoint", saved);
    expect(unknown).toMatchObject({
      code: 1,
      out: expect.stringMatching(/不认识的密钥签的.*--key/) as string,
    });
    expect(unknown.out).toContain(nameIn(oldKey));
    expect(await run("verify", "--checkpoint", saved, "--key", oldKey, "--key", youngKey)).toMatchObject({
      code: 0,
    });
    expect(await run("verify", "--checkpoint", saved, "--key", "nonsense")).toMatchObject({ code: 2 });
  });

  it("trusts no list of keys that others may write, nor one that is no list", async () => {
    const { run, folder } = await exchanged();
    const list = join(folder, "record-keys.txt");
    chmodSync(list, 0o666);
    expect(await run("verify")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/666.*应为 600/) as string,
    });
    expect(await run("doctor")).toMatchObject({
      code: 1,
      out: expect.stringContaining("record-keys.txt") as string,
    });
    chmodSync(list, 0o600);
    writeFileSync(list, "huying-00000000+00000000+AAAA\n");
    expect(await run("verify")).toMatchObject({ code: 2, err: expect.stringContaining("第 1 行") as string });
  });

  it("finds the keys of a new file in the same folder, and says nothing new on a second start", async () => {
    const { run, folder, youngKey } = await exchanged();
    const before = readFileSync(join(folder, "record-keys.txt"), "utf8");
    expect(before.trim().split("\n").at(-1)).toBe(youngKey);
    expect(before.trim().split("\n")).toHaveLength(2);
    await run("checkpoint");
    expect(readFileSync(join(folder, "record-keys.txt"), "utf8")).toBe(before);
    expect(existsSync(join(folder, "record-keys.txt.part"))).toBe(false);
  });
});

describe("the proof of a case after the key was exchanged", () => {
  it("names the key that signed its checkpoint, so that outsiders can check it", async () => {
    const { store } = await openHouse();
    const [old, young] = [newKey(), newKey()];
    const keys = [old, young].map((key) => createPublicKey(key));
    const found = aCase();
    await store.commit(aDecision({ case: found }));
    const checkpoint = await signedBy(old, store, 1000);
    const proof = await proofOf(found, checkpoint, { store, keys });
    expect(proof?.key).toBe(verifierKey(old));
    const file = join(openOffice().folder, "proof.json");
    writeFileSync(file, JSON.stringify(proof));
    expect(execFileSync("node", ["docs/verify-proof.mjs", file], { encoding: "utf8" })).toContain("成立");
    // Signed by the young key once there is something new
    const later = await proofOf(found, await signedBy(young, store, 2000), { store, keys });
    expect(later?.key).toBe(verifierKey(young));
  });
});
