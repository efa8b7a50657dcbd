/**
 * What one transaction of PostgreSQL does for many plans: first the statements that may say no, then what is left of all plans,
 * rows of one kind together in one statement, and the entries of the record at the end, behind a lock. Hopefully none says
 * no: then all is sent at once, and only if one did is each asked what it touched.
 */
import { type Compiled, compile } from "./compile.ts";
import type { Base } from "./db.ts";
import { manyChanges, manyEntries, type ManyRows, manyRows } from "./pgRows.ts";
import type { Answer } from "./writer.ts";
import type { Step, WriteName } from "./writes.ts";

export interface PgCall {
  /** By which the connection knows the statement once it has read it. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Statements in their order, sent without waiting for each other. Behind the last ones of a transaction its end may be sent
 * at once. @returns how many rows each touched.
 */
export type Line = (calls: readonly PgCall[], place?: "last") => Promise<readonly number[]>;

/** Any number, the same in every process. */
const RECORD_LOCK = 7_400_102;

const lock: PgCall = {
  name: "record_lock",
  text: `select pg_advisory_xact_lock(${RECORD_LOCK})`,
  values: [],
};

/** Upserts of which one transaction never brings the same row twice; PostgreSQL would refuse both. */
const bringsEachOnce: ReadonlySet<WriteName> = new Set<WriteName>(["putClock", "putAssignment"]);

export interface PgBatch {
  /**
   * All that `together` writes without waiting for what it touched: where a first step finds no row the server refuses it,
   * and the whole transaction with it.
   * @param locked what they change first is locked already: it may be changed in any order, and so by one statement.
   */
  hopefully(plans: readonly (readonly Step[])[], locked?: "locked"): readonly PgCall[];
  /** Plans of which only the first step may find no row. */
  together(plans: readonly (readonly Step[])[], line: Line): Promise<readonly Answer[]>;
  /** One plan as it is written, of which any step may say no; whoever calls takes back what was written before. */
  inOrder(steps: readonly Step[], line: Line): Promise<Answer>;
}

export function createPgBatch(base: Base): PgBatch {
  const statements = createStatements(base);

  /** Entries come last: their places have no gaps and follow the order of commits. */
  const ending = (entries: readonly Step[]): readonly PgCall[] =>
    entries.length === 0 ? [] : [lock, ...runsOf(entries).flatMap(statements.all)];

  /** All but what was asked first, of all plans. */
  const afterwards = (plans: readonly (readonly Step[])[]): readonly PgCall[] => {
    const rest = plans.map((steps) => (steps[0]?.orElse === undefined ? steps : steps.slice(1)));
    const others = gathered(rest.map((steps) => steps.filter((step) => !isEntry(step))));
    const entries = rest.flatMap((steps) => steps.filter(isEntry));
    return [...others.flatMap(statements.all), ...ending(entries)];
  };

  return {
    hopefully(plans, locked) {
      const asking = askingOf(plans).map(({ first }) => first);
      const asked = locked
        ? alike(asking).flatMap(statements.changing)
        : runsOf(asking).flatMap(statements.insisting);
      return [...asked, ...afterwards(plans)];
    },

    async together(plans, line) {
      const answers: Answer[] = plans.map(() => "done");
      const asking = askingOf(plans);
      const touched = await line(asking.map(({ first }) => statements.one(first)));
      for (const [turn, { at, orElse }] of asking.entries()) if (touched[turn] === 0) answers[at] = orElse;
      const calls = afterwards(plans.filter((_plan, at) => answers[at] === "done"));
      if (calls.length > 0) await line(calls, "last");
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
      await line([...waiting, ...ending(steps.filter(isEntry))], "last");
      return "done";
    },
  };
}

/** In one order everywhere, so that two batches never wait for each other's rows. */
function askingOf(plans: readonly (readonly Step[])[]) {
  return [...plans.entries()]
    .flatMap(([at, [first]]) => (first?.orElse === undefined ? [] : [{ at, first, orElse: first.orElse }]))
    .toSorted((a, b) => (keyOf(a.first) < keyOf(b.first) ? -1 : 1));
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

/** Neighbours of one kind: entries keep their order. */
function runsOf(steps: readonly Step[]): readonly Group[] {
  const runs: [Step, ...Step[]][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last?.[0].write === step.write) last.push(step);
    else runs.push([step]);
  }
  return runs;
}

/** Steps that one statement can write. */
function alike(steps: readonly Step[]): readonly Group[] {
  const groups = new Map<string, [Step, ...Step[]]>();
  for (const step of steps) {
    const group = groups.get(changeName(step));
    if (group) group.push(step);
    else groups.set(changeName(step), [step]);
  }
  return [...groups.values()];
}

function changeName({ write, only = [] }: Step): string {
  return `${write} ${only.join()}`;
}

/** Of one change there are as many as sets of columns that decisions change: some dozens. */
const MOST_CHANGES = 100;

function createStatements(base: Base) {
  const known = new Map<WriteName, Known>();
  /** By the columns that they change. A connection knows each by its number: names are cut after 63 bytes. */
  const changes = new Map<string, { readonly name: string; readonly many: ManyRows | null }>();

  const statementOf = (step: Step): Known => {
    const found = known.get(step.write) ?? learned(base, step);
    known.set(step.write, found);
    return found;
  };

  const one = (step: Step): PgCall => {
    const statement = statementOf(step);
    return { name: step.write, text: statement.text, values: statement.bind(step.row) };
  };

  const asMany = ({ text, told }: ManyRows, name: string, group: Group): PgCall => {
    return { name, text, values: [told(group.map(({ row }) => row))] };
  };

  function all(group: Group): readonly PgCall[] {
    const { many } = statementOf(group[0]);
    return many === null || group.length === 1
      ? group.map(one)
      : [asMany(many, `${group[0].write} many`, group)];
  }

  function insisting(group: Group): readonly PgCall[] {
    const { write } = group[0];
    const { insists, text } = statementOf(group[0]);
    if (insists !== null) return [asMany(insists, `${write} new`, group)];
    const refusing = `with asked as (${text} returning 1) select 1 / count(*) from asked`;
    return group.map((step) => ({ ...one(step), name: `${write} found`, text: refusing }));
  }

  /** As `insisting`, by one statement for all that change the same columns. */
  function changing(group: Group): readonly PgCall[] {
    const [first] = group;
    const name = changeName(first);
    let change = changes.get(name);
    if (!change && changes.size < MOST_CHANGES) {
      const many = manyChanges(compile(base, first, first.only), base.tables);
      change = { name: `${first.write} many ${changes.size}`, many };
      changes.set(name, change);
    }
    return change?.many ? [asMany(change.many, change.name, group)] : insisting(group);
  }

  return { one, all, insisting, changing };
}

interface Known extends Compiled {
  /** Takes any number of rows; null for a statement that takes one at a time. */
  readonly many: ManyRows | null;
  /** The same, which refuses rows that are there already instead of leaving them out. */
  readonly insists: ManyRows | null;
}

function learned(base: Base, step: Step): Known {
  const compiled = compile(base, step);
  const [insertion = "", conflict] = compiled.text.split(" on conflict ");
  const leavesOut = conflict?.endsWith("do nothing") === true;
  const takesMany = conflict === undefined || leavesOut || bringsEachOnce.has(step.write);
  const many = takesMany ? manyRows(compiled.text, base.tables) : null;
  return {
    ...compiled,
    many: step.write === "addEntry" ? manyEntries(base.tables) : many,
    insists: conflict === undefined || leavesOut ? manyRows(insertion, base.tables) : null,
  };
}
