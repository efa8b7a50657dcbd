/** Why a database cannot be worked with, in words for whoever set it up; most of it about a PostgreSQL server. */
import type { ClientBase } from "pg";
import { migrationHashes } from "./migrations.ts";

/** The message is a Chinese sentence that says what was found and what to do; the code is stable. */
export class DatabaseFault extends Error {
  readonly code: string;
  constructor(code: string, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
  }
}

const OLDEST = 15;

/** @throws DatabaseFault for a server too old, a database in another encoding, or one that a newer program has used. */
export async function insistOnServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<Record<string, string>>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
     current_setting('transaction_read_only') as still, to_regclass('drizzle.__drizzle_migrations') as done`,
  );
  const [{ version = "", encoding = "", still = "", done = null } = {}] = rows;
  const major = Math.floor(Number(version) / 10_000);
  if (major < OLDEST)
    throw new DatabaseFault("pgTooOld", `PostgreSQL 是 ${major} 版，要 ${OLDEST} 版或更新的`);
  if (encoding !== "UTF8")
    throw new DatabaseFault(
      "pgEncoding",
      `数据库的编码是 ${encoding}，应为 UTF8：createdb --encoding=UTF8 --template=template0 库名`,
    );
  if (still === "on")
    throw new DatabaseFault("pgReadOnly", "这台 PostgreSQL 只能读（备机？），请写主机的地址");
  if (done !== null) await insistOnVersion(client);
}

async function insistOnVersion(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ hash: string }>("select hash from drizzle.__drizzle_migrations");
  refuseNewer(
    rows.map(({ hash }) => hash),
    "pg",
  );
}

/**
 * Before anything is migrated: what a newer program has written, this one would misread.
 * @param done hashes of the migrations that the database has seen.
 * @throws DatabaseFault
 */
export function refuseNewer(done: readonly string[], engine: "sqlite" | "pg"): void {
  const known = migrationHashes(engine);
  const strange = done.filter((hash) => !known.has(hash)).length;
  if (strange > 0)
    throw new DatabaseFault(
      `${engine}Newer`,
      `这个数据库由更新的版本用过（有 ${strange} 步升级现在的程序不认识）。请先升级程序；要退回现在的版本，须用升级前的备份恢复`,
    );
}

/** By the code of the error; PostgreSQL's own have five characters. */
const sentences: Readonly<Record<string, (address: URL | null) => string>> = {
  ECONNREFUSED: (at) => `${placeOf(at)} 没有 PostgreSQL 在听：请看它启动了没有，端口对不对`,
  ENOENT: (at) => `${placeOf(at)} 没有 PostgreSQL 在听：请看它启动了没有，套接字目录对不对`,
  ENOTFOUND: (at) => `找不到主机 ${at?.hostname ?? ""}：请看地址写对没有`,
  EAI_AGAIN: (at) => `查不到主机 ${at?.hostname ?? ""} 的地址：域名服务没有应答`,
  EHOSTUNREACH: (at) => `到不了 ${placeOf(at)}：请看网络和防火墙`,
  ENETUNREACH: (at) => `到不了 ${placeOf(at)}：请看网络和防火墙`,
  ETIMEDOUT: (at) => `${placeOf(at)} 没有应答：请看网络和防火墙`,
  ECONNRESET: (at) => `${placeOf(at)} 断开了连接：请看 PostgreSQL 的日志，那个端口是不是它`,
  "57P01": (at) => `${placeOf(at)} 中途断开了连接：PostgreSQL 被停下，或有人结束了这个连接`,
  "28P01": (at) => `账号 ${userOf(at)} 的口令不对`,
  "28000": (at) => `PostgreSQL 不让账号 ${userOf(at)} 从这里登录：请看 pg_hba.conf`,
  "3D000": (at) => `PostgreSQL 里没有 ${nameOf(at)} 这个库：createdb ${nameOf(at)}`,
  "42501": (at) => `账号 ${userOf(at)} 在库 ${nameOf(at)} 里没有建表的权限：请让它做库的所有者`,
  "53300": () => "PostgreSQL 的连接用完了：请调大 max_connections，或停掉别的程序",
  "57P03": () => "PostgreSQL 正在启动或恢复，请稍后再试",
  ERR_INVALID_URL: () => "数据库地址写得不对，应为 postgres://账号:口令@主机:5432/库名",
};

/** @returns the error with a sentence that says what to do, or as it is where none is known. */
export function explained(error: unknown, databaseUrl: string): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseFault) return error;
  const address = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  for (const code of codesOf(error)) {
    const sentence = sentences[code]?.(address);
    if (sentence !== undefined) return new DatabaseFault(`pg${code}`, sentence, error);
  }
  return error;
}

/** Looks through wrappers; several addresses of one host are tried together. `pg` gives a time-out no code. */
function codesOf(error: Error): readonly string[] {
  const inner = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  const own = "code" in error ? String(error.code) : /timeout/iu.test(error.message) ? "ETIMEDOUT" : "";
  return [own, ...[error.cause, ...inner].flatMap((each) => (each instanceof Error ? codesOf(each) : []))];
}

function placeOf(address: URL | null): string {
  const socket = address?.searchParams.get("host");
  return socket ?? `${address?.hostname || "localhost"}:${address?.port || 5432}`;
}

function userOf(address: URL | null): string {
  return decodeURIComponent(address?.username ?? "");
}

function nameOf(address: URL | null): string {
  return decodeURIComponent(address?.pathname.slice(1) ?? "");
}
