/** Whether a file is a backup that this program can live on, in words for whoever has it in hand. */
import { existsSync } from "node:fs";
import { checkUp } from "../../db/checkup.ts";
import { faultsOfFile } from "../../db/openCopy.ts";

/** Looks at pages, tables and versions; the record in it is verified afterwards. @returns null when nothing is wrong. */
export function backupFault(file: string): string | null {
  if (!existsSync(file)) return `没有“${file}”这个文件`;
  const faults = faultsOfFile(file);
  if (faults.length > 0) return `“${file}”不是完好的数据库：${faults.slice(0, MOST).join("；")}`;
  const found = checkUp(file);
  if (found === null || !found.isHouse)
    return `“${file}”是数据库，但不是呼应的，里面没有案卷。应为 huying backup 写出的文件`;
  if (found.unknownMigrations > 0)
    return `“${file}”由更新的版本写成，现在的程序不认识。请先升级程序，再恢复它`;
  return null;
}

const MOST = 5;
