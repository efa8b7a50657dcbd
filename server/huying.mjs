#!/usr/bin/env node
/** Starts Huying: builds what is missing or older than its sources, then runs the command that was asked for. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = ["server", "geo", "package-lock.json"];
const builds = {
  server: {
    says: "服务程序",
    made: "dist/server/main.js",
    from: ["db", "fixtures", "vite.server.config.ts", ...shared],
  },
  web: { says: "网页", made: "dist/web/index.html", from: ["web", "vite.config.ts", ...shared] },
};

await buildIfOlder(builds.server, "vite.server.config.ts");
if (process.argv[2] === "serve") await buildIfOlder(builds.web, "vite.config.ts");
await import(new URL("../dist/server/main.js", import.meta.url).href);

async function buildIfOlder({ says, made, from }, configFile) {
  const path = join(root, made);
  const builtAt = existsSync(path) ? statSync(path).mtimeMs : 0;
  if (newestIn(from.map((name) => join(root, name))) <= builtAt) return;
  process.stderr.write(`${builtAt === 0 ? "第一次运行" : "源码有更新"}，正在构建${says}……\n`);
  const before = process.cwd();
  process.chdir(root);
  // A build made while some tool had set another mode would leave out the offline shell, and be kept as up to date
  process.env["NODE_ENV"] = "production";
  const { build } = await import("vite");
  await build({ configFile: join(root, configFile), logLevel: "warn" });
  process.chdir(before);
}

function newestIn(paths) {
  return Math.max(0, ...paths.map(newest));
}

function newest(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return newestIn(readdirSync(path).map((name) => join(path, name)));
}
