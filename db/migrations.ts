/** Where the migrations lie: found from the root of the package, because the server runs bundled in dist/. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export function migrationsFolder(engine: "sqlite" | "pg"): string {
  return join(packageRoot(dirname(fileURLToPath(import.meta.url))), "db", "migrations", engine);
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json above ${fileURLToPath(import.meta.url)}.`);
  return packageRoot(parent);
}
