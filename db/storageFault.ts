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

/** A sync to disk has failed: what was written may be there or not, and asking again proves nothing. */
export function isSyncFault(error: unknown): error is Error {
  return codesOf(error).some((code) => /^SQLITE_IOERR_(DIR_)?FSYNC$/.test(code));
}

/** @returns null for a fault of ours. Looks through what drizzle and others have wrapped around it. */
export function storageFaultOf(error: unknown): StorageFault | null {
  for (const code of codesOf(error)) {
    const found = byCode.find(([pattern]) => pattern.test(code));
    if (found !== undefined) return found[1];
  }
  return null;
}

/** A visitor left in the middle of a request. The line to a database breaks by the same code, but in a call of the system. */
export function isLeftOff(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ECONNRESET" && !("syscall" in error);
}

function codesOf(error: unknown): readonly string[] {
  const codes: string[] = [];
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
    if ("code" in at && !isLeftOff(at)) codes.push(String(at.code));
  return codes;
}
