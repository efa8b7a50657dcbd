import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** One file per violation. A rule nobody has seen red is no rule. */
const planted = [
  ["the core reads a file", "server/domain/planted1.ts", 'import "node:fs";\nexport const a = 1;\n', "pure"],
  [
    "the core asks the database",
    "server/domain/planted2.ts",
    'import type { Store } from "../../db/store.ts";\nexport type A = Store;\n',
    "pure",
  ],
  [
    "the core reads the wall clock",
    "server/domain/planted3.ts",
    "export const a = () => Date.now();\n",
    "Date",
  ],
  ["the core throws dice", "server/domain/planted4.ts", "export const a = () => Math.random();\n", "random"],
  [
    "geography asks the server",
    "geo/planted5.ts",
    'import { isOpen } from "../server/domain/case.ts";\nexport const a = isOpen;\n',
    "pure",
  ],
  [
    "a folder of geography asks the server",
    "geo/places/planted6.ts",
    'import { isOpen } from "../../server/domain/case.ts";\nexport const a = isOpen;\n',
    "pure",
  ],
  [
    "the database asks a route",
    "db/planted7.ts",
    'import "../server/routes/cases.ts";\nexport const a = 1;\n',
    "db knows SQL",
  ],
  [
    "a route writes SQL",
    "server/routes/planted8.ts",
    'import { sql } from "drizzle-orm";\nexport const a = sql;\n',
    "SQL lives in db",
  ],
  [
    "the web asks the database",
    "web/planted9.ts",
    'import type { Store } from "../db/store.ts";\nexport type A = Store;\n',
    "The web imports",
  ],
  [
    "a part asks the database",
    "web/parts/planted12.ts",
    'import type { Store } from "../../db/store.ts";\nexport type A = Store;\n',
    "The web imports",
  ],
  [
    "a part asks a page",
    "web/parts/planted13.ts",
    'import { Home } from "../pages/Home.tsx";\nexport const a = Home;\n',
    "Pages are made of parts",
  ],
  [
    "a promise is forgotten",
    "server/planted10.ts",
    "async function a() {}\nexport function b() {\n  a();\n}\n",
    "no-floating-promises",
  ],
  ["there is a default export", "server/planted11.ts", "export default 1;\n", "no-default-export"],
] as const;

interface Said {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
  readonly help: string | null;
}

let said: readonly Said[] = [];

beforeAll(() => {
  for (const [, path, text] of planted) writeFileSync(join(root, path), text);
  const paths = planted.map(([, path]) => path);
  const args = ["node_modules/oxlint/bin/oxlint", "--type-aware", "--format", "json", ...paths];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  said = (JSON.parse(run.stdout) as { diagnostics: Said[] }).diagnostics;
});

afterAll(() => {
  for (const [, path] of planted) rmSync(join(root, path), { force: true });
});

describe("the house rules bite", () => {
  it.each(planted)("when %s", (_, path, _text, word) => {
    const here = said.filter((each) => each.filename === path);
    expect(here.map((each) => `${each.code} ${each.message} ${each.help ?? ""}`).join("\n")).toContain(word);
  });
});
