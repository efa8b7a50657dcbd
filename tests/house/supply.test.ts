/** 供应链: what is installed is what was looked at: each package by its hash, and none runs a program of its own unasked. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
};
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

/** Faults that are known of older ones; a version below is never to come back by an update of something else. */
const floors: Readonly<Record<string, string>> = { hono: "4.13.5", "@hono/node-server": "1.19.15" };

const nameOf = (path: string) => path.split("node_modules/").at(-1) ?? path;

describe("the lock file", () => {
  it("holds every package to its content by a strong hash", () => {
    expect(packages.length).toBeGreaterThan(100);
    const loose = packages.filter(([, { integrity = "" }]) => !/^sha512-[\w+/]{86}==$/.test(integrity));
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it("takes nothing from anywhere but the registry: no address of git, of a file or of a host", () => {
    const odd = packages.filter(
      ([, { link, version = "", resolved }]) =>
        link === true || resolved !== undefined || !/^\d+\.\d+\.\d+/.test(version),
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  it("holds no package that runs a program when it is installed, but those that somebody decided about", () => {
    const running = new Set(
      packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)),
    );
    expect([...running].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
    const allowed = Object.entries(manifest.allowScripts).flatMap(([name, may]) => (may ? [name] : []));
    expect(allowed).toEqual(["better-sqlite3"]);
  });

  it("locks the server's framework above the versions with known holes", () => {
    for (const [name, floor] of Object.entries(floors)) {
      const version = lock.packages[`node_modules/${name}`]?.version ?? "0.0.0";
      expect(isAtLeast(version, floor), `${name} ${version}`).toBe(true);
    }
  });

  it("knows the packages that the product itself asks for, few enough to know by name", () => {
    const asked = Object.keys(manifest.dependencies);
    expect(asked.filter((name) => lock.packages[`node_modules/${name}`] === undefined)).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(26);
  });
});

function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((text) => text.split(".").map(Number)) as [number[], number[]];
  const at = want.findIndex((part, index) => part !== have[index]);
  return at === -1 || (have[at] ?? 0) > (want[at] ?? 0);
}
