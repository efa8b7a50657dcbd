/**
 * Figures of a whole year of a county of 100,000 cases a year, and of one month of it, against a bare count of the same
 * rows by unit: what the formulas cost on top of looking at every row once.
 */
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { connect } from "../../db/connect.ts";
import { randomFrom } from "../../fixtures/demo/build/random.ts";
import type { CaseEvent } from "../../server/domain/case.ts";
import { profileOf } from "../../server/domain/evaluate/facts.ts";
import { tallyOf } from "../../server/domain/evaluate/tally.ts";
import { DAY, dayNumber, dayOf, type Instant } from "../../server/domain/time.ts";
import { figuresOf } from "../../server/evaluation/figures.ts";
import { benchNow, openBenchHouse } from "./house.ts";
import { compare, measure, type Ratio } from "./rounds.ts";

const YEAR = 365 * DAY;

export async function benchEvaluation(rounds: number, amount: number): Promise<readonly Ratio[]> {
  const { deps, folder, close } = openBenchHouse();
  const sqlite = connect(join(folder, "huying.db"));
  fill(sqlite, amount);
  const count = sqlite.prepare(
    "select unit, subject, count(*) from tallies where opened_at >= ? and opened_at < ? group by unit, subject",
  );
  const ratios: Ratio[] = [];
  for (const [name, from] of [
    ["a year", benchNow - YEAR],
    ["a month", benchNow - 30 * DAY],
  ] as const) {
    const question = { scope: { kind: "all" as const }, from, to: benchNow + DAY };
    const { n } = sqlite.prepare("select count(*) n from tallies where opened_at >= ?").get(from) as {
      n: number;
    };
    ratios.push(
      await compare(`figures by unit, ${name}, ${n} rows`, rounds, {
        ours: () => measure(n, async () => void (await figuresOf(question, "unit", deps))),
        raw: () => measure(n, () => void count.all(from, benchNow + DAY)),
      }),
    );
  }
  sqlite.close();
  await close();
  return ratios;
}

type Act = Pick<CaseEvent, "action" | "facts">;

/** Rows of cases as a county has them, spread over a year. */
function fill(sqlite: Database, amount: number): void {
  const chance = randomFrom(7);
  const add = sqlite.prepare("insert into tallies values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  sqlite.exec("BEGIN");
  for (let n = 0; n < amount; n += 1) {
    const openedAt = benchNow - Math.floor(chance() * YEAR);
    const { accounts } = tallyOf(historyOf(openedAt, chance));
    const id = String(n).padStart(12, "0");
    const [township, item] = [
      String(371_122_000 + Math.floor(chance() * 21)),
      String(Math.floor(chance() * 82)),
    ];
    for (const account of accounts) {
      const month = dayOf(dayNumber(account.openedAt)).slice(0, 7);
      const { subject, unit } = account;
      const cell = `${township}${String(Math.floor(chance() * 40)).padStart(6, "0")}`;
      add.run(id, subject, unit, account.openedAt, month, township, cell, item, profileOf(account.facts));
    }
  }
  sqlite.exec("COMMIT; ANALYZE");
}

function historyOf(at: Instant, chance: () => number): readonly CaseEvent[] {
  const unit = () => ({ unit: `U${Math.floor(chance() ** 2 * 60)}` });
  const first = unit();
  const maybe = (share: number, ...acts: readonly Act[]) => (chance() < share ? acts : []);
  const act = (action: Act["action"], facts: Act["facts"] = {}): Act => ({ action, facts });
  const acts: readonly Act[] = [
    act("report"),
    ...maybe(0.05, act("overdue", { clock: "file" })),
    act("file"),
    act("dispatch", first),
    ...maybe(0.08, act("return"), act("dispatch", unit())),
    ...maybe(0.06, act("overdue", { clock: "accept", ...first })),
    act("accept"),
    ...maybe(0.7, act("contact")),
    ...maybe(0.04, act("grantExtension")),
    ...maybe(0.12, act("overdue", { clock: "handle", ...first })),
    ...maybe(0.96, act("handle")),
    ...maybe(0.07, act("rework"), act("handle")),
    ...maybe(0.9, act("check"), act("close")),
    ...maybe(0.4, act("rate", { score: 1 + Math.floor(chance() * 5), solved: chance() < 0.8 })),
    ...maybe(0.03, act("reopen")),
  ];
  return acts.map((each, index) => ({
    ...each,
    at: at + index,
    seq: index + 1,
    caseId: "",
    recordedAt: at,
    actorId: "",
    actorRole: "system",
    actorUnit: null,
    from: null,
    to: "reported",
    words: {},
    commandId: null,
  }));
}
