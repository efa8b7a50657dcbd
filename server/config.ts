/** Settings of the process, all optional. Read once at the start; every mistake is told at once. */

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Empty: SQLite inside `dataDir`. */
  readonly databaseUrl: string;
  readonly demo: boolean;
  /** Believe `X-Forwarded-For`: only right behind a proxy that sets it. */
  readonly trustProxy: boolean;
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
  {
    name: "DEMO",
    preset: "on",
    meaning: "on 在空目录里装入演示县；off 为正式使用，首次启动给出一次性开通链接",
  },
  { name: "TRUST_PROXY", preset: "off", meaning: "on 表示前面有反向代理，来访地址取自 X-Forwarded-For" },
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
    if (!fits) sentences.push(`${name} 的值“${read(name)}”不合要求，应为：${expected}。`);
  };
  const port = Number(read("PORT"));
  check("PORT", Number.isInteger(port) && port >= 0 && port <= 65_535, "0 到 65535 的整数");
  check("HOST", !/[\s/]/.test(read("HOST")), "IP 地址或主机名，如 127.0.0.1 或 0.0.0.0");
  const url = read("DATABASE_URL");
  check("DATABASE_URL", url === "" || /^postgres(ql)?:\/\/./.test(url), "留空，或 postgres:// 开头的地址");
  for (const name of ["DEMO", "TRUST_PROXY"]) check(name, /^(on|off)$/.test(read(name)), "on 或 off");
  if (sentences.length > 0) return { kind: "mistakes", sentences };
  return Object.freeze({
    port,
    host: read("HOST"),
    dataDir: read("DATA_DIR"),
    databaseUrl: url,
    demo: read("DEMO") === "on",
    trustProxy: read("TRUST_PROXY") === "on",
  });
}

export function isMistakes(reading: Config | Mistakes): reading is Mistakes {
  return "kind" in reading;
}
