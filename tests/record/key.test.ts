/** The signing key: made whole, for its owner alone, the same at every start; half of one is never taken for it. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { verifierKey, writeFirstKey } from "../../db/openRecord.ts";
import { isKeyFault, keyPath, openKey } from "../../server/record/key.ts";
import { temporaryFolder } from "../support/store.ts";

function config() {
  const dataDir = temporaryFolder();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return { dataDir, recordKey: "" };
}

it("is there whole after the first start, even where one before was cut off while making it", () => {
  const settings = config();
  writeFileSync(`${keyPath(settings)}.part`, "-----BEGIN PRIV", { mode: 0o600 });
  const key = openKey(settings);
  if (isKeyFault(key)) throw new Error(key.fault);
  expect(statSync(keyPath(settings)).mode & 0o777).toBe(0o600);
  expect(existsSync(`${keyPath(settings)}.part`)).toBe(false);
  const again = openKey(settings);
  expect(isKeyFault(again) ? again : verifierKey(again)).toBe(verifierKey(key));
});

it("is that of whoever was first when several processes make one at once", () => {
  const path = keyPath(config());
  writeFirstKey(path, "first");
  writeFirstKey(path, "second");
  expect(readFileSync(path, "utf8")).toBe("first");
  expect(readdirSync(dirname(path)).filter((name) => name.endsWith(".part"))).toEqual([]);
});

it("that is empty or half is named, and never replaced by a new one", () => {
  const settings = config();
  writeFileSync(join(settings.dataDir, "record-key.pem"), "", { mode: 0o600 });
  expect(openKey(settings)).toMatchObject({ fault: expect.stringContaining("读不出来") as string });
  expect(readFileSync(keyPath(settings), "utf8")).toBe("");
});
