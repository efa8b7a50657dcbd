import type { Subcommand } from "../command.ts";
import { backupCommand } from "./backup.ts";
import { dueCommand } from "./due.ts";
import { restoreCommand } from "./restore.ts";
import { verifyCommand } from "./verify.ts";

/** Every command besides `serve`, in the order of `huying --help`. */
export const subcommands: readonly Subcommand[] = [dueCommand, verifyCommand, backupCommand, restoreCommand];
