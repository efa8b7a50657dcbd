/** Settings of the process, all optional. Read once at the start; every mistake is told at once. */
import { isTreeHashName, type TreeHashName } from "../db/openRecord.ts";

import { join } from "node:path";
import { keyFileName } from "../db/open.ts";
import type { SecurityLevel } from "./domain/signInRules.ts";
import { type BucketConfig, bucketSettings, readBucket } from "./photoFiles/bucketConfig.ts";
import { type OidcConfig, oidcSettings, readOidc } from "./identity/oidcConfig.ts";

import type { MapSource } from "./domain/mapAnswers.ts";
import { ARCHIVE_TILES, isArchive, isTileAddress, tileDatums } from "./tiles.ts";

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Where photos lie; null: in `dataDir`. */
  readonly bucket: BucketConfig | null;
  /** Empty: SQLite inside `dataDir`. */
  readonly databaseUrl: string;
  readonly demo: boolean;
  /** The file of keys; empty: in `dataDir`. */
  readonly keyFile: string;
  /** Believe `X-Forwarded-For`: only right behind a proxy that sets it. */
  readonly trustProxy: boolean;
  readonly map: MapSource;
  /** 底图瓦片 of this machine: path of a PMTiles file; null where tiles come from elsewhere or not at all. */
  readonly tileArchive: string | null;
  /** Key that signs checkpoints; empty: `record-key.pem` in `dataDir`. */
  readonly recordKey: string;
  readonly recordHash: TreeHashName;
  /** How strict signing in is (domain/signInRules.ts). */
  readonly security: SecurityLevel;
  /** Case pages, papers and tables bear the name of whoever takes them. */
  readonly watermark: boolean;
  /** Signing in by the county's own identity provider; null: not offered. */
  readonly oidc: OidcConfig | null;
  /** Between two backups; 0: none are taken. */
  readonly backupHours: number;
  /** Empty: `backups` in `dataDir`. */
  readonly backupDir: string;
  /** Certificate and key for HTTPS; both or none. */
  readonly tlsCert: string;
  readonly tlsKey: string;
  /** Share of free space of the data disk below which somebody is told; below half of it no photo is taken. */
  readonly diskFree: number;
  /** Whether a start insists on what `huying doctor` finds. */
  readonly startupCheck: boolean;
  /** Who may read `/metrics`. */
  readonly metrics: "off" | "loopback" | "on";
  /** Every setting as it was given, for people; nothing secret is in it. */
  readonly shown: readonly ShownSetting[];
}

export interface ShownSetting {
  readonly name: string;
  readonly value: string;
  /** False where the preset counts. */
  readonly given: boolean;
}

export interface Setting {
  readonly name: string;
  readonly preset: string;
  /** Chinese, for `--help` and the README. */
  readonly meaning: string;
}

/** The table that `--help` prints and the README repeats. */
export const settings: readonly Setting[] = [
  { name: "PORT", preset: "8787", meaning: "监听端口，0–65535" },
  { name: "HOST", preset: "127.0.0.1", meaning: "监听地址；0.0.0.0 表示对外开放" },
  { name: "DATA_DIR", preset: "./data", meaning: "数据目录：数据库和照片" },
  { name: "DATABASE_URL", preset: "", meaning: "留空用数据目录里的 SQLite；postgres://… 用 PostgreSQL" },
  { name: "KEY_FILE", preset: "", meaning: "加密反映人信息的密钥文件；留空用数据目录里的 huying.keys" },
  {
    name: "DEMO",
    preset: "on",
    meaning: "on 在空目录里装入演示县；off 为正式使用，首次启动给出一次性开通链接",
  },
  {
    name: "SECURITY",
    preset: "usual",
    meaning: "strict 按等保三级：管理员、中心和领导须用动态验证码，桌面端 30 分钟无操作退出",
  },
  {
    name: "WATERMARK",
    preset: "on",
    meaning: "on 在案卷页、打印件和导出表上印查看人的姓名、单位和时间；off 不印",
  },
  {
    name: "METRICS",
    preset: "loopback",
    meaning: "谁能看 /metrics：loopback 只限本机，on 所有人，off 没有人",
  },
  { name: "TRUST_PROXY", preset: "off", meaning: "on 表示前面有反向代理，来访地址取自 X-Forwarded-For" },
  {
    name: "RECORD_KEY",
    preset: "",
    meaning: "存证签名密钥文件；留空用数据目录里的 record-key.pem，权限须为 600",
  },
  { name: "RECORD_HASH", preset: "sha256", meaning: "存证树的哈希算法：sha256，或国密 sm3" },
  {
    name: "MAP_TILES",
    preset: "",
    meaning: "底图瓦片地址，带 {z}、{x}、{y}，或本机 .pmtiles 图片瓦片文件；留空只用自绘底图，不联网",
  },
  { name: "MAP_DATUM", preset: "wgs84", meaning: "瓦片的坐标系：wgs84、cgcs2000（天地图）或 gcj02（高德）" },
  { name: "MAP_ATTRIBUTION", preset: "", meaning: "图上注明的地图来源" },
  { name: "MAP_APPROVAL", preset: "", meaning: "图上注明的审图号" },
  {
    name: "BACKUP_HOURS",
    preset: "1",
    meaning: "隔几小时自动备份一次并试恢复核验（仅 SQLite）；0 表示不备份",
  },
  { name: "BACKUP_DIR", preset: "", meaning: "自动备份放在哪里；留空用数据目录里的 backups，宜放在另一块盘" },
  {
    name: "DISK_FREE",
    preset: "10",
    meaning: "数据盘剩余空间低于百分之几时告警（1–50）；低于一半时不再收照片",
  },
  {
    name: "STARTUP_CHECK",
    preset: "on",
    meaning: "启动前体检（同 huying doctor），有要紧的不启动；off 只报告，照样启动",
  },
  { name: "TLS_CERT", preset: "", meaning: "HTTPS 证书（PEM，含中间证书）；与 TLS_KEY 同时给出" },
  { name: "TLS_KEY", preset: "", meaning: "HTTPS 证书的私钥（PEM）" },
  ...bucketSettings,
  ...oidcSettings,
];

export interface Mistakes {
  readonly kind: "mistakes";
  readonly sentences: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment): Config | Mistakes {
  const sentences: string[] = [];
  const read = (name: string) =>
    env[name]?.trim() || (settings.find((row) => row.name === name)?.preset ?? "");
  const check = (name: string, fits: boolean, expected: string) => {
    if (!fits) sentences.push(`${name} 的值${shownOf(name, read(name))}不合要求，应为：${expected}。`);
  };
  const port = Number(read("PORT"));
  check("PORT", Number.isInteger(port) && port >= 0 && port <= 65_535, "0 到 65535 的整数");
  check("HOST", !/[\s/]/.test(read("HOST")), "IP 地址或主机名，如 127.0.0.1 或 0.0.0.0");
  const url = read("DATABASE_URL");
  check("DATABASE_URL", url === "" || /^postgres(ql)?:\/\/./.test(url), "留空，或 postgres:// 开头的地址");
  for (const name of ["DEMO", "STARTUP_CHECK", "TRUST_PROXY", "WATERMARK"])
    check(name, /^(on|off)$/.test(read(name)), "on 或 off");
  const security = read("SECURITY");
  check("SECURITY", security === "usual" || security === "strict", "usual 或 strict");
  const backupHours = Number(read("BACKUP_HOURS"));
  check(
    "BACKUP_HOURS",
    Number.isInteger(backupHours) && backupHours >= 0 && backupHours <= 720,
    "0 到 720 的整数",
  );
  const diskFree = Number(read("DISK_FREE"));
  check("DISK_FREE", diskFree >= 1 && diskFree <= 50, "1 到 50 的百分数");
  check("TLS_KEY", (read("TLS_KEY") === "") === (read("TLS_CERT") === ""), "与 TLS_CERT 同时给出，或都留空");
  const recordHash = read("RECORD_HASH").toLowerCase();
  check("RECORD_HASH", isTreeHashName(recordHash), "sha256 或 sm3");
  const tiles = read("MAP_TILES");
  const datums: readonly string[] = tileDatums;
  check(
    "MAP_TILES",
    tiles === "" || isArchive(tiles) || isTileAddress(tiles),
    "留空，或带 {z}、{x}、{y} 的瓦片地址，或本机 .pmtiles 文件的路径",
  );
  check("MAP_DATUM", datums.includes(read("MAP_DATUM")), tileDatums.join("、"));
  const oidc = readOidc(read, check);
  const bucket = readBucket(read, check);
  const metrics = metricsOf(read("METRICS"));
  check("METRICS", metrics !== null, "off、loopback 或 on");
  if (sentences.length > 0 || metrics === null || !isTreeHashName(recordHash))
    return { kind: "mistakes", sentences };
  return Object.freeze({
    port,
    host: read("HOST"),
    dataDir: read("DATA_DIR"),
    bucket,
    databaseUrl: url,
    keyFile: read("KEY_FILE"),
    demo: read("DEMO") === "on",
    trustProxy: read("TRUST_PROXY") === "on",
    map: mapSource(read),
    tileArchive: isArchive(tiles) ? tiles : null,
    metrics,
    recordKey: read("RECORD_KEY"),
    recordHash,
    security: security === "strict" ? "strict" : "usual",
    watermark: read("WATERMARK") === "on",
    oidc,
    backupHours,
    backupDir: read("BACKUP_DIR"),
    diskFree: diskFree / 100,
    startupCheck: read("STARTUP_CHECK") === "on",
    tlsCert: read("TLS_CERT"),
    tlsKey: read("TLS_KEY"),
    shown: settings.map(({ name }) => ({
      name,
      value: withoutSecret(name, read(name)),
      given: (env[name]?.trim() ?? "") !== "",
    })),
  });
}

/** Every setting as it is when nothing is set: what tests and benches begin with. */
export function presetConfig(): Config {
  const config = readConfig({});
  if (isMistakes(config)) throw new Error(config.sentences.join("\n"));
  return config;
}

/** An address of a database without its password; of a secret only that it is there. */
function withoutSecret(name: string, value: string): string {
  if (value === "") return "";
  if (name.endsWith("_SECRET")) return "（已设置，不显示）";
  return name === "DATABASE_URL" ? value.replace(/:\/\/.*@/u, "://…@") : value;
}

/** A secret is not printed where it does not fit either. */
function shownOf(name: string, value: string): string {
  return name.endsWith("_SECRET") ? "" : `“${value}”`;
}

function mapSource(read: (name: string) => string): MapSource {
  const [url, given] = [read("MAP_TILES"), read("MAP_DATUM")];
  const datum = tileDatums.find((name) => name === given) ?? "wgs84";
  return {
    tiles: url === "" ? null : { url: isArchive(url) ? ARCHIVE_TILES : url, datum },
    attribution: read("MAP_ATTRIBUTION"),
    approval: read("MAP_APPROVAL"),
  };
}

function metricsOf(value: string): Config["metrics"] | null {
  return value === "off" || value === "loopback" || value === "on" ? value : null;
}

export function isMistakes(reading: Config | Mistakes): reading is Mistakes {
  return "kind" in reading;
}

/** Where the keys are. */
export function keyFileOf({ keyFile, dataDir }: Pick<Config, "keyFile" | "dataDir">): string {
  return keyFile === "" ? join(dataDir, keyFileName) : keyFile;
}
