/** Loaded before the program: every COMMIT takes so many milliseconds more, as on a disk that syncs slowly (SLOW_SYNC). */
import { createRequire } from "node:module";
import { env } from "node:process";

const Database = createRequire(import.meta.url)("better-sqlite3");
const { prepare } = Database.prototype;
const gate = new Int32Array(new SharedArrayBuffer(4));

Database.prototype.prepare = function prepareSlow(text) {
  const statement = prepare.call(this, text);
  if (text !== "COMMIT") return statement;
  const run = statement.run.bind(statement);
  statement.run = () => {
    Atomics.wait(gate, 0, 0, Number(env["SLOW_SYNC"]));
    return run();
  };
  return statement;
};
