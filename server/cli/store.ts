/** Opens the database that the settings name, for one command, and says in plain words why it cannot. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isFolderInUse, openStore } from "../../db/open.ts";
import { databaseName } from "../../db/openCopy.ts";
import type { Store } from "../../db/store.ts";
import { exitCode, type Terminal } from "../command.ts";
import { type Config, isMistakes, keyFileOf, readConfig } from "../config.ts";

/** The settings; null after their mistakes have been told. */
export function configOf(terminal: Terminal): Config | null {
  const config = readConfig(terminal.env);
  if (!isMistakes(config)) return config;
  for (const sentence of config.sentences) terminal.err(`${sentence}\n`);
  return null;
}

/** @returns the exit code of `use`, or of the reason why it was not called. */
export async function withStore(
  config: Opening,
  terminal: Terminal,
  use: (store: Store) => Promise<number> | number,
): Promise<number> {
  const store = await open(config, terminal);
  if (store === null) return exitCode.failed;
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Why there is nothing to read yet; null where there is a database, or it is not a file of the house. */
export function missingDatabase(config: Config): string | null {
  const { dataDir } = config;
  if (!isSqlite(config) || existsSync(join(dataDir, databaseName))) return null;
  return `数据目录 ${dataDir} 里没有数据库 ${databaseName}，请用 DATA_DIR 指明`;
}

/** A server writes in a thread of its own; a command that is over soon does not need one. */
type Opening = Config & { readonly writesAway?: boolean };

export function isSqlite({ databaseUrl }: Config): boolean {
  return databaseUrl === "";
}

async function open(config: Opening, terminal: Terminal): Promise<Store | null> {
  try {
    const { databaseUrl, dataDir, writesAway = false } = config;
    const url = databaseUrl === "" ? null : databaseUrl;
    return await openStore({ databaseUrl: url, dataDir, keyFile: keyFileOf(config), writesAway });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.err(isFolderInUse(error) ? `${reason}\n` : `数据库打不开：${reason}\n`);
    return null;
  }
}
