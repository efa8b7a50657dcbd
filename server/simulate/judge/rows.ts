/** Does the database hold what was decided? Each case that changed is read behind the store's back and told again from its events. */
import { createHash } from "node:crypto";
import type { Inspector, SeenCase, SeenEvent } from "../../../db/inspector.ts";
import type { Findings } from "../findings.ts";
import type { Known } from "../mirror.ts";

export function judgeRows(known: Known, inspector: Inspector, findings: Findings): readonly SeenEvent[] {
  const { id, number } = known.case;
  const row = inspector.caseById(id);
  if (row === null) {
    findings.blame("storedOnce", number, "the row of an acknowledged case is gone");
    return [];
  }
  const events = inspector.eventsOf(id);
  const told = retold(events);
  for (const name of Object.keys(told) as (keyof typeof told)[])
    if (row[name] !== told[name])
      findings.blame("rowIsHistory", number, `${name} is ${row[name]}, its events say ${told[name]}`);
  for (const name of ["version", "state", "holder", "leadUnit", "missed"] as const)
    if (row[name] !== known.case[name])
      findings.blame("rowIsHistory", number, `${name} is ${row[name]}, decided was ${known.case[name]}`);
  judgeChain(row, events, findings);
  judgeClockRows(known, inspector, findings);
  return events;
}

type Told = Pick<SeenCase, "version" | "state" | "holder" | "returns" | "reworks" | "urges" | "missed">;

function retold(events: readonly SeenEvent[]): Told {
  const count = (...actions: readonly string[]) =>
    events.filter(({ action }) => actions.includes(action)).length;
  const last = events.at(-1);
  const holder = events.findLast(({ facts }) => "holder" in facts)?.facts["holder"];
  return {
    version: events.length,
    state: last?.to ?? "",
    holder: typeof holder === "string" ? holder : null,
    returns: count("return", "dispute"),
    reworks: count("rework"),
    urges: count("urge"),
    missed: count("overdue"),
  };
}

/** The recipe of db/chain.ts, written anew from its description. */
function judgeChain(row: SeenCase, events: readonly SeenEvent[], findings: Findings): void {
  let previous = "";
  for (const event of events) {
    const { previousHash, hash, ...body } = event;
    const made = createHash("sha256")
      .update(previousHash + sorted(body))
      .digest("hex");
    if (previousHash !== previous || hash !== made)
      return findings.blame("chainWhole", row.number, `event ${event.seq} does not continue the chain`);
    previous = hash;
  }
  if (row.headHash !== previous) findings.blame("chainWhole", row.number, "the head is not the last event");
}

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${sorted(member)}`).join(",")}}`;
}

function judgeClockRows(known: Known, inspector: Inspector, findings: Findings): void {
  const rows = inspector.clocksOf(known.case.id);
  if (rows.length !== known.clocks.size)
    findings.blame(
      "rowIsHistory",
      known.case.number,
      `${rows.length} clocks stored, ${known.clocks.size} decided`,
    );
  for (const row of rows) {
    const clock = known.clocks.get(row.id);
    const same =
      clock !== undefined &&
      clock.dueAt === row.dueAt &&
      clock.runningSince === row.runningSince &&
      clock.stage === row.stage &&
      clock.outcome === row.outcome;
    if (!same) findings.blame("rowIsHistory", known.case.number, `clock ${row.kind} is not as decided`);
  }
}
