/**
 * Many more cases by the database itself, ten times as fast: verifiable cases are told again, week by week from the
 * oldest on, with an id, a number and a lane of their own. Lists, maps, searches and figures cannot tell them from others; but
 * their events keep the hashes of the first telling, carry no seals, words or entries, and instants inside of JSON stay, so
 * `huying verify` names every one of them. For measuring reads only.
 */
import type { Database } from "better-sqlite3";
import type { Base } from "../../../db/db.ts";
import { type Counted, createCountedOf } from "../../../db/counted.ts";
import type { Chance } from "../../../server/demo/chance.ts";
import { dayNumber, dayOf, type Instant, MINUTE } from "../../../server/domain/time.ts";
import type { Bulk } from "./bulk.ts";
import { lane } from "./lanes.ts";
import { FIRST_WEEK, MOST_WEEKS, WEEK } from "./weeks.ts";

/** Where the cases are that are told again, with the keys of the county that they are told to. */
interface Told {
  readonly file: string;
  readonly base: Base;
}

export interface Multiplying {
  readonly told: Told;
  /** Cases that there shall be in the end. */
  readonly cases: number;
  readonly now: Instant;
  readonly chance: Chance;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Writes what was told and its copies into a county without cases. @returns how many cases there are. */
export async function multiply(sqlite: Database, bulk: Bulk, asked: Multiplying): Promise<number> {
  const { told, cases, now, chance, onProgress } = asked;
  sqlite.prepare("attach ? as told").run(told.file);
  // The house asks for neither by its case
  sqlite.exec(
    `create index told.told_notices on outbox (case_id); create index told.told_photos on case_photos (case_id)`,
  );
  sqlite.exec(
    "create temp table tellings (place integer primary key, source text, id text, number text, words text, moved integer, mark text)",
  );
  const standing = await sourcesIn(told.base);
  const teller = createTeller(standing, { now, chance, serials: serialsIn(sqlite) });
  const write = { copies: copying(sqlite), standing: keeping(sqlite) };
  const copies = Math.max(0, cases - standing.length);
  let done = 0;
  for (let week = MOST_WEEKS - 1; week >= 0; week -= 1) {
    const weeks = MOST_WEEKS - FIRST_WEEK;
    const after = Math.min(weeks, MOST_WEEKS - week);
    const amount = Math.floor((copies * after) / weeks) - Math.floor((copies * (after - 1)) / weeks);
    const tellings = week < FIRST_WEEK ? [] : teller.tell(week, amount);
    const kept = standing.filter(({ reportedAt }) => weekBefore(now, reportedAt) === week);
    sqlite.transaction(() => {
      write.copies(tellings);
      write.standing(kept);
    })();
    for (const { counted, ...words } of [...tellings, ...kept]) {
      bulk.addWords(words);
      bulk.count(counted);
    }
    bulk.pause();
    done += tellings.length + kept.length;
    onProgress?.(done, cases);
  }
  sqlite.exec("drop table tellings");
  bulk.write(
    [...teller.serials].map(([day, n]) => ({ write: "putCounter", row: { name: `case:${day}`, n } })),
  );
  bulk.pause();
  return done;
}

interface Source {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly address: string | null;
  readonly reportedAt: Instant;
  /** Over, and nothing left to look at. */
  readonly isOver: boolean;
  readonly counted: Counted;
}

interface Telling extends Pick<Source, "id" | "number" | "text" | "address" | "counted"> {
  readonly source: string;
  readonly by: number;
  readonly mark: string;
}

async function sourcesIn(base: Base): Promise<readonly Source[]> {
  const { id, number, text, address, reportedAt, open, sweepAt } = base.tables.cases;
  const rows = await base.db
    .select({ id, number, text, address, reportedAt, open, sweepAt })
    .from(base.tables.cases)
    .orderBy(id);
  const countedOf = createCountedOf(base);
  const sources: Source[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    const counted = await countedOf(some.map((row) => row.id));
    for (const { open, sweepAt, ...row } of some)
      sources.push({ ...row, isOver: !open && sweepAt === null, counted: counted.get(row.id) ?? nothing });
  }
  return sources;
}

const AT_ONCE = 500;
const nothing: Counted = { tallies: [], held: [] };

function weekBefore(now: Instant, at: Instant): number {
  return Math.max(0, Math.floor((now - at) / WEEK));
}

function serialsIn(sqlite: Database): Map<string, number> {
  const known = sqlite.prepare("select name, n from told.counters where name like 'case:%'").raw();
  const rows = known.all() as [string, number][];
  return new Map(rows.map(([name, n]) => [name.slice("case:".length), n]));
}

interface Tellers {
  readonly now: Instant;
  readonly chance: Chance;
  readonly serials: Map<string, number>;
}

function createTeller(standing: readonly Source[], { now, chance, serials }: Tellers) {
  const sources = standing.filter(({ isOver }) => isOver);
  let told = 0;

  function tell(week: number, amount: number): readonly Telling[] {
    if (sources.length === 0) return [];
    const drawn = Array.from({ length: amount }, () => {
      const [source, round] = [sources[told % sources.length], Math.floor(told / sources.length)];
      told += 1;
      if (!source) throw new Error("A source is missing.");
      // Within the hour before, so that no two copies stand at one instant
      const by = (weekBefore(now, source.reportedAt) - week) * WEEK - Math.floor(chance.next() * 60 * MINUTE);
      const mark = lettersOf(round + 1, 2);
      return { source, by, mark, id: movedId(source.id, by, mark) };
    });
    return drawn.sort((a, b) => (a.id < b.id ? -1 : 1)).map(inWords);
  }

  function inWords({ source, by, mark, id }: Drawn): Telling {
    const day = dayOf(dayNumber(source.reportedAt + by));
    const serial = (serials.get(day) ?? 0) + 1;
    serials.set(day, serial);
    return {
      source: source.id,
      by,
      mark,
      id,
      number: `${day.replaceAll("-", "")}-${String(serial).padStart(5, "0")}`,
      text: source.text.replace(
        /（[^（）]*号旁）$/u,
        lane(() => chance.next()),
      ),
      address: source.address,
      counted: movedRows(source.counted, by),
    };
  }

  return { tell, serials };
}

interface Drawn {
  readonly source: Source;
  readonly by: number;
  readonly mark: string;
  readonly id: string;
}

/** As far as sums ask. */
function movedRows({ tallies, held }: Counted, by: number): Counted {
  return {
    tallies: tallies.map((row) => ({ ...row, openedAt: row.openedAt + by })),
    held: held.map((row) => ({
      ...row,
      from: row.from + by,
      until: row.until === null ? null : row.until + by,
    })),
  };
}

type Changes = Readonly<Record<string, string>>;

/** Columns that are not copied as they stand, by table: `t` is the telling. */
const changed: Readonly<Record<string, Changes>> = {
  cases: {
    id: "t.id",
    number: "t.number",
    report_id: "'aged-' || t.id",
    tracking_code: "t.id",
    text: "t.words",
    ...moved("reported_at", "closed_at", "updated_at", "warn_at", "due_at", "severe_at", "rated_at"),
  },
  case_parties: {},
  events: { seals: "'{}'", ...moved("at", "recorded_at") },
  clocks: moved("started_at", "running_since", "warn_at", "due_at", "severe_at", "look_at", "stopped_at"),
  assignments: {},
  outbox: { id: "moved_id(s.id, t.moved, t.mark)", ...moved("created_at", "sent_at") },
  reporters: {},
  case_photos: {},
  tallies: {
    // In China
    month: "strftime('%Y-%m', (s.opened_at + t.moved) / 1000 + 28800, 'unixepoch')",
    ...moved("opened_at"),
  },
  held_times: moved("from", "until"),
};

function moved(...columns: readonly string[]): Changes {
  return Object.fromEntries(columns.map((column) => [column, `s."${column}" + t.moved`]));
}

/** Row by row in the order of the tellings, so that the database only grows at its ends. */
function copying(sqlite: Database): (tellings: readonly Telling[]) => void {
  sqlite.function("moved_id", { deterministic: true }, movedId as (...given: unknown[]) => unknown);
  const add = sqlite.prepare("insert into tellings values (?, ?, ?, ?, ?, ?, ?)");
  const clear = sqlite.prepare("delete from tellings");
  const copies = Object.entries(changed).map(([table, changes]) => {
    const key = table === "cases" ? "id" : "case_id";
    const columns = columnsOf(sqlite, table);
    const values = columns.map((name) => changes[name] ?? (name === "case_id" ? "t.id" : `s."${name}"`));
    return sqlite.prepare(
      `insert into main.${table} (${quoted(columns)}) select ${values.join()}
       from tellings as t cross join told.${table} as s where s.${key} = t.source order by t.place`,
    );
  });
  return (tellings) => {
    clear.run();
    for (const [place, { source, id, number, text, by, mark }] of tellings.entries())
      add.run(place, source, id, number, text, by, mark);
    for (const copy of copies) copy.run();
  };
}

/** What was told stays as it is, with its words and entries. */
function keeping(sqlite: Database): (standing: readonly Source[]) => void {
  const ofCase = [...Object.keys(changed), "sealed_words"].map((table) => {
    const columns = quoted(columnsOf(sqlite, table));
    const key = table === "cases" ? "id" : "case_id";
    return sqlite.prepare(
      `insert into main.${table} (${columns}) select ${columns} from told.${table} where ${key} = ?`,
    );
  });
  // Those of the county itself stand already; the next number is drawn by the database
  const columns = quoted(columnsOf(sqlite, "record_entries").filter((name) => name !== "position"));
  const entries = sqlite.prepare(
    `insert into main.record_entries (${columns}) select ${columns} from told.record_entries
     where subject = ? and kind = 'case' order by seq`,
  );
  return (standing) => {
    for (const { id } of standing) for (const copy of [...ofCase, entries]) copy.run(id);
  };
}

function columnsOf(sqlite: Database, table: string): readonly string[] {
  return (sqlite.pragma(`table_info(${table})`) as readonly { name: string }[]).map(({ name }) => name);
}

function quoted(columns: readonly string[]): string {
  return columns.map((name) => `"${name}"`).join();
}

const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const INSTANT_LETTERS = 9;

/** The instant moved, the rest kept, and the mark in the last two letters. */
function movedId(id: string, by: number, mark: string): string {
  let at = 0;
  for (let place = 0; place < INSTANT_LETTERS; place += 1) at = at * 32 + letters.indexOf(id.charAt(place));
  return `${lettersOf(at + by, INSTANT_LETTERS)}${id.slice(INSTANT_LETTERS, -2)}${mark}`;
}

function lettersOf(value: number, length: number): string {
  let text = "";
  for (let left = value; text.length < length; left = Math.floor(left / 32))
    text = letters.charAt(left % 32) + text;
  return text;
}
