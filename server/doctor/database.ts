/** What stands in the database, before anything works on it. */
import { join } from "node:path";
import { type Checkup, checkUp } from "../../db/checkup.ts";
import { databaseName } from "../../db/openCopy.ts";
import type { Config } from "../config.ts";
import { bad, type Check, good } from "./check.ts";
import { codeOf } from "./files.ts";

export interface DatabaseChecks {
  readonly checks: readonly Check[];
  /** null for PostgreSQL, where there is none yet, and where it cannot be read. */
  readonly found: Checkup | null;
}

const RESTORE = "停下服务，用最近一份好的备份恢复：huying restore 备份文件；原来的会改名留着。";

export function databaseChecks({ databaseUrl, dataDir }: Config): DatabaseChecks {
  if (databaseUrl !== "") return { checks: [good("数据库", "PostgreSQL")], found: null };
  const file = join(dataDir, databaseName);
  try {
    const found = checkUp(file);
    if (found === null) return { checks: [good("数据库", `${file} 还没有，首次启动时建立`)], found };
    if (found.pages.length > 0)
      return { checks: [bad("数据库", `文件已损坏：${found.pages[0]}`, RESTORE)], found: null };
    return { checks: [good("数据库", `${file} 完好`), schemaCheck(found), recordCheck(found)], found };
  } catch (error) {
    return { checks: [bad("数据库", `${file} 打不开：${codeOf(error)}`, RESTORE)], found: null };
  }
}

function schemaCheck({ unknownMigrations, waitingMigrations }: Checkup): Check {
  const name = "数据库版本";
  if (unknownMigrations > 0)
    return bad(
      name,
      "这个数据库由更新的版本用过，现在的程序不认识",
      "请用更新的版本启动；要退回旧版本，须用升级前的备份恢复。",
    );
  return good(
    name,
    waitingMigrations === 0 ? "与程序一致" : `启动时升级 ${waitingMigrations} 步，请先有一份备份`,
  );
}

function recordCheck({ bentHeads, entries, signed }: Checkup): Check {
  const name = "存证";
  if (signed > entries)
    return bad(
      name,
      `检查点说有 ${signed} 条记录，库里只有 ${entries} 条：末尾被截去，或换回了旧数据库`,
      "执行 huying verify 查明；不是有意恢复旧备份的，请用最近的备份恢复，并告诉纪检。",
    );
  if (bentHeads.length > 0)
    return bad(
      name,
      `案卷 ${bentHeads.join("、")} 的末条记录对不上`,
      "执行 huying verify 查明是哪一条；用备份恢复，或确认后用 STARTUP_CHECK=off 启动。",
    );
  return good(name, `${entries} 条记录，最近的检查点到第 ${signed} 条`);
}
