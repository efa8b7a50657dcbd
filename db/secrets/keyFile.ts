/** The file of keys: outside the database, readable by its owner alone, one JSON object of ids and keys. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { createRing, type KeyRing } from "./ring.ts";
import { writeKey } from "./writeKey.ts";

export const keyFileName = "huying.keys";

/** Told to the operator as it is. */
export class KeyFault extends Error {}

interface Stored {
  readonly id: string;
  /** 32 bytes, base64. */
  readonly key: string;
}

/** @throws KeyFault when others may read the file, or when it is no file of keys. */
export function readKeyFile(path: string): KeyRing {
  return createRing(new Map(storedIn(path).map(({ id, key }) => [id, Buffer.from(key, "base64")])));
}

/** Makes a file with one key, where there is none. */
export function makeKeyFile(path: string): KeyRing {
  mkdirSync(dirname(path), { recursive: true });
  write(path, [fresh([])]);
  return readKeyFile(path);
}

/** Adds a key, which seals from now on. @returns the ring with it. */
export function addKey(path: string): KeyRing {
  const known = storedIn(path);
  write(path, [...known, fresh(known)]);
  return readKeyFile(path);
}

/** Takes keys out that seal nothing any more. Backups from before cannot be read without them. */
export function dropKeys(path: string, ids: readonly string[]): KeyRing {
  write(
    path,
    storedIn(path).filter(({ id }) => !ids.includes(id)),
  );
  return readKeyFile(path);
}

export function hasKeyFile(path: string): boolean {
  return existsSync(path);
}

function storedIn(path: string): readonly Stored[] {
  const mode = statSync(path).mode & 0o777;
  // Windows knows no such modes
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    throw new KeyFault(
      `密钥文件 ${path} 的权限是 ${mode.toString(8)}，别的用户也能读，应为 600。请执行：chmod 600 ${path}`,
    );
  const keys = parsed(readFileSync(path, "utf8"));
  if (keys === null) throw new KeyFault(`密钥文件 ${path} 的内容不对，应为 {"keys":[{"id":…,"key":…}]}。`);
  return keys;
}

function parsed(text: string): readonly Stored[] | null {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    if (!Array.isArray(keys) || keys.length === 0) return null;
    return keys.every(isStored) ? keys : null;
  } catch {
    return null;
  }
}

function isStored(row: unknown): row is Stored {
  if (typeof row !== "object" || row === null || !("id" in row) || !("key" in row)) return false;
  const { id, key } = row;
  const fits = typeof id === "string" && /^[a-z0-9]{1,16}$/.test(id) && typeof key === "string";
  return fits && Buffer.from(key, "base64").length === 32;
}

function fresh(known: readonly Stored[]): Stored {
  const highest = Math.max(0, ...known.map(({ id }) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0)));
  return { id: `k${highest + 1}`, key: randomBytes(32).toString("base64") };
}

function write(path: string, keys: readonly Stored[]): void {
  writeKey(path, `${JSON.stringify({ keys }, null, 2)}\n`);
}
