import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { CaseProof } from "../../server/domain/recordAnswers.ts";
import { type Office, openOffice } from "../support/terminal.ts";

/** The script that auditors are given, run as they would run it. @returns what it says and how it ended. */
function check(...args: readonly string[]): { readonly code: number; readonly out: string } {
  try {
    const out = execFileSync("node", [resolve("docs/verify-proof.mjs"), ...args], { encoding: "utf8" });
    return { code: 0, out };
  } catch (error) {
    const { status, stdout } = error as { readonly status: number; readonly stdout: string };
    return { code: status, out: stdout };
  }
}

const first = "20261120-00001";

async function proved(
  env: Readonly<Record<string, string>> = {},
): Promise<Office & { readonly file: string }> {
  const office = openOffice(env);
  writeFileSync(join(office.folder, "messages.csv"), "内容\n路灯不亮\n井盖丢失\n垃圾没人清\n");
  await office.run("import", join(office.folder, "messages.csv"));
  const file = join(office.folder, "proof.json");
  expect(await office.run("proof", first, "--out", file)).toMatchObject({ code: 0 });
  return { ...office, file };
}

function rewritten(file: string, change: (proof: CaseProof) => object): string {
  const bent = `${file}.bent.json`;
  writeFileSync(bent, JSON.stringify(change(JSON.parse(readFileSync(file, "utf8")) as CaseProof)));
  return bent;
}

describe("the proof of a case", () => {
  it.each(["sha256", "sm3"])(
    "holds for whoever checks it with the script alone, in %s",
    async (algorithm) => {
      const { file } = await proved({ RECORD_HASH: algorithm });
      expect(check(file)).toEqual({ code: 0, out: expect.stringContaining(`案卷 ${first}`) });
    },
  );

  it("holds no words and no person", async () => {
    const { file } = await proved();
    expect(readFileSync(file, "utf8")).not.toMatch(/路灯|actorId|import"/);
  });

  it("falls with every part of it that is bent", async () => {
    const { file } = await proved();
    const bends: readonly ((proof: CaseProof) => object)[] = [
      (proof) => ({ ...proof, entries: proof.entries.map((entry) => ({ ...entry, hash: "ff" })) }),
      (proof) => ({ ...proof, entries: proof.entries.map((entry) => ({ ...entry, seq: 2 })) }),
      (proof) => ({ ...proof, entries: proof.entries.map((entry) => ({ ...entry, position: 1 })) }),
      (proof) => ({ ...proof, entries: proof.entries.map((entry) => ({ ...entry, path: [] })) }),
      (proof) => ({ ...proof, root: "ff" }),
      (proof) => ({ ...proof, checkpoint: proof.checkpoint.replace("2026-", "2025-") }),
    ];
    for (const bend of bends) expect(check(rewritten(file, bend))).toMatchObject({ code: 1 });
  });

  it("carries the code that the receipt of the report carried", async () => {
    const { file } = await proved();
    const { entries } = JSON.parse(readFileSync(file, "utf8")) as CaseProof;
    expect(check(file, "--receipt", entries[0]?.hash.slice(0, 16) ?? "")).toMatchObject({ code: 0 });
    expect(check(file, "--receipt", "0123456789abcdef")).toMatchObject({ code: 1 });
  });

  it("joins a checkpoint that was saved before, by the proof between the two", async () => {
    const { run, folder } = await proved();
    const saved = join(folder, "saved.txt");
    await run("checkpoint", "--out", saved);
    writeFileSync(join(folder, "later.csv"), "内容\n树倒了\n下水道堵了\n");
    await run("import", join(folder, "later.csv"));
    const [later, between] = [join(folder, "later.json"), join(folder, "between.json")];
    await run("proof", first, "--out", later);
    expect(await run("proof", "--from", saved, "--out", between)).toMatchObject({ code: 0 });
    expect(check(later, "--checkpoint", saved, "--between", between)).toMatchObject({ code: 0 });
    expect(check(later, "--checkpoint", saved)).toMatchObject({ code: 1 });
    const other = await proved();
    await other.run("checkpoint", "--out", join(other.folder, "saved.txt"));
    expect(check(later, "--checkpoint", join(other.folder, "saved.txt"), "--between", between)).toMatchObject(
      { code: 1 },
    );
  });

  it("is asked for by number or between checkpoints, not both", async () => {
    const { run } = await proved();
    expect(await run("proof")).toMatchObject({ code: 2 });
    expect(await run("proof", "20260101-99999")).toMatchObject({
      code: 3,
      err: expect.stringContaining("没有案卷"),
    });
  });
});
