/** Turns a query of drizzle into text and a binder, so that SQLite runs it prepared and without being rebuilt. */
import { Column, is, Param, Placeholder, sql } from "drizzle-orm";
import type { Call } from "./batch.ts";
import type { Base } from "./db.ts";
import { queryOf, type Step } from "./writes.ts";

export interface Compiled {
  readonly text: string;
  /** Of the members that fill its slots, in the order of the text; null where it has a value of its own. */
  readonly names: readonly (string | null)[];
  /** The values of a row in the order of the text. */
  bind(row: object): unknown[];
}

/** @param names of the members of the row that the statement takes. */
export function compile(base: Base, step: Step, names: readonly string[] = Object.keys(step.row)): Compiled {
  const slots = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  const query = queryOf(base, step, slots).toSQL();
  const slotNames = query.params.map((param) => placeOf(param).name);
  return { text: query.sql, names: slotNames, bind: binderOf(query.params) };
}

/** Of one statement there are as many as sets of columns that decisions change: some dozens. */
const MOST_READY = 400;

/** Steps as statements with their values; each statement is compiled on first use. */
export function createCompiler(base: Base): (step: Step) => Call {
  const ready = new Map<string, Compiled>();
  return (step) => {
    const name = step.only === undefined ? step.write : `${step.write} ${step.only.join()}`;
    let compiled = ready.get(name);
    if (!compiled) {
      compiled = compile(base, step, step.only);
      if (ready.size >= MOST_READY) ready.clear();
      ready.set(name, compiled);
    }
    return { text: compiled.text, values: compiled.bind(step.row), orElse: step.orElse };
  };
}

/** @param params of a query: slots, and values of its own. @returns what fills them in, in the order of its text. */
export function binderOf(params: readonly unknown[]): (row: object) => unknown[] {
  const places = params.map(placeOf);
  return (row) => places.map((place) => valueAt(place, row as Row));
}

type Row = Readonly<Record<string, unknown>>;

/** Where a value comes from: a member of the row or, without a name, the statement itself. */
interface Place {
  readonly name: string | null;
  readonly constant: unknown;
  /** null for the many columns that store what they are given. */
  readonly encode: ((value: unknown) => unknown) | null;
}

function placeOf(param: unknown): Place {
  if (is(param, Placeholder)) return { name: param.name, constant: null, encode: null };
  if (!is(param, Param) || !is(param.value, Placeholder))
    return { name: null, constant: param, encode: null };
  const { encoder, value } = param;
  const storesAsGiven = encoder.mapToDriverValue === Column.prototype.mapToDriverValue;
  const encode = storesAsGiven ? null : (given: unknown) => encoder.mapToDriverValue(given);
  return { name: value.name, constant: null, encode };
}

function valueAt({ name, constant, encode }: Place, row: Row): unknown {
  if (name === null) return constant;
  const given = row[name] ?? null;
  return given === null || encode === null ? given : encode(given);
}
