/** Processor time of a PostgreSQL server on this machine, which shares the processors with whoever asks it. */
import { readFileSync } from "node:fs";
import type { OwnDatabase } from "../support/postgres.ts";

/** A tick of the kernel's accounts, in microseconds. */
const TICK = 10_000;

/** Spent so far by the connections of a database, in microseconds; null where their processes cannot be seen. */
export async function serverTime({ ask }: Pick<OwnDatabase, "ask">): Promise<number | null> {
  const rows = await ask(
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  let spent = 0;
  for (const { pid } of rows) {
    const ticks = ticksOf(Number(pid));
    if (ticks === null) return null;
    spent += ticks * TICK;
  }
  return spent;
}

function ticksOf(pid: number): number | null {
  try {
    const account = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Behind the name of the program, which may hold anything: state first, user and system time as 12th and 13th
    const fields = account.slice(account.lastIndexOf(")") + 2).split(" ");
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return null;
  }
}
