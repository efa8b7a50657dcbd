/**
 * A database for rehearsals: SQLite in memory under the real store, whose statements can be made to fail and whose
 * process can die at any of them. What is committed outlives the process; everything else is gone, as with a file.
 */
import { randomBytes } from "node:crypto";
import type { Database, Statement } from "better-sqlite3";
import { createInspector, type Inspector } from "./inspector.ts";
import { createRing } from "./secrets/ring.ts";
import { connect } from "./connect.ts";
import { storeOn } from "./sqlite.ts";
import type { Store } from "./store.ts";

export type StatementKind = "read" | "write" | "begin" | "commit" | "other";

/** Asked before and after each statement; throws to make it fail. */
export interface Tripwire {
  readonly before: (kind: StatementKind) => void;
  readonly after: (kind: StatementKind) => void;
}

export interface Rehearsal {
  /** Looks at the rows behind the back of the store, and never fails. */
  readonly inspector: Inspector;
  /** A store of a new process on what the last one left. The first call makes the schema. */
  start(): Store;
  close(): void;
}

export function openRehearsal(tripwire: Tripwire): Rehearsal {
  const sqlite = connect(":memory:");
  const prepare = sqlite.prepare.bind(sqlite);
  // Every query of the store is prepared, so this one seam sees them all
  const failing = ((text: string) => wired(prepare(text), kindOf(text), tripwire)) as Database["prepare"];
  // Keys of its own, that every process finds again
  const ring = createRing(new Map([["k1", randomBytes(32)]]));
  let inspector: Inspector | null = null;
  return {
    get inspector() {
      inspector ??= createInspector(prepare);
      return inspector;
    },
    start() {
      // What a dead process had begun is rolled back by whoever opens the file next
      if (sqlite.inTransaction) sqlite.exec("ROLLBACK");
      sqlite.prepare = failing;
      return storeOn(sqlite, () => ring, { release: () => undefined });
    },
    close: () => void sqlite.close(),
  };
}

function kindOf(text: string): StatementKind {
  const word = /^[\s(]*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? "";
  if (word === "begin" || word === "commit") return word;
  if (word === "select" || word === "with") return "read";
  return word === "insert" || word === "update" || word === "delete" ? "write" : "other";
}

const calls = ["run", "get", "all"] as const;

function wired(statement: Statement, kind: StatementKind, { before, after }: Tripwire): Statement {
  for (const name of calls) {
    const call = statement[name].bind(statement);
    statement[name] = (...values: unknown[]) => {
      before(kind);
      const answer = call(...values);
      after(kind);
      return answer as never;
    };
  }
  return statement;
}
