/** Photos in a bucket of S3 or what speaks as it does: signed requests (version 4), nothing of its own beside them. */
import { AwsClient } from "aws4fetch";
import type { BucketConfig } from "./bucketConfig.ts";
import { BucketFault } from "./bucketFault.ts";
import type { PhotoFiles } from "./photoFiles.ts";

const ENDING = ".jpg";
/** Whoever waits longer is better told to come again. */
const LONGEST = 15_000;
/** Of an answer that asks to come again (5xx, 429). */
const RETRIES = 2;
/** Keys of one page of a listing. */
const PAGE = 1000;

export function createBucket(config: BucketConfig): PhotoFiles {
  const { keyId, secret, region, prefix } = config;
  const root = rootOf(config);
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    service: "s3",
    region,
    retries: RETRIES,
  });
  const place = `${config.endpoint} ${config.bucket}/${prefix}`;
  const addressOf = (id: string) => `${root}${prefix}${id}${ENDING}`;
  return {
    place,
    hasRoom: async () => true, // the storage itself refuses what it has no room for
    async put(id, bytes) {
      // The id is the hash of the content: storage that checks what it is told takes no other bytes for it
      const headers = { "Content-Type": "image/jpeg", "X-Amz-Content-Sha256": id };
      await done(await ask(addressOf(id), { method: "PUT", body: Buffer.from(bytes), headers }));
    },
    async read(id) {
      const answer = await ask(addressOf(id), { method: "GET" });
      return (await isThere(answer)) ? await bodyOf(answer) : null;
    },
    async sizeOf(id) {
      const answer = await ask(addressOf(id), { method: "HEAD" });
      return (await isThere(answer)) ? Number(answer.headers.get("Content-Length")) : null;
    },
    async remove(id) {
      const answer = await ask(addressOf(id), { method: "DELETE" });
      if (await isThere(answer)) await done(answer);
    },
    async *pages() {
      let after = "";
      for (;;) {
        const { keys, goesOn } = await keysAfter(after, PAGE);
        yield keys.flatMap((key) => idOf(key.slice(prefix.length)));
        const last = keys.at(-1);
        if (last === undefined || !goesOn) return;
        after = last;
      }
    },
    probe: async () => void (await keysAfter("", 1)),
  };

  async function keysAfter(after: string, limit: number): Promise<Listed> {
    const asked = new URLSearchParams({ "list-type": "2", prefix, "max-keys": String(limit) });
    if (after !== "") asked.set("start-after", after);
    const listing = await (await done(await ask(`${root}?${asked}`, { method: "GET" }))).text();
    const keys = [...listing.matchAll(/<Key>([^<]*)<\/Key>/gu)].map(([, key = ""]) => key);
    return { keys, goesOn: listing.includes("<IsTruncated>true") };
  }

  async function ask(address: string, init: RequestInit): Promise<Response> {
    try {
      return await client.fetch(address, {
        ...init,
        redirect: "manual",
        signal: AbortSignal.timeout(LONGEST),
      });
    } catch (error) {
      throw new BucketFault("away", place, reasonOf(error));
    }
  }

  async function bodyOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return new Uint8Array(await answer.arrayBuffer());
    } catch (error) {
      throw new BucketFault("away", place, reasonOf(error));
    }
  }

  /** A file that is missing is no fault, a bucket that is missing is one. HEAD says no reason: then it is the file. */
  async function isThere(answer: Response): Promise<boolean> {
    if (answer.status !== 404) return (await done(answer)).ok;
    const said = codeIn(await answer.text());
    if (said === "" || said === "NoSuchKey") return false;
    throw new BucketFault("refused", place, said);
  }

  async function done(answer: Response): Promise<Response> {
    if (answer.ok) return answer;
    const said = codeIn(await answer.text().catch(() => "")) || String(answer.status);
    throw new BucketFault(answer.status >= 500 || answer.status === 429 ? "away" : "refused", place, said);
  }
}

interface Listed {
  readonly keys: readonly string[];
  /** A page may be shorter than was asked and not be the last. */
  readonly goesOn: boolean;
}

/** Address under which keys of the bucket lie. */
export function rootOf({ endpoint, bucket, style }: BucketConfig): string {
  if (style === "path") return `${endpoint}/${bucket}/`;
  const { protocol, host } = new URL(endpoint);
  return `${protocol}//${bucket}.${host}/`;
}

function idOf(name: string): readonly string[] {
  return /^[\da-f]{64}\.jpg$/u.test(name) ? [name.slice(0, -ENDING.length)] : [];
}

function codeIn(answer: string): string {
  return /<Code>([^<]{1,80})<\/Code>/u.exec(answer)?.[1] ?? "";
}

function reasonOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
    if ("code" in at && typeof at.code === "string") return at.code;
  return error instanceof Error ? error.name : String(error);
}
