/**
 * What one transaction of PostgreSQL does for many plans: first the statements that may say no, then what is left of all plans,
 * rows of one kind together in one statement, and the entries of the record at the end, behind a lock.
 */
import { type Compiled, compile } from "./compile.ts";
import type { Base } from "./db.ts";
import type { Writer } from "./writer.ts";
import type { Step, WriteName } from "./writes.ts";

export interface PgCall {
  /** By which the connection knows the statement once it has read it. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Statements in their order, sent without waiting for each other. @returns how many rows each touched. */
export type Line = (calls: readonly PgCall[]) => Promise<readonly number[]>;

export type Answer = Awaited<ReturnType<Writer["run"]>>;

/** Any number, the same in every process. */
const RECORD_LOCK = 7_400_102;

const lock: PgCall = {
  name: "record_lock",
  text: `select pg_advisory_xact_lock(${RECORD_LOCK})`,
  values: [],
};

/** One statement takes so many rows at most; fewer are told in powers of two, so that few texts are ever prepared. */
const MOST_ROWS = 64;

/** Upserts of which one transaction never brings the same row twice; PostgreSQL would refuse both. */
const bringsEachOnce: ReadonlySet<WriteName> = new Set<WriteName>(["putClock", "putAssignment"]);

export interface PgBatch {
  /** Plans of which only the first step may find no row. */
  together(plans: readonly (readonly Step[])[], line: Line): Promise<readonly Answer[]>;
  /** One plan as it is written, of which any step may say no; whoever calls takes back what was written before. */
  inOrder(steps: readonly Step[], line: Line): Promise<Answer>;
}

export function createPgBatch(base: Base): PgBatch {
  const statements = createStatements(base);

  /** Entries come last: their places have no gaps and follow the order of commits. */
  const ending = (entries: readonly Step[]): readonly PgCall[] =>
    entries.length === 0 ? [] : [lock, ...entries.map(statements.one)];

  return {
    async together(plans, line) {
      const answers: Answer[] = plans.map(() => "done");
      // In one order everywhere, so that two batches never wait for each other's rows
      const asking = [...plans.entries()]
        .flatMap(([at, [first]]) =>
          first?.orElse === undefined ? [] : [{ at, first, orElse: first.orElse }],
        )
        .toSorted((a, b) => (keyOf(a.first) < keyOf(b.first) ? -1 : 1));
      const touched = await line(asking.map(({ first }) => statements.one(first)));
      for (const [turn, { at, orElse }] of asking.entries()) if (touched[turn] === 0) answers[at] = orElse;
      const rest = plans
        .filter((_plan, at) => answers[at] === "done")
        .map((steps) => (steps[0]?.orElse === undefined ? steps : steps.slice(1)));
      const others = gathered(rest.map((steps) => steps.filter((step) => !isEntry(step))));
      const calls = others.flatMap(statements.all);
      const end = ending(rest.flatMap((steps) => steps.filter(isEntry)));
      if (calls.length + end.length > 0) await line([...calls, ...end]);
      return answers;
    },

    async inOrder(steps, line) {
      let waiting: PgCall[] = [];
      for (const step of steps.filter((each) => !isEntry(each))) {
        waiting.push(statements.one(step));
        if (step.orElse === undefined) continue;
        const touched = await line(waiting);
        waiting = [];
        if (touched.at(-1) === 0) return step.orElse;
      }
      await line([...waiting, ...ending(steps.filter(isEntry))]);
      return "done";
    },
  };
}

function isEntry({ write }: Step): boolean {
  return write === "addEntry" || write === "addRowEntry";
}

function keyOf({ row }: Step): string {
  return "id" in row ? row.id : "";
}

/** Steps of one kind, of several plans. */
type Group = readonly [Step, ...Step[]];

/** Each plan keeps the order of its steps; plans do not know of each other. */
export function gathered(plans: readonly (readonly Step[])[]): readonly Group[] {
  const groups: [Step, ...Step[]][] = [];
  for (const steps of plans) {
    let from = 0;
    for (const step of steps) {
      const found = groups.findIndex(([{ write }], at) => at >= from && write === step.write);
      from = found < 0 ? groups.length : found;
      if (found < 0) groups.push([step]);
      else groups[found]?.push(step);
    }
  }
  return groups;
}

function createStatements(base: Base) {
  const known = new Map<WriteName, Known>();

  const statementOf = (step: Step): Known => {
    const found = known.get(step.write) ?? { ...compile(base, step), rows: new Map<number, string>() };
    known.set(step.write, found);
    return found;
  };

  const one = (step: Step): PgCall => {
    const statement = statementOf(step);
    return { name: step.write, text: statement.text, values: statement.bind(step.row) };
  };

  function all(group: Group): readonly PgCall[] {
    const [first] = group;
    const statement = statementOf(first);
    const calls: PgCall[] = [];
    for (let at = 0; at < group.length;) {
      const rows = piece(group.length - at);
      const text = rows > 1 ? textFor(rows, statement, first.write) : null;
      if (text === null) return group.map(one);
      const values = group.slice(at, at + rows).flatMap(({ row }) => statement.bind(row));
      calls.push({ name: rows > 1 ? `${first.write} ${rows}` : first.write, text, values });
      at += rows;
    }
    return calls;
  }

  return { one, all };
}

interface Known extends Compiled {
  /** Texts for several rows, by their number. */
  readonly rows: Map<number, string>;
}

function piece(left: number): number {
  return Math.min(MOST_ROWS, 2 ** Math.floor(Math.log2(left)));
}

/** @returns null for a statement that takes one row at a time. */
function textFor(count: number, { text, rows }: Known, write: WriteName): string | null {
  const known = rows.get(count);
  if (known !== undefined) return known;
  const several = severalRows(text, count, bringsEachOnce.has(write));
  if (several !== null) rows.set(count, several);
  return several;
}

/**
 * An insertion of one row as an insertion of several.
 * @returns null for a statement that is something else, whose row is made of more than values, or that changes rows it meets
 * (unless `mayChange`).
 */
export function severalRows(text: string, count: number, mayChange: boolean): string | null {
  const found = /^(insert into "\w+" \([^()]*\) values )\((\$\d+(?:, \$\d+)*)\)( on conflict .*)?$/su.exec(
    text,
  );
  if (!found) return null;
  const [, head = "", row = "", conflict = ""] = found;
  if (
    conflict.includes("$") ||
    (!mayChange && !/^(?: on conflict(?: \([^()]*\))? do nothing)?$/u.test(conflict))
  )
    return null;
  const width = row.split(",").length;
  const tuple = (at: number) =>
    `(${Array.from({ length: width }, (_, place) => `$${at * width + place + 1}`).join(", ")})`;
  return `${head}${Array.from({ length: count }, (_, at) => tuple(at)).join(", ")}${conflict}`;
}
