/**
 * The keys that have signed checkpoints of this house: one verifier key a line, the oldest first, in a file beside the key.
 * Whoever may write it could as well take the signing key itself, so it is trusted as far as that one.
 */
import { createPublicKey, type KeyObject } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { readVerifierKey, verifierKey, writeKey } from "../../db/openRecord.ts";
import type { KeyFault } from "./key.ts";

/** Written by group or others. */
const OTHERS = 0o022;

/** Public parts; the last one is the youngest. A key that was taken back into use stands there twice. */
export type KnownKeys = readonly KeyObject[];

/** @param path of the signing key. @returns none where nothing was remembered yet. */
export function keysBeside(path: string): KnownKeys | KeyFault {
  const file = historyPath(path);
  if (!existsSync(file)) return [];
  const mode = statSync(file).mode & 0o777;
  if ((mode & OTHERS) !== 0)
    return {
      fault: `签名公钥记录 ${file} 的权限是 ${mode.toString(8)}，别人也能写，应为 600。请核对内容后执行 chmod 600 "${file}"。`,
    };
  const keys: KeyObject[] = [];
  for (const [at, line] of linesOf(file).entries()) {
    const key = readVerifierKey(line);
    if (key === null)
      return {
        fault: `签名公钥记录 ${file} 第 ${at + 1} 行“${line.slice(0, 20)}”不是公钥，应为 huying checkpoint --key 给出的一行。`,
      };
    keys.push(key);
  }
  return keys;
}

/** @param own the key that signs now, where it is at hand: the youngest whatever is remembered. */
export function keysOfHouse(path: string, own: KeyObject | null): KnownKeys | KeyFault {
  const known = keysBeside(path);
  if ("fault" in known || own === null) return known;
  const mine = createPublicKey(own);
  return known.at(-1)?.equals(mine) ? known : [...known, mine];
}

/** Adds the key where it is not the youngest already. @returns what is wrong with the file, null when nothing is. */
export function rememberKey(path: string, key: KeyObject): KeyFault | null {
  const known = keysBeside(path);
  if ("fault" in known) return known;
  const lines = known.map(verifierKey);
  const mine = verifierKey(key);
  if (lines.at(-1) !== mine) writeKey(historyPath(path), `${[...lines, mine].join("\n")}\n`);
  return null;
}

function historyPath(path: string): string {
  return join(dirname(path), "record-keys.txt");
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
