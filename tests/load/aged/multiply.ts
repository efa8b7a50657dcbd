/**
 * Many more cases by the database itself, twenty times as fast: every case that is over is told again at earlier times,
 * with an id, a number and a lane of its own. Lists, maps, searches and figures cannot tell them from others; but their
 * events keep the hashes of the first telling, carry no seals, words or entries, and instants inside of JSON stay, so
 * `huying verify` names every one of them. For measuring reads only.
 */
import type { Database } from "better-sqlite3";
import { dayNumber, dayOf, DAY, MINUTE } from "../../../server/domain/time.ts";
import { lane } from "./lanes.ts";

export interface Multiplying {
  /** Cases that there shall be in the end. */
  readonly cases: number;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Years that the copies are spread over. */
const SPAN = 10 * 365 * DAY;

/** @returns how many cases there are. */
export function multiply(sqlite: Database, { cases, onProgress }: Multiplying): number {
  const count = () => Number(sqlite.prepare("select count(*) from cases").pluck().get());
  const first = Number(sqlite.prepare("select min(reported_at) from cases").pluck().get());
  const last = Number(sqlite.prepare("select max(reported_at) from cases").pluck().get());
  sqlite.exec(
    "create temp table sources as select id, row_number() over (order by id) as place from cases where open = 0 and sweep_at is null",
  );
  const sources = Number(sqlite.prepare("select count(*) from sources").pluck().get());
  const telling = defineFunctions(sqlite);
  const rounds = Math.max(1, Math.floor(SPAN / Math.max(DAY, last - first)));
  let done = count();
  for (let round = 1; done < cases && sources > 0; round += 1) {
    telling.by = -((round % rounds) * (last - first) + Math.ceil(round / rounds) * 37 * MINUTE);
    telling.round = round;
    const most = Math.min(sources, cases - done);
    sqlite.transaction(() => copyAll(sqlite, most))();
    done += most;
    onProgress?.(done, cases);
  }
  sqlite.exec("drop table sources");
  telling.keepSerials();
  return done;
}

/** Columns that are not copied as they stand, by table. */
const changed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cases: {
    id: "aged_id(id)",
    number: "aged_number(reported_at)",
    report_id: "'aged-' || aged_id(id)",
    tracking_code: "aged_id(id)",
    text: "aged_text(id, text)",
    ...moved("reported_at", "closed_at", "updated_at", "warn_at", "due_at", "severe_at", "rated_at"),
  },
  events: { seals: "'{}'", ...moved("at", "recorded_at") },
  clocks: moved("started_at", "running_since", "warn_at", "due_at", "severe_at", "look_at", "stopped_at"),
  assignments: {},
  outbox: { id: "aged_id(id)", ...moved("created_at", "sent_at") },
  reporters: {},
  case_photos: {},
  tallies: { month: "aged_month(opened_at)", ...moved("opened_at") },
  held_times: moved("from", "until"),
};

function moved(...columns: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((column) => [column, `"${column}" + aged_by()`]));
}

function copyAll(sqlite: Database, most: number): void {
  for (const [table, parts] of Object.entries(changed)) {
    const columns = (sqlite.pragma(`table_info(${table})`) as readonly { name: string }[]).map(
      ({ name }) => name,
    );
    const key = table === "cases" ? "id" : "case_id";
    const values = columns.map(
      (name) => parts[name] ?? (name === "case_id" ? "aged_id(case_id)" : `"${name}"`),
    );
    const names = columns.map((name) => `"${name}"`).join();
    sqlite
      .prepare(
        `insert into ${table} (${names}) select ${values.join()} from ${table} where ${key} in (select id from sources where place <= ?)`,
      )
      .run(most);
  }
}

const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const INSTANT_LETTERS = 9;

/** What the statements ask for; `by` and `round` are set before each round. */
function defineFunctions(sqlite: Database): Telling {
  const serials = new Map<string, number>();
  const telling = { by: 0, round: 0, keepSerials };
  const known = sqlite.prepare("select name, n from counters where name like 'case:%'").raw();
  for (const [name, n] of known.all() as [string, number][]) serials.set(name.slice("case:".length), n);
  const define = (name: string, work: (...given: never[]) => unknown) =>
    sqlite.function(name, { deterministic: false }, work as (...given: unknown[]) => unknown);

  define("aged_by", () => telling.by);
  define("aged_id", (id: string) => agedId(id, telling));
  define("aged_number", (at: number) => {
    const day = dayOf(dayNumber(at + telling.by));
    const serial = (serials.get(day) ?? 0) + 1;
    serials.set(day, serial);
    return `${day.replaceAll("-", "")}-${String(serial).padStart(5, "0")}`;
  });
  define("aged_text", (id: string, text: string) => {
    const draw = drawnFrom(`${id}${telling.round}`);
    return text.replace(/（[^（）]*号旁）$/u, lane(draw));
  });
  define("aged_month", (at: number) => dayOf(dayNumber(at + telling.by)).slice(0, 7));
  return telling;

  /** The house draws the next numbers after these. */
  function keepSerials(): void {
    const put = sqlite.prepare("insert or replace into counters (name, n) values (?, ?)");
    sqlite.transaction(() => {
      for (const [day, n] of serials) put.run(`case:${day}`, n);
    })();
  }
}

interface Telling {
  by: number;
  round: number;
  readonly keepSerials: () => void;
}

/** The instant moved, the rest kept, and the round in the last two letters. */
function agedId(id: string, { by, round }: { readonly by: number; readonly round: number }): string {
  let at = 0;
  for (let place = 0; place < INSTANT_LETTERS; place += 1) at = at * 32 + letters.indexOf(id.charAt(place));
  let left = at + by;
  let instant = "";
  for (let place = 0; place < INSTANT_LETTERS; place += 1) {
    instant = letters.charAt(left % 32) + instant;
    left = Math.floor(left / 32);
  }
  const mark = letters.charAt(Math.floor(round / 32) % 32) + letters.charAt(round % 32);
  return `${instant}${id.slice(INSTANT_LETTERS, -2)}${mark}`;
}

function drawnFrom(seed: string): () => number {
  let state = 0;
  for (let index = 0; index < seed.length; index += 1)
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
