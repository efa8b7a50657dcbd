/** Where the migrations lie: found from the root of the package, because the server runs bundled in dist/. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export function migrationsFolder(engine: "sqlite" | "pg"): string {
  return join(packageRoot(dirname(fileURLToPath(import.meta.url))), "db", "migrations", engine);
}

/** Those this program knows: drizzle remembers each in the database by the hash of its text. */
export function migrationHashes(engine: "sqlite" | "pg"): ReadonlySet<string> {
  const folder = migrationsFolder(engine);
  const journal = JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")) as {
    readonly entries: readonly { readonly tag: string }[];
  };
  return new Set(
    journal.entries.map(({ tag }) =>
      createHash("sha256")
        .update(readFileSync(join(folder, `${tag}.sql`), "utf8"))
        .digest("hex"),
    ),
  );
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json above ${fileURLToPath(import.meta.url)}.`);
  return packageRoot(parent);
}
