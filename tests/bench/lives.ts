/**
 * Whole lives of cases in one process that writes in its thread, without the network: reported, filed, dispatched, signed for, handled, checked, closed and
 * rated, each act through the doors that requests use (takeIn, openFile, act) and each on disk before the next.
 */
import type { CaseFile } from "../../server/caseFile.ts";
import { openFile } from "../../server/caseFile.ts";
import { act } from "../../server/act.ts";
import type { Deps } from "../../server/deps.ts";
import type { Actor, Case } from "../../server/domain/case.ts";
import { papersOf } from "../../server/domain/closing/evidence.ts";
import type { Report } from "../../server/domain/report.ts";
import type { Command } from "../../server/domain/workflow.ts";
import { DRAWN } from "../../server/domain/photoRights.ts";
import { takeIn } from "../../server/intake.ts";
import { quantile } from "./rounds.ts";

const sender: Actor = { id: "import", role: "system", unit: null, cells: [] };
const centre: Actor = { id: "bench-centre", role: "centre", unit: "XNZX", cells: [] };
const ITEM = "020101";
const PICTURE = "bench-picture";

/** A picture of work done, which the acts below name: its row alone. */
export async function keepPicture({ store, clock }: Deps): Promise<void> {
  const row = { id: PICTURE, bytes: 1, width: 1280, height: 960, uploadedBy: DRAWN, uploadedAt: clock.now() };
  await store.photos.put(row);
}

interface Turn {
  readonly by: (found: Case) => Actor;
  readonly does: (found: Case, deps: Deps) => Readonly<Record<string, unknown>>;
}

const unit = ({ leadUnit }: Case): Actor => {
  const code = leadUnit ?? "";
  return {
    id: `bench-${code}`,
    role: /^\d{9}$/u.test(code) ? "township" : "department",
    unit: code,
    cells: [],
  };
};
const resident = ({ id }: Case): Actor => ({
  id: "resident",
  role: "resident",
  unit: null,
  cells: [],
  caseId: id,
});

const turns: readonly Turn[] = [
  { by: () => centre, does: ({ itemCode }) => ({ action: "file", itemCode: itemCode ?? ITEM }) },
  { by: () => centre, does: () => ({ action: "dispatch", unit: "ZJ" }) },
  { by: unit, does: () => ({ action: "accept" }) },
  { by: unit, does: handling },
  { by: () => centre, does: () => ({ action: "check" }) },
  { by: () => centre, does: () => ({ action: "close" }) },
  { by: resident, does: () => ({ action: "rate", score: 5 }) },
];

function handling({ itemCode }: Case, { reference }: Deps) {
  const item = itemCode === null ? null : reference.taxonomy.lookUp(itemCode);
  return {
    action: "handle",
    result: "已到现场处置完毕，恢复正常。",
    evidence: papersOf(item ?? null),
    photosAfter: [PICTURE],
  };
}

export interface Lives {
  readonly perSecond: number;
  /** Lives a second of this process's processor time, its threads included. */
  readonly perCpuSecond: number;
  /** Milliseconds, by act. */
  readonly acts: readonly { readonly act: string; readonly p50: number; readonly p99: number }[];
}

/**
 * @param hands lives that are under way at once.
 * @param rate so many lives begin in a second, and each act is timed; as many as hands allow when absent.
 */
export async function benchLives(
  reports: readonly Report[],
  deps: Deps,
  { hands, rate }: { readonly hands: number; readonly rate?: number },
): Promise<Lives> {
  const took = new Map<string, number[]>();
  const waiting = reports.values();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  let begun = 0;
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (const report of waiting) {
        const due = rate === undefined ? 0 : start + (begun++ * 1000) / rate - performance.now();
        if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
        await live(report, deps, took);
      }
    }),
  );
  const { user, system } = process.cpuUsage(cpu);
  return {
    perSecond: (reports.length * 1000) / (performance.now() - start),
    perCpuSecond: (reports.length * 1e6) / (user + system),
    acts: [...took].map(([act, times]) => ({ act, p50: quantile(times, 0.5), p99: quantile(times, 0.99) })),
  };
}

async function live(report: Report, deps: Deps, took: Map<string, number[]>): Promise<void> {
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const answer = await work();
    const times = took.get(name) ?? [];
    times.push(performance.now() - start);
    took.set(name, times);
    return answer;
  };
  const taken = await timed("report", async () => await takeIn(report, sender, deps));
  if (taken.kind === "refusal") throw new Error(`A report was refused: ${JSON.stringify(taken)}`);
  // As a dispatcher opens it; afterwards each act answers how the case stands, which the next hands go by
  let stands: CaseFile | null = await openFile(taken.answer.id, centre, deps);
  for (const { by, does } of turns) {
    if (!stands) throw new Error(`Case ${taken.answer.id} is gone`);
    const { case: known } = stands;
    const { version } = known;
    const asked = {
      ...does(known, deps),
      version,
      commandId: `${report.id}-${version}`,
    } as unknown as Command;
    const after = await timed(asked.action, async () => await move(known.id, asked, by(known), deps));
    if ("kind" in after) throw new Error(`${asked.action} was refused: ${JSON.stringify(after)}`);
    stands = after;
  }
}

async function move(id: string, command: Command, actor: Actor, deps: Deps) {
  const file: CaseFile | null = await openFile(id, actor, deps);
  if (!file) throw new Error(`${actor.id} may not see case ${id}`);
  return await act(file, command, actor, deps);
}
