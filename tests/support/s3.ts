/** Storage that speaks as S3 does, on loopback: it believes no request whose signature (version 4) it cannot make itself. */
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { BucketConfig } from "../../server/photoFiles/bucketConfig.ts";

export interface StubStorage {
  /** Settings that it believes. */
  readonly config: BucketConfig;
  /** The same as variables of a process. */
  readonly env: Readonly<Record<string, string>>;
  /** What it holds, by key. */
  readonly held: Map<string, Buffer>;
  /** Answers everything so while it is not null: a status, or `deaf` for a line that breaks. */
  trouble: number | "deaf" | null;
  /** `METHOD path` of what was believed. */
  readonly asked: readonly string[];
}

type Asked = IncomingMessage & { readonly body: Buffer; readonly address: URL };

/** Goes with its test. @param longest keys of one page of a listing. */
export async function startStorage({ longest = 1000 } = {}): Promise<StubStorage> {
  const held = new Map<string, Buffer>();
  const asked: string[] = [];
  const [bucket, region, keyId, secret] = [
    "county",
    "cn-test-1",
    "AKIDEXAMPLE",
    "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  ];
  const server = createServer((request, answer) => void answered(request, answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = { endpoint, region, bucket, prefix: "photos/", style: "path", keyId, secret } as const;
  const stub: StubStorage = {
    config,
    env: {
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucket,
      S3_REGION: region,
      S3_KEY_ID: keyId,
      S3_SECRET: secret,
    },
    held,
    trouble: null,
    asked,
  };
  return stub;

  async function answered(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    if (stub.trouble === "deaf") return void request.socket.destroy();
    if (stub.trouble !== null) return refuse(answer, stub.trouble, "SlowDown");
    const address = new URL(request.url ?? "/", endpoint);
    const whole: Asked = Object.assign(request, { body, address });
    const wrong = unbelieved(whole, config);
    if (wrong !== null) return refuse(answer, 403, wrong);
    if (
      request.headers["x-amz-content-sha256"] !== "UNSIGNED-PAYLOAD" &&
      hashOf(body) !== request.headers["x-amz-content-sha256"]
    )
      return refuse(answer, 400, "XAmzContentSHA256Mismatch");
    const [, named, ...rest] = address.pathname.split("/");
    if (named !== bucket) return refuse(answer, 404, "NoSuchBucket");
    asked.push(`${request.method} ${address.pathname}`);
    act(whole, decodeURIComponent(rest.join("/")), answer);
  }

  function act({ method, body, address }: Asked, key: string, answer: ServerResponse): void {
    if (method === "GET" && key === "") return void answer.end(listing(address.searchParams));
    const bytes = held.get(key);
    if (method === "PUT") held.set(key, body);
    else if (method === "DELETE") {
      held.delete(key);
      answer.writeHead(204);
    } else if (bytes === undefined) return refuse(answer, 404, "NoSuchKey");
    else answer.writeHead(200, { "Content-Length": bytes.length });
    answer.end(method === "GET" ? bytes : undefined);
  }

  function listing(query: URLSearchParams): string {
    const [prefix, after] = [query.get("prefix") ?? "", query.get("start-after") ?? ""];
    const keys = [...held.keys()].sort().filter((key) => key.startsWith(prefix) && key > after);
    const shown = keys.slice(0, Math.min(Number(query.get("max-keys") ?? 1000), longest));
    const contents = shown.map((key) => `<Contents><Key>${key}</Key></Contents>`).join("");
    return `<ListBucketResult><IsTruncated>${keys.length > shown.length}</IsTruncated>${contents}</ListBucketResult>`;
  }
}

function refuse(answer: ServerResponse, status: number, code: string): void {
  answer.writeHead(status, { "Content-Type": "application/xml" });
  answer.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}

/** @returns what S3 says of a request that is signed by nobody, by somebody else, or otherwise than it was sent. */
function unbelieved(
  { method, headers, address }: Asked,
  { keyId, secret, region }: BucketConfig,
): string | null {
  const form = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([\da-f]{64})$/u;
  const [, credential = "", signed = "", signature] = form.exec(headers.authorization ?? "") ?? [];
  const [who, day = "", ...scope] = credential.split("/");
  if (who !== keyId) return "InvalidAccessKeyId";
  const names = signed.split(";");
  if (!["host", "x-amz-content-sha256", "x-amz-date"].every((name) => names.includes(name)))
    return "AccessDenied";
  if (scope.join("/") !== `${region}/s3/aws4_request`) return "AuthorizationHeaderMalformed";
  const canonical = [
    method,
    address.pathname,
    [...address.searchParams]
      .map((pair) => pair.map(encoded).join("="))
      .sort()
      .join("&"),
    ...names.map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    signed,
    headers["x-amz-content-sha256"],
  ].join("\n");
  const at = String(headers["x-amz-date"]);
  const text = ["AWS4-HMAC-SHA256", at, [day, ...scope].join("/"), hashOf(canonical)].join("\n");
  const key = [day, ...scope].reduce<string | Buffer>((from, part) => mac(from, part), `AWS4${secret}`);
  return mac(key, text).toString("hex") === signature ? null : "SignatureDoesNotMatch";
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function mac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
