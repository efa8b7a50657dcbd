/** Questions about open cases as they stand now: of the whole county, as pages ask most, by a statement that is built once. */
import type { SQL } from "drizzle-orm";
import type { Scope } from "../server/domain/permit.ts";
import type { Instant } from "../server/domain/time.ts";
import { type Base, prepared, rowReader, slot } from "./db.ts";
import { scopeCondition } from "./scope.ts";

interface Query<Row> {
  execute(): PromiseLike<readonly Row[]>;
}

/** @param build the question with a condition for whose cases, and what is to be taken for now. */
export function askedOfScope<Row>(
  base: Base,
  name: string,
  build: (isInScope: SQL | undefined, now: Instant | SQL) => Query<Row>,
): (scope: Scope, now: Instant) => Promise<readonly Row[]> {
  const ofAll = prepared<Row>(name, build(undefined, slot("now")));
  const read = rowReader<Row>(base.engine);
  return async (scope, now) =>
    scope.kind === "all" ? await ofAll({ now }) : await read(build(scopeCondition(base.tables, scope), now));
}
