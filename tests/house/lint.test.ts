import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const planted: string[] = [];

afterEach(() => {
  for (const file of planted.splice(0)) rmSync(file, { force: true });
});

/** Lints one file with a violation in it and answers what the linter said. A rule nobody has seen red is no rule. */
function lintOf(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  planted.push(file);
  const run = spawnSync(process.execPath, ["node_modules/oxlint/bin/oxlint", "--type-aware", path], {
    cwd: root,
    encoding: "utf8",
  });
  expect(run.status, run.stdout + run.stderr).not.toBe(0);
  return run.stdout;
}

describe("the house rules bite", () => {
  it.each([
    ["the core reads a file", "server/domain/planted.ts", 'import "node:fs";\nexport const a = 1;\n', "pure"],
    [
      "the core asks the database",
      "server/domain/planted.ts",
      'import type { Store } from "../../db/store.ts";\nexport type A = Store;\n',
      "pure",
    ],
    [
      "the core reads the wall clock",
      "server/domain/planted.ts",
      "export const a = () => Date.now();\n",
      "Date",
    ],
    ["the core throws dice", "server/domain/planted.ts", "export const a = () => Math.random();\n", "random"],
    [
      "geography asks the server",
      "geo/planted.ts",
      'import { isOpen } from "../server/domain/case.ts";\nexport const a = isOpen;\n',
      "pure",
    ],
    [
      "a folder of geography asks the server",
      "geo/places/planted.ts",
      'import { isOpen } from "../../server/domain/case.ts";\nexport const a = isOpen;\n',
      "pure",
    ],
    [
      "the database asks a route",
      "db/planted.ts",
      'import "../server/routes/cases.ts";\nexport const a = 1;\n',
      "db knows SQL",
    ],
    [
      "a route writes SQL",
      "server/routes/planted.ts",
      'import { sql } from "drizzle-orm";\nexport const a = sql;\n',
      "SQL lives in db",
    ],
    [
      "the web asks the database",
      "web/planted.ts",
      'import type { Store } from "../db/store.ts";\nexport type A = Store;\n',
      "The web imports",
    ],
    [
      "a promise is forgotten",
      "server/planted.ts",
      "async function a() {}\nexport function b() {\n  a();\n}\n",
      "no-floating-promises",
    ],
    ["a default export", "server/planted.ts", "export default 1;\n", "no-default-export"],
  ])("when %s", (_, path, text, said) => {
    expect(lintOf(path, text)).toContain(said);
  });
});
