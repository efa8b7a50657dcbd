/** The key that signs checkpoints: a file of its own, outside the database, that only the service may read. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeFirstKey } from "../../db/openRecord.ts";
import type { Config } from "../config.ts";
import { rememberKey } from "./keyHistory.ts";

/** Read or write by group or others. */
const OTHERS = 0o077;

export interface KeyFault {
  readonly fault: string;
}

/** Makes the key when there is none, and remembers it for those who verify after it has been exchanged. */
export function openKey(config: Pick<Config, "dataDir" | "recordKey">): KeyObject | KeyFault {
  const path = keyPath(config);
  if (!existsSync(path)) makeKey(path);
  const key = readKey(path);
  return isKeyFault(key) ? key : (rememberKey(path, key) ?? key);
}

/** Writes nothing. @throws when there is no such file. */
export function readKey(path: string): KeyObject | KeyFault {
  const mode = statSync(path).mode & 0o777;
  if ((mode & OTHERS) !== 0)
    return {
      fault: `签名密钥 ${path} 的权限是 ${mode.toString(8)}，别人也能读写，应为 600。请执行 chmod 600 "${path}"，并考虑换一把新的。`,
    };
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType === "ed25519") return key;
    return { fault: `签名密钥 ${path} 是 ${key.asymmetricKeyType ?? "别的"} 密钥，应为 Ed25519。` };
  } catch {
    return { fault: `签名密钥 ${path} 读不出来，应为 PEM 格式的 Ed25519 私钥。` };
  }
}

export function isKeyFault(key: KeyObject | KeyFault): key is KeyFault {
  return "fault" in key;
}

export function keyPath({ dataDir, recordKey }: Pick<Config, "dataDir" | "recordKey">): string {
  return recordKey === "" ? join(dataDir, "record-key.pem") : recordKey;
}

function makeKey(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const { privateKey } = generateKeyPairSync("ed25519");
  writeFirstKey(path, String(privateKey.export({ format: "pem", type: "pkcs8" })));
}
