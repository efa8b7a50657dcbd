/** The built screens: hashed assets kept for ever, index.html for every address that is a page of the screens. */
import { readFile } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { Hono } from "hono";
import type { App } from "./appEnv.ts";

/** Only files that were there at the start are ever opened: no path of a request touches the disk. */
export function staticFiles(folder: string): Hono<App> {
  const paths = new Set(filesIn(folder));
  const has = (path: string) => paths.has(path);
  const files = new Map([...paths].map((path) => [`/${relative(folder, path)}`, path]));
  const index = files.get("/index.html");
  return new Hono<App>().get("*", async (c, next) => {
    const { path } = c.req;
    const file = files.get(path) ?? (isPage(path) ? index : undefined);
    if (file === undefined) return next();
    const isHashed = path.startsWith("/assets/");
    c.header("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    const packing = packings(c.req.header("Accept-Encoding")).find(({ ending }) => has(file + ending));
    if (packing) c.header("Content-Encoding", packing.name);
    c.header("Vary", "Accept-Encoding");
    return c.body(await readFile(file + (packing?.ending ?? "")), 200, { "Content-Type": typeOf(file) });
  });
}

/** How a build packs its texts, the smallest first. */
const known = [
  { name: "br", ending: ".br" },
  { name: "gzip", ending: ".gz" },
] as const;

/** @param accepted of the request: `gzip, br;q=0.5`; what is given no weight at all is not wanted. */
function packings(accepted = ""): readonly (typeof known)[number][] {
  const wanted = accepted.split(",").map((part) => part.replaceAll(" ", "").toLowerCase());
  const isWanted = (name: string) =>
    wanted.some((part) => part === name || (part.startsWith(`${name};q=`) && Number(part.split("=")[1]) > 0));
  return known.filter(({ name }) => isWanted(name));
}

/**
 * Addresses of screens have no ending; what begins with /api/ is never one. Nor is what begins with a dot: whoever scans
 * for `.env` or `.git` would take the page for what they were after.
 */
function isPage(path: string): boolean {
  return !path.startsWith("/api/") && extname(path) === "" && !/\/(\.|%2e)/iu.test(path);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

function typeOf(file: string): string {
  return types[extname(file)] ?? "application/octet-stream";
}
