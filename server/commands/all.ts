import type { Subcommand } from "../command.ts";
import { backupCommand } from "./backup.ts";
import { checkpointCommand } from "./checkpoint.ts";
import { classifyCommand } from "./classify.ts";
import { componentsCommand } from "./components.ts";
import { copyCommand } from "./copy.ts";
import { doctorCommand } from "./doctor.ts";
import { dueCommand } from "./due.ts";
import { catalogueCommand } from "./catalogue.ts";
import { gridCommand } from "./grid.ts";
import { evaluateCommand } from "./evaluate.ts";
import { importCommand } from "./import.ts";
import { keysCommand } from "./keys.ts";
import { locateCommand } from "./locate.ts";
import { placeCommand } from "./place.ts";
import { proofCommand } from "./proof.ts";
import { recountCommand } from "./recount.ts";
import { restoreCommand } from "./restore.ts";
import { trainCommand } from "./train.ts";
import { retentionCommand } from "./retention.ts";
import { securityLogCommand } from "./securityLog.ts";
import { simulateCommand } from "./simulate.ts";
import { verifyCommand } from "./verify.ts";

/** Every command besides `serve`, in the order of `huying --help`. */
export const subcommands: readonly Subcommand[] = [
  importCommand,
  classifyCommand,
  trainCommand,
  evaluateCommand,
  locateCommand,
  placeCommand,
  gridCommand,
  componentsCommand,
  catalogueCommand,
  dueCommand,
  doctorCommand,
  verifyCommand,
  checkpointCommand,
  proofCommand,
  backupCommand,
  restoreCommand,
  copyCommand,
  recountCommand,
  simulateCommand,
  keysCommand,
  securityLogCommand,
  retentionCommand,
];
