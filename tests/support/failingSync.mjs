/** Loaded before the program: while the file that FAIL_SYNC names exists, every COMMIT ends as when the disk did not sync. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { env } from "node:process";

const Database = createRequire(import.meta.url)("better-sqlite3");
const { prepare } = Database.prototype;

Database.prototype.prepare = function prepareFailing(text) {
  const statement = prepare.call(this, text);
  if (text !== "COMMIT") return statement;
  const run = statement.run.bind(statement);
  statement.run = () => {
    if (!existsSync(env["FAIL_SYNC"] ?? "")) return run();
    // What was written may be there or not: here it is not
    this.exec("ROLLBACK");
    throw new Database.SqliteError("disk I/O error", "SQLITE_IOERR_FSYNC");
  };
  return statement;
};
