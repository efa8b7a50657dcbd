/** Which ring belongs to a database: the database remembers a value that each of its keys has sealed. */
import { KeyFault, hasKeyFile, makeKeyFile, readKeyFile } from "./keyFile.ts";
import { type KeyRing, sealedBy, UNREADABLE } from "./ring.ts";

/** Name of the setting that holds the samples. */
export const SAMPLES = "secrets.samples";

const COLUMN = SAMPLES;
const TEXT = "huying";

/**
 * The ring of a database, made with its first opening.
 * @param samples what the database remembers; null for a new one.
 * @throws KeyFault when the file is gone, readable by others, or belongs to another database.
 */
export function ringFor(path: string, samples: string | null): KeyRing {
  const known = sampleList(samples);
  if (!hasKeyFile(path)) {
    if (known.length === 0) return makeKeyFile(path);
    throw new KeyFault(
      `找不到密钥文件 ${path}。反映人的姓名电话是用它加密的；没有它，数据库打不开。请把它从保管处放回，或用 KEY_FILE 指明。`,
    );
  }
  const ring = readKeyFile(path);
  const strange = known.find((sample) => ring.open(COLUMN, sample) !== TEXT);
  if (strange === undefined) return ring;
  const id = strange.split(".")[1] ?? "";
  throw new KeyFault(`密钥文件 ${path} 里没有这个数据库用的密钥 ${id}，或者同名而不是同一把。`);
}

/** What the database should remember, when that changes; null when it does already. */
export function newSamples(ring: KeyRing, samples: string | null): string | null {
  const known = sampleList(samples).filter((sample) => ring.open(COLUMN, sample) !== UNREADABLE);
  const isKnown = known.some((sample) => sample.startsWith(sealedBy(ring.current)));
  return isKnown ? null : JSON.stringify([...known, ring.seal(COLUMN, TEXT)]);
}

/** Without the samples of keys that were dropped. */
export function samplesOf(ring: KeyRing, samples: string | null, kept: readonly string[]): string {
  const known = sampleList(samples).filter((sample) => kept.some((id) => sample.startsWith(sealedBy(id))));
  return newSamples(ring, JSON.stringify(known)) ?? JSON.stringify(known);
}

function sampleList(samples: string | null): readonly string[] {
  const list: unknown = samples === null || samples === "" ? [] : JSON.parse(samples);
  return Array.isArray(list) ? list.filter((sample) => typeof sample === "string") : [];
}
