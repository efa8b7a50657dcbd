/** Turns a query of drizzle into text and a binder, so that SQLite runs it prepared and without being rebuilt. */
import { is, Param, Placeholder, sql } from "drizzle-orm";
import type { Base } from "./db.ts";
import { queryOf, type Step } from "./writes.ts";

export interface Compiled {
  readonly text: string;
  /** The values of a row in the order of the text. */
  bind(row: object): unknown[];
}

export function compile(base: Base, step: Step): Compiled {
  const slots = Object.fromEntries(Object.keys(step.row).map((name) => [name, sql.placeholder(name)]));
  const query = queryOf(base, step, slots).toSQL();
  const binders = query.params.map(binderOf);
  return { text: query.sql, bind: (row) => binders.map((bind) => bind(row as Row)) };
}

type Row = Readonly<Record<string, unknown>>;
type Binder = (row: Row) => unknown;

function binderOf(param: unknown): Binder {
  if (is(param, Placeholder)) return (row) => row[param.name];
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
  const { encoder, value } = param;
  return (row) => {
    const given = row[value.name] ?? null;
    return given === null ? null : encoder.mapToDriverValue(given);
  };
}
