/**
 * A pattern case told again at another time: ids, number, phone and place of its own, every instant moved by the same
 * span, its chain hashed anew from the first event to the last, and each seal that `huying verify` compares made of the
 * rows as they stand. Seals that a later event replaced stay those of the pattern: nothing can be compared with them.
 */
import { eachParty } from "../../../db/caseRow.ts";
import { caseRowSeal, clockSeals, noticeSeals, reporterSeal } from "../../../db/rowSeals.ts";
import { type ChainedEvent, commitmentOf, hashOf } from "../../../db/chain.ts";
import { phoneDigits } from "../../../db/secrets/ring.ts";
import type { RowOf, Step } from "../../../db/writes.ts";
import { dayNumber, dayOf } from "../../../server/domain/time.ts";
import type { Pattern } from "./pattern.ts";

export interface Telling {
  /** Milliseconds that everything is moved by; not above 0. */
  readonly by: number;
  readonly caseId: string;
  readonly number: string;
  readonly phone: string;
  /** Added to what was reported, so that a few cases among all have words in common. */
  readonly where: string;
  /** A fresh id for a row of an instant. */
  readonly rowId: (at: number) => string;
}

/** All statements that write the copy, the case first. */
export function copyOf(pattern: Pattern, telling: Telling): readonly Step[] {
  const { caseId, by } = telling;
  const shift = <Row extends object>(row: Row): Row => ({ ...(moved(row, by) as Row), caseId });
  const clocks = pattern.clocks.map(shift);
  const notices = pattern.notices.map((notice) => noticeOf(notice, telling));
  const told = wordsOf(pattern, telling);
  const reporter = reporterOf(pattern, telling);
  const row = rowOf(pattern, telling);
  const fresh = {
    ...clockSeals(clocks),
    ...noticeSeals(notices.map(({ row }) => row)),
    ...caseRowSeal(row),
    ...(reporter === null ? {} : reporterSeal(reporter, reporter.salt ?? "")),
    ...told.seals,
  };
  const names = new Map(notices.map(({ was, row }) => [`notice:${was}`, `notice:${row.id}`]));
  const events = chained(pattern.events.map(shift), { fresh, names });
  row.headHash = events.at(-1)?.hash ?? "";
  return [
    { write: "addCase", row },
    ...eachParty(row.parties).map((unit): Step => ({ write: "addParty", row: { caseId, unit } })),
    ...events.map((event): Step => ({ write: "addEvent", row: event })),
    ...told.words.map((words): Step => ({ write: "sealWords", row: words })),
    ...clocks.map((clock): Step => ({ write: "putClock", row: clock })),
    ...pattern.assignments.map((one): Step => ({ write: "putAssignment", row: { ...one, caseId } })),
    ...notices.map((notice): Step => ({ write: "addNotice", row: notice.row })),
    ...(reporter === null ? [] : [{ write: "addReporter", row: reporter } satisfies Step]),
    ...pattern.photos.map((photo): Step => ({ write: "addPhoto", row: { ...photo, caseId } })),
    ...pattern.tallies.map((tally): Step => ({ write: "addTally", row: tallyOf(shift(tally)) })),
    ...pattern.held.map((held): Step => ({ write: "addHeld", row: shift(held) })),
    ...events.map(({ seq, hash }): Step => ({
      write: "addEntry",
      row: { kind: "case", subject: caseId, seq, hash },
    })),
  ];
}

function rowOf({ row }: Pattern, { by, caseId, number, where }: Telling): RowOf["addCase"] {
  const told = moved(row, by) as RowOf["addCase"];
  const names = { id: caseId, number, reportId: `aged-${caseId}`, trackingCode: caseId };
  return { ...told, ...names, text: row.text + where, tallied: true };
}

function noticeOf(notice: Pattern["notices"][number], { by, caseId, rowId }: Telling) {
  const createdAt = notice.createdAt + by;
  const row = { ...notice, id: rowId(createdAt), caseId, createdAt, tryAt: null, sentAt: createdAt };
  return { was: notice.id, row };
}

/** The words stand under the salts of the pattern; only what was reported is another text. */
function wordsOf({ words, row }: Pattern, { caseId, where }: Telling) {
  const seals: Record<string, string> = {};
  const told = words.map((row): RowOf["sealWords"] => {
    const said = row.words["text"];
    if (said === undefined) return { ...row, caseId };
    const text = { ...said, value: said.value + where };
    seals["text"] = commitmentOf("text", text);
    return { ...row, caseId, words: { ...row.words, text } };
  });
  return { words: row.text === "" ? words.map((one) => ({ ...one, caseId })) : told, seals };
}

function reporterOf({ reporter }: Pattern, { caseId, phone }: Telling): RowOf["addReporter"] | null {
  if (reporter === null) return null;
  const has = reporter.phone === null ? null : phone;
  return { ...reporter, caseId, phone: has, phoneKey: has && phoneDigits(has) };
}

function tallyOf(row: RowOf["addTally"]): RowOf["addTally"] {
  return { ...row, month: dayOf(dayNumber(row.openedAt)).slice(0, 7) };
}

interface Resealing {
  /** Seals as they must be now, by name. */
  readonly fresh: Readonly<Record<string, string>>;
  /** Names that changed. */
  readonly names: ReadonlyMap<string, string>;
}

/** A seal is made anew in the last event that carries its name. */
function chained(events: readonly ChainedEvent[], { fresh, names }: Resealing): readonly ChainedEvent[] {
  const lastSeq = new Map<string, number>();
  for (const { seals, seq } of events)
    for (const name of Object.keys(seals)) lastSeq.set(names.get(name) ?? name, seq);
  let previousHash = "";
  return events.map((event) => {
    const seals: Record<string, string> = {};
    for (const [was, seal] of Object.entries(event.seals)) {
      const name = names.get(was) ?? was;
      seals[name] = (lastSeq.get(name) === event.seq ? fresh[name] : undefined) ?? seal;
    }
    const linked = { ...event, seals, previousHash };
    previousHash = hashOf(linked);
    return { ...linked, hash: previousHash };
  });
}

/** Members that hold no instants and are long. */
const still: ReadonlySet<string> = new Set(["reading", "placement", "point", "policy", "seals", "words"]);

/** Between these every whole number is an instant: 2001 to 2065. */
const [EARLIEST, LATEST] = [1e12, 3e12];

/** The same value with every instant in it moved. */
function moved(value: unknown, by: number): unknown {
  if (typeof value === "number") return value > EARLIEST && value < LATEST ? value + by : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => moved(each, by));
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value))
    copy[name] = still.has(name) ? member : moved(member, by);
  return copy;
}
