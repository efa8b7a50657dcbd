/** Training again in the background: one at a time, in a thread of its own, with its progress told. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { loadLexicon } from "../../fixtures/lexicon.ts";
import type { Deps } from "../deps.ts";
import type { ModelReport } from "../domain/learning/compareReaders.ts";
import { packModel } from "../domain/learning/pack.ts";
import { type ConfirmedText, renew, type RenewOptions } from "../domain/learning/renew.ts";
import { createTaxonomy, type Taxonomy } from "../domain/taxonomy.ts";
import { DAY } from "../domain/time.ts";
import { factsOfError } from "../log.ts";
import { MODEL_IN_USE } from "./learner.ts";
import { correctionsOf, MOST_LESSONS } from "./taught.ts";

export type RenewalState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly version: number; readonly replaced: boolean }
  | { readonly kind: "tooFew"; readonly rows: number; readonly needed: number }
  | { readonly kind: "failed" };

export interface Renewals {
  state(): RenewalState;
  /** @returns false when one is under way. */
  start(deps: Deps, by: string): boolean;
  /** Waits for the one under way. */
  settled(): Promise<void>;
}

/** What a thread is given: everything it needs as plain values, the county's own list of matters among them. */
export type Task = Omit<RenewOptions, "taxonomy" | "lexicon" | "onProgress"> & {
  readonly matters: Pick<Taxonomy, "version" | "majors" | "retired">;
  readonly cases: readonly ConfirmedText[];
};

export type TaskAnswer =
  | { readonly kind: "renewed"; readonly body: Uint8Array; readonly report: ModelReport }
  | { readonly kind: "refusal"; readonly rows: number; readonly needed: number };

/** @param onProgress parts done and parts in all. */
export type RunTask = (task: Task, onProgress: (done: number, total: number) => void) => Promise<TaskAnswer>;

/** A year of confirmed cases; of more the latest. */
const LOOKS_BACK = 366 * DAY;
const MOST_CASES = 30_000;
const BYTES = 1_000_000;

export function createRenewals(run: RunTask = runBeside): Renewals {
  let state: RenewalState = { kind: "idle" };
  let running: Promise<void> = Promise.resolve();

  async function work(deps: Deps, by: string): Promise<void> {
    try {
      const task = await taskOf(deps);
      const answer = await run(task, (done, total) => (state = { kind: "running", done, total }));
      const { kind } = answer;
      if (kind === "refusal") state = { kind: "tooFew", rows: answer.rows, needed: answer.needed };
      else state = await keep(answer, deps, by);
    } catch (error) {
      deps.log("learning.failed", factsOfError(error));
      state = { kind: "failed" };
    }
  }

  return {
    state: () => state,
    start(deps, by) {
      if (state.kind === "running") return false;
      state = { kind: "running", done: 0, total: 1 };
      running = work(deps, by);
      return true;
    },
    settled: () => running,
  };
}

export async function taskOf({ store, clock, reference }: Deps): Promise<Task> {
  const [latest, lessons] = await Promise.all([
    store.learning.confirmed(clock.now() - LOOKS_BACK, MOST_CASES),
    store.learning.counting(MOST_LESSONS),
  ]);
  const cases = latest
    .toReversed()
    .flatMap(({ id, number, text, itemCode, reading }) =>
      itemCode === null ? [] : [{ caseId: id, number, text, code: itemCode, reading }],
    );
  const { version, majors, retired } = reference.taxonomy;
  const matters = { version, majors, retired };
  return { matters, cases, corrections: correctionsOf(lessons), bytes: BYTES, seed: 1 };
}

/** The better one is used at once; of a worse one the marks are kept, so that nobody tries it again unawares. */
async function keep(
  { body, report }: Extract<TaskAnswer, { kind: "renewed" }>,
  { store, clock, learner }: Deps,
  by: string,
): Promise<RenewalState> {
  const kept = report.replaced ? body : null;
  const version = await store.learning.addModel({
    createdAt: clock.now(),
    createdBy: by,
    report,
    body: kept,
  });
  if (report.replaced) {
    await store.settings.put(MODEL_IN_USE, String(version));
    await learner.refresh();
  }
  return { kind: "done", version, replaced: report.replaced };
}

/** The built server has the thread's program beside it; run from its sources, the house waits for the training. */
async function runBeside(...[task, onProgress]: Parameters<RunTask>): Promise<TaskAnswer> {
  const program = fileURLToPath(new URL("../../dist/server/renewThread.js", import.meta.url));
  return existsSync(program) ? await inThread(program, task, onProgress) : runHere(task, onProgress);
}

/** The same work wherever it is done: nothing but the task is known to it. */
export function runHere(...[{ matters, cases, ...options }, onProgress]: Parameters<RunTask>): TaskAnswer {
  const taxonomy = createTaxonomy(matters.version, matters.majors, matters.retired);
  const renewal = renew(cases, { ...options, taxonomy, lexicon: loadLexicon(), onProgress });
  if (renewal.kind === "refusal") return renewal;
  return { kind: "renewed", body: packModel(renewal.blend.model), report: renewal.report };
}

export type ThreadMessage =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "answer"; readonly answer: TaskAnswer };

function inThread(
  program: string,
  task: Task,
  onProgress: (done: number, total: number) => void,
): Promise<TaskAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, { workerData: task });
    thread.on("message", (message: ThreadMessage) => {
      if (message.kind === "progress") onProgress(message.done, message.total);
      else resolve(message.answer);
    });
    thread.on("error", reject);
    thread.on("exit", (code) => reject(new Error(`The training thread left with ${code}`)));
  });
}
