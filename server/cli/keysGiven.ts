/** The public keys that signatures of checkpoints are held against: those given, or those that the house remembers. */
import { existsSync } from "node:fs";
import { readVerifierKey } from "../../db/openRecord.ts";
import type { Config } from "../config.ts";
import { isKeyFault, keyPath, readKey } from "../record/key.ts";
import { keysOfHouse, type KnownKeys } from "../record/keyHistory.ts";

/** @returns none when there is nothing to hold signatures against, a sentence when one is no key. */
export function keysGiven(lines: readonly string[] | undefined, config: Config): KnownKeys | string {
  if (lines !== undefined) {
    const bad = lines.find((line) => readVerifierKey(line) === null);
    if (bad !== undefined) return `“${bad}”不是公钥，应为 huying checkpoint --key 给出的一行`;
    return lines.flatMap((line) => readVerifierKey(line) ?? []);
  }
  const path = keyPath(config);
  const own = existsSync(path) ? readKey(path) : null;
  if (own !== null && isKeyFault(own)) return own.fault;
  const known = keysOfHouse(path, own);
  return "fault" in known ? known.fault : known;
}
