/** Backups by the clock: taken while the house goes on, tried out in a process of their own, kept by the rule. */
import { execFile } from "node:child_process";
import { argv, env, execArgv, execPath } from "node:process";
import { loadBackupRule } from "../../fixtures/backup.ts";
import { type Config, keyFileOf } from "../config.ts";
import type { Deps } from "../deps.ts";
import { HOUR, MINUTE } from "../domain/time.ts";
import { factsOfError } from "../log.ts";
import { backupsIn, pruneBackups, takeBackup, type Trial, tryBackup } from "../record/backups.ts";
import { type Job, startLoop } from "./loop.ts";

/** An empty folder is left in peace for so long: a house that is only being tried needs no backup. */
const FIRST = 10 * MINUTE;

export function startBackups(deps: Deps, verify: Trial = verifyApart(deps.config)): Job {
  const begun = deps.clock.now();
  return startLoop(async () => {
    try {
      const [last] = await backupsIn(deps.config);
      const due = last ? last.at + deps.config.backupHours * HOUR : begun + FIRST;
      if (deps.clock.now() >= due) await backUp(deps, verify);
    } catch (error) {
      deps.log("backup.failed", factsOfError(error));
    }
    return MINUTE;
  });
}

/** One backup: taken, tried out, and those that are spent let go. */
/** The same, tried out in another process. */
export async function backUpNow(deps: Deps): Promise<void> {
  await backUp(deps, verifyApart(deps.config));
}

export async function backUp({ config, clock, log }: Deps, verify: Trial): Promise<void> {
  const taken = await takeBackup(config, clock.now());
  const { file, bytes, faults } = await tryBackup(config, taken, { verify, now: clock.now });
  log(faults === 0 ? "backup.verified" : "backup.bent", { file, bytes, faults });
  const gone = await pruneBackups(config, loadBackupRule());
  if (gone.length > 0) log("backup.pruned", { files: gone.length });
}

/** `huying verify` in another process, so that requests go on being answered. */
function verifyApart(config: Config): Trial {
  return async (folder) => await verifyIn(folder, keyFileOf(config));
}

async function verifyIn(folder: string, keyFile: string): Promise<number> {
  const args = [...execArgv, argv[1] ?? "", "verify", "--json", "--no-photos"];
  const out = await new Promise<string>((resolve, reject) => {
    execFile(
      execPath,
      args,
      {
        env: { ...env, DATA_DIR: folder, DATABASE_URL: "", KEY_FILE: keyFile, RECORD_KEY: "" },
        maxBuffer: 64 * 1024 * 1024,
      },
      // Faults make it end with 1, and are told all the same
      (error, stdout) => (stdout === "" ? reject(error ?? new Error("No answer.")) : resolve(stdout)),
    );
  });
  const { faults } = JSON.parse(out) as { readonly faults: readonly unknown[] };
  return faults.length;
}
