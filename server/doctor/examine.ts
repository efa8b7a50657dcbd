/** Everything that `huying doctor` looks at, and that the start insists on. */
import type { Config } from "../config.ts";
import type { Instant } from "../domain/time.ts";
import type { Check } from "./check.ts";
import { databaseChecks } from "./database.ts";
import { photoChecks } from "./photos.ts";
import { backupCheck, certificateCheck, folderCheck, keyCheck, recordKeyCheck, roomCheck } from "./files.ts";

export async function examine(config: Config, now: Instant): Promise<readonly Check[]> {
  const folder = folderCheck("数据目录", config.dataDir);
  // Without it there is nothing else to look at
  if (folder.state === "bad") return [folder];
  const { checks, found } = databaseChecks(config);
  return [
    folder,
    ...(await photoChecks(config)),
    roomCheck(config),
    ...checks,
    keyCheck(config, found?.isSealed ?? false),
    recordKeyCheck(config, (found?.signed ?? 0) > 0),
    ...certificateCheck(config, now),
    await backupCheck(config, now),
  ];
}

export function isSick(checks: readonly Check[]): boolean {
  return checks.some(({ state }) => state === "bad");
}
