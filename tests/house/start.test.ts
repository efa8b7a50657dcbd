/**
 * What the server does not load before it listens: an operator who starts it again at night waits for none of it. Read
 * from the sources: every import of a value that can be reached from `serve` without an `import()`.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const reached = reachedFrom(["server/main.ts"]);

describe("a start", () => {
  it("reaches what it serves with", () => {
    expect(reached.files).toContain("server/app.ts");
    expect(reached.packages).toContain("hono");
  });

  it.each(["pg", "drizzle-orm/node-postgres", "sharp", "shpjs", "read-excel-file/node", "vite"])(
    "does without %s",
    (name) => expect(reached.packages).not.toContain(name),
  );

  it.each(["server/commands/all.ts", "server/demo/", "server/simulate/", "db/postgres.ts"])(
    "does without %s",
    (path) => expect([...reached.files].filter((file) => file.startsWith(path))).toEqual([]),
  );
});

function reachedFrom(start: readonly string[]) {
  const files = new Set<string>(start);
  const packages = new Set<string>();
  for (const file of files)
    for (const name of valuesImportedBy(file))
      if (name.startsWith(".")) files.add(join(dirname(file), name));
      else packages.add(name);
  return { files, packages };
}

/** Lines of types are gone when the program is built. */
function valuesImportedBy(file: string): readonly string[] {
  if (!file.endsWith(".ts")) return [];
  const statements = readFileSync(file, "utf8").matchAll(
    /^(?:import|export) (?<what>[^;]*? from )?"(?<name>[^"]+)";/gmu,
  );
  return [...statements].flatMap(({ groups }) =>
    isOfTypes(groups?.["what"] ?? "") ? [] : [groups?.["name"] ?? ""],
  );
}

function isOfTypes(what: string): boolean {
  if (what.startsWith("type ")) return true;
  const named = /^\{(?<names>[^}]*)\} from $/u.exec(what)?.groups?.["names"];
  return named !== undefined && named.split(",").every((name) => /^\s*(type |$)/u.test(name));
}
