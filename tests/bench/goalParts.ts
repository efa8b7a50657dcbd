/** What measures the goals (goals.ts), part by part. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { age } from "../load/aged/age.ts";
import type { Actor } from "../../server/domain/case.ts";
import { takeIn } from "../../server/intake.ts";
import { benchFiring } from "./firing.ts";
import { benchPolling } from "./flat.ts";
import type { Found, GoalId } from "./goals.ts";
import { type BenchHouse, benchReports, openAgedHouse, openBenchHouse } from "./house.ts";
import { benchIntake } from "./intake.ts";
import { compare, measure, type Ratio } from "./rounds.ts";

export interface Asked {
  readonly cases: number;
  /** A county of so many cases, kept for the next run. */
  readonly folder: string;
  /** Reports a second beside which a question is asked. */
  readonly rate: number;
  readonly rounds: number;
}

export const goalParts: Readonly<Record<string, (asked: Asked) => Promise<readonly Found[]>>> = {
  door: async ({ rounds }) => {
    runScript("bench:door", "--rounds", String(rounds));
    const { ours, raw, ratio } = resultOf("dist/door.json") as Ratio;
    return [{ goal: "door", value: ratio, told: `${ours.perSecond}/s to ${raw.perSecond}/s` }];
  },
  intake,
  postgres: async () => {
    runScript("bench:pg");
    const { again } = resultOf("dist/postgres.json") as { again: Ratio };
    return [
      { goal: "postgres", value: again.ratio, told: `${again.ours.perSecond}/s to ${again.raw.perSecond}/s` },
    ];
  },
  beside: async ({ rate }) => [beside("beside", rate, 0), beside("besideSlow", rate, 5)],
  aged,
  reads,
  polling: async ({ cases, rounds }) => {
    const many = Math.max(cases, 100_000);
    const value = await benchPolling(rounds, [10_000, many]);
    return [{ goal: "polling", value, told: `${many.toLocaleString("en")} pending` }];
  },
  firing,
  lives,
};

async function intake({ rounds }: Asked): Promise<readonly Found[]> {
  const single = await benchIntake(rounds, 300, 1);
  const many = await benchIntake(rounds, 600, 32);
  const told = `${many.ours.perSecond}/s to ${many.raw.perSecond}/s, no network; by processor time ${many.cpuRatio}`;
  return [
    { goal: "intake", value: many.ratio, told },
    { goal: "grouped", value: many.ours.perSecond / single.ours.perSecond },
  ];
}

function beside(goal: GoalId, rate: number, delay: number): Found {
  runScript("bench:beside", "--rate", String(rate), "--delay", String(delay));
  const { taken, ours, raw, ratio } = resultOf("dist/beside.json") as {
    taken: number;
    ours: number;
    raw: number;
    ratio: number;
  };
  const told = `${rate} reports/s asked, ${taken}/s taken; ${ours.toFixed(0)} ms to ${raw.toFixed(0)} ms`;
  return { goal, value: ratio, told };
}

const sender: Actor = { id: "import", role: "system", unit: null, cells: [] };

async function aged({ folder, cases, rounds }: Asked): Promise<readonly Found[]> {
  await makeAged(folder, cases);
  const [old, empty] = [openAgedHouse(folder), openBenchHouse()];
  let taken = 0;
  const take = async ({ deps }: BenchHouse) => {
    const reports = benchReports(300, `aged-${Date.now()}-${taken++}`);
    return await measure(
      reports.length,
      async () => void (await Promise.all(reports.map(async (report) => await takeIn(report, sender, deps)))),
    );
  };
  await take(old);
  await take(empty);
  const { ratio, cpuRatio } = await compare("intake", rounds, {
    ours: async () => await take(old),
    raw: async () => await take(empty),
  });
  await old.close();
  await empty.close();
  return [{ goal: "aged", value: ratio, told: `by processor time ${cpuRatio}` }];
}

/** Questions of `bench:reads` by how their names begin, and the goal they stand for. */
const questions: readonly { readonly goal: GoalId; readonly names: readonly string[] }[] = [
  { goal: "page", names: ["page: a "] },
  { goal: "stats", names: ["open by ", "counts: open", "figures of a calendar month"] },
  { goal: "search", names: ["search: 路灯", "search: 桂湾", "search: 彁彁"] },
];
/** Six characters: one of what grows with the years, and no goal. */
const LONG_PHRASE = "search: 桂湾巷37号";

async function reads({ folder, cases, rounds }: Asked): Promise<readonly Found[]> {
  await makeAged(folder, cases);
  // A millisecond each: few of them would say what else the machine did
  const only = questions.flatMap(({ names }) => names).join();
  runScript("bench:reads", "--data", folder, "--rounds", String(rounds * 20), "--only", only);
  const { results } = resultOf("dist/reads.json") as {
    results: readonly { name: string; floors: number; cpuFloors: number }[];
  };
  return questions.flatMap(({ goal, names }) => {
    const isAsked = (name: string) => name !== LONG_PHRASE && names.some((begin) => name.startsWith(begin));
    const [dearest] = results.filter(({ name }) => isAsked(name)).toSorted((a, b) => b.floors - a.floors);
    if (!dearest) return [];
    const told = `${dearest.name}; by processor time ${dearest.cpuFloors.toFixed(2)}`;
    return [{ goal, value: dearest.floors, told }];
  });
}

/** In a process of its own: the memory is that of whole lives, and not of all that was measured before. */
async function lives({ folder, cases }: Asked): Promise<readonly Found[]> {
  await makeAged(folder, cases);
  runScript("bench:lives", "--data", folder);
  return resultOf("dist/lives.json") as readonly Found[];
}

async function firing({ rounds }: Asked): Promise<readonly Found[]> {
  const found = await benchFiring(rounds);
  if (found === null) return [];
  const { postgres, sqlite, recorded, server } = found;
  const both = ({ ours, raw }: Ratio, job: number) =>
    ((raw.cpu + job) / (ours.cpu + server.clock)).toFixed(2);
  const told = [
    `${postgres.ours.perSecond} clocks/s with their events and notices to ${postgres.raw.perSecond} empty jobs/s`,
    `by processor time of both sides ${both(postgres, server.job)}`,
    `on SQLite ${sqlite.ours.perSecond}/s, ${sqlite.ratio}`,
  ];
  const { ours, raw } = recorded;
  const toldOf = `${ours.perSecond}/s to ${raw.perSecond}/s; by processor time of both sides ${both(recorded, server.recorded)}`;
  return [
    { goal: "firing", value: postgres.ratio, told: told.join("; ") },
    { goal: "firingRecorded", value: recorded.ratio, told: toldOf },
  ];
}

async function makeAged(folder: string, cases: number): Promise<void> {
  if (existsSync(`${folder}/huying.db`)) return;
  await age({ folder, cases, patterns: 300, chained: Math.min(cases, 600), seed: "1", now: Date.now() });
}

function runScript(name: string, ...args: readonly string[]): void {
  execFileSync("npm", ["run", "--silent", name, "--", ...args], { stdio: "inherit" });
}

function resultOf(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
