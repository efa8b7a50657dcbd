/**
 * After a sync to disk has failed nobody knows what is on it: the system may have dropped what it could not write, and
 * the next sync answers "done" all the same. So the first such failure ends all writing by this process; whoever starts
 * it again finds by the check at the start what is really there.
 */
import type { Database, Statement } from "better-sqlite3";
import { isSyncFault } from "./storageFault.ts";

export interface SyncWatch {
  /** The connection, every statement of which is watched. */
  readonly sqlite: Database;
  /** Resolves with the fault when a sync has failed; never otherwise. */
  readonly unsure: Promise<Error>;
  readonly isUnsure: () => boolean;
}

const calls = ["run", "get", "all"] as const;

export function watchSyncs(bare: Database): SyncWatch {
  let fault: Error | null = null;
  let tell: (fault: Error) => void = () => undefined;
  const unsure = new Promise<Error>((resolve) => (tell = resolve));

  function watched(statement: Statement): Statement {
    const keeps = !statement.readonly || isCommit(statement.source);
    for (const name of calls) {
      const call = statement[name].bind(statement);
      statement[name] = (...values: unknown[]) => {
        if (fault !== null && keeps) throw fault;
        try {
          return call(...values) as never;
        } catch (error) {
          if (isSyncFault(error)) tell((fault ??= error));
          throw error;
        }
      };
    }
    return statement;
  }

  const prepare = (text: string) => watched(bare.prepare(text));
  return {
    sqlite: Object.create(bare, { prepare: { value: prepare } }) as Database,
    unsure,
    isUnsure: () => fault !== null,
  };
}

/** SQLite calls it reading: it changes nothing itself. But what came before the fault would stand by it. */
function isCommit(text: string): boolean {
  return /^\s*(commit|end)\b/iu.test(text);
}
