/** `huying` in processes of their own, so that requests go on being answered while a backup is written and tried out. */
import { execFile } from "node:child_process";
import { argv, env, execArgv, execPath } from "node:process";
import { type Config, keyFileOf } from "../config.ts";
import type { Ways } from "../jobs/backup.ts";

export interface Apart {
  /** Ends what is under way. */
  readonly signal?: AbortSignal;
  /** What this process was started with, its own arguments left out. */
  readonly program?: readonly string[];
}

export function apart(config: Config, { signal, program = [...execArgv, argv[1] ?? ""] }: Apart = {}): Ways {
  return {
    async copy(_dataDir, path) {
      await run(["backup", path, "--json"]);
    },
    async verify(file) {
      const told = await run(["verify", "--backup", file, "--json"]);
      return (JSON.parse(told) as { readonly faults: readonly unknown[] }).faults.length;
    },
  };

  async function run(args: readonly string[]): Promise<string> {
    const { dataDir, backupDir } = config;
    const settings = {
      DATA_DIR: dataDir,
      BACKUP_DIR: backupDir,
      DATABASE_URL: "",
      KEY_FILE: keyFileOf(config),
    };
    return await new Promise((resolve, reject) => {
      execFile(
        execPath,
        [...program, ...args],
        {
          env: { ...env, ...settings },
          maxBuffer: 64 * 1024 * 1024,
          ...(signal === undefined ? {} : { signal }),
        },
        // Faults make it end with 1, and are told all the same
        (error, out, said) =>
          out === "" ? reject(new Error(said.trim() || (error?.message ?? "No answer."))) : resolve(out),
      );
    });
  }
}
