/** Is it the disk? Tells faults of the storage from faults of ours, in either engine and for files. */

/** `full`: no room; `readOnly`: nothing may be written; `broken`: reading or writing failed. */
export type StorageFault = "full" | "readOnly" | "broken";

const byCode: readonly (readonly [RegExp, StorageFault])[] = [
  [/^SQLITE_FULL/, "full"],
  [/^(SQLITE_READONLY|SQLITE_PERM|SQLITE_AUTH)/, "readOnly"],
  [/^(SQLITE_IOERR|SQLITE_CANTOPEN|SQLITE_CORRUPT|SQLITE_NOTADB)/, "broken"],
  // Of files (photos, backups)
  [/^(ENOSPC|EDQUOT|EFBIG)$/, "full"],
  [/^(EROFS|EACCES|EPERM)$/, "readOnly"],
  [/^(EIO|ENXIO|ENODEV|ESTALE)$/, "broken"],
  // PostgreSQL: disk_full, read_only_sql_transaction, io_error, and the server being away
  [/^53100$/, "full"],
  [/^25006$/, "readOnly"],
  [/^(58030|08\w{3}|57P0[123]|ECONNREFUSED|ECONNRESET)$/, "broken"],
];

/** @returns null for a fault of ours. Looks through what drizzle and others have wrapped around it. */
export function storageFaultOf(error: unknown): StorageFault | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = "code" in at ? String(at.code) : "";
    const found = byCode.find(([pattern]) => pattern.test(code));
    if (found !== undefined) return found[1];
  }
  return null;
}
