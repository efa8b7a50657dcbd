/** The process that serves a county: fills what is empty, listens, keeps the clocks, and leaves in order. */
import type { KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { uptime } from "node:os";
import type { Account, Store } from "../db/store.ts";
import { loadStartingCatalogue } from "../fixtures/catalogue.ts";
import { loadLexicon } from "../fixtures/lexicon.ts";
import { loadReference } from "../fixtures/load.ts";
import { createApp } from "./app.ts";
import { keepCalendars } from "./calendars.ts";
import { createInForce, seedCatalogue } from "./catalogue/inForce.ts";
import { createCountyInForce } from "./county/inForce.ts";
import { ofPresent } from "./county/ofPresent.ts";
import { createProgress } from "./cli/progress.ts";
import type { Terminal } from "./command.ts";
import type { Config } from "./config.ts";
import { demoPassword } from "./demoAccounts.ts";
import { createDeps, type Deps } from "./deps.ts";
import { calendarWarnings } from "./domain/calendarData.ts";
import { runningOut } from "./domain/calendars.ts";
import { DAY } from "./domain/time.ts";
import { roleWords } from "./domain/words.ts";
import { bareGround } from "./ground.ts";
import { groundOfCounty } from "./groundOfCounty.ts";
import { isDemoGrid } from "./gazetteer.ts";
import { emptyGridHint } from "./domain/gridWords.ts";
import { startAnalysis } from "./jobs/analysis.ts";
import { startCallSweep } from "./jobs/callSweep.ts";
import { createGate, watchLag } from "./gate.ts";
import { deliver, startOutbox } from "./jobs/outbox.ts";
import { startBackups } from "./jobs/backup.ts";
import { startCheckpoints } from "./jobs/checkpoint.ts";
import { startBriefs } from "./jobs/briefs.ts";
import { startRetention } from "./jobs/retention.ts";
import { followOthers } from "./jobs/others.ts";
import { startRefresh } from "./jobs/refresh.ts";
import { startSweep } from "./jobs/sweep.ts";
import { startWatch } from "./jobs/watch.ts";
import { startTally } from "./jobs/tally.ts";
import { createLearner } from "./learning/learner.ts";
import { listen } from "./listen.ts";
import { createLineWriter, createLog, factsOfError } from "./log.ts";
import { isKeyFault, keyPath, openKey } from "./record/key.ts";
import { keysOfHouse, type KnownKeys } from "./record/keyHistory.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { seedDemoPeople, seedGrid, seedReference } from "./seed.ts";
import { setupToken } from "./setup.ts";
import { staticFiles } from "./staticFiles.ts";
import { createWallClock } from "./wallClock.ts";
import { createWatch } from "./watch.ts";

export interface Serving {
  readonly address: string;
  /** Finishes what is under way, then leaves; the store is closed by whoever opened it. */
  readonly stop: () => Promise<void>;
}

/** @param webFolder the built screens; without them only the API is served. */
export async function startServing(
  {
    store,
    config,
    webFolder,
  }: { readonly store: Store; readonly config: Config; readonly webFolder: string },
  terminal: Terminal,
): Promise<Serving> {
  const key = openKey(config);
  if (isKeyFault(key)) throw startRefused(key.fault);
  const keys = keysOfHouse(keyPath(config), key);
  if ("fault" in keys) throw startRefused(keys.fault);
  const deps = await prepare(store, config, { terminal, recordKey: key, recordKeys: keys });
  const app = createApp(deps);
  if (existsSync(webFolder)) app.route("/", staticFiles(webFolder));
  const loop = watchLag();
  const gate = createGate({
    trustProxy: config.trustProxy,
    lag: loop.lag,
    onShed() {
      deps.metrics.shed();
      deps.watch.raise("shedding");
    },
  });
  const listening = await listen(app, config, {
    before: gate,
    renewed: (fault) =>
      fault === null
        ? deps.log("certificate.renewed", {})
        : deps.log("certificate.refused", factsOfError(fault)),
  });
  const jobs = [
    await followOthers(deps),
    startSweep(deps),
    startCallSweep(deps),
    startOutbox(deps),
    startTally(deps),
    startBriefs(deps),
    startRefresh(deps),
    startAnalysis(deps),
    startCheckpoints(deps, key),
    startRetention(deps),
    startWatch(deps),
    ...(config.backupHours > 0 && config.databaseUrl === "" ? [startBackups(deps)] : []),
  ];
  return {
    address: addressOf(config, listening.port),
    async stop() {
      deps.live.close();
      await listening.close();
      loop.stop();
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}

/** The house cannot be opened as it is; the message says why and what to do. */
export function startRefused(sentence: string): Error {
  return Object.assign(new Error(sentence), { code: "startRefused" });
}

/** What a person needs to know after the start. */
export async function greet(serving: Serving, store: Store, terminal: Terminal): Promise<void> {
  terminal.out(`呼应已启动：${serving.address}（接口说明 ${serving.address}/docs，按 Ctrl+C 停止）\n`);
  const token = await setupToken(store);
  if (token !== null) {
    terminal.out(
      `还没有账号。请打开一次性开通链接，建立系统管理员账号：\n  ${serving.address}/setup?token=${token}\n`,
    );
    return;
  }
  const accounts = (await store.people.list()).filter((account) => account.demo && !account.disabled);
  if (accounts.length === 0) return;
  terminal.out(
    `演示账号，密码都是 ${demoPassword()}，登录页上也可以点选：\n${accountLines(accounts).join("\n")}\n`,
  );
}

/** One line per role, the first account named and the others counted. */
function accountLines(accounts: readonly Account[]): readonly string[] {
  const roles = ["gridWorker", "township", "department", "centre", "leader", "admin"] as const;
  return roles.flatMap((role) => {
    const [first, ...others] = accounts.filter((account) => account.role === role).sort(byUsername);
    if (!first) return [];
    const more = others.length === 0 ? "" : `，另有 ${others.length} 个`;
    return [`  ${first.username.padEnd(12)}${roleWords[role]}${more}`];
  });
}

/** wangge2 before wangge10. */
function byUsername(a: Account, b: Account): number {
  return a.username.localeCompare(b.username, "en", { numeric: true });
}

interface Preparing {
  readonly terminal: Terminal;
  readonly recordKey: KeyObject;
  readonly recordKeys: KnownKeys;
}

/** Every durable commit is counted on its way. */
function counted(store: Store, metrics: Metrics): Store {
  return {
    ...store,
    async commit(decision) {
      const answer = await store.commit(decision);
      if (answer.kind === "committed") metrics.committed();
      return answer;
    },
    async commitAll(decisions) {
      const answer = await store.commitAll(decisions);
      if (answer === "committed") metrics.committed();
      return answer;
    },
  };
}

async function prepare(bare: Store, config: Config, { terminal, ...signing }: Preparing): Promise<Deps> {
  const metrics = createMetrics();
  metrics.watchLoop();
  const store = counted(bare, metrics);
  await store.record.adoptRows();
  const lines = createLineWriter(terminal.out);
  // However it ends, short of being killed
  process.once("exit", lines.flush);
  const log = createLog(lines.write, terminal.now);
  const watch = createWatch(terminal.now, log);
  const clock = createWallClock({
    sources: {
      wall: terminal.now,
      steady: () => performance.now(),
      sinceBoot: () => uptime() * 1000,
    },
    lastRecorded: await store.record.lastAt(),
    log,
    watch,
    demo: config.demo,
  });
  const brought = loadReference();
  const kept = await keepCalendars(store, brought);
  const county = createCountyInForce({ store, clock, log, start: brought, kept });
  await county.refresh();
  const reference = county.current();
  for (const warning of calendarWarnings(reference.years)) terminal.err(`注意：${warning}\n`);
  const ending = runningOut(reference.years, terminal.now());
  if (ending !== null) terminal.err(`注意：${ending}\n`);
  await seedReference(store, reference);
  const starting = ofPresent((counting) => loadStartingCatalogue(counting));
  const start = starting(reference);
  // The month that the demo tells of was dispatched by it
  await seedCatalogue(store, start, clock.now() - (config.demo ? DEMO_MONTH : 0));
  const catalogue = createInForce({ store, clock }, () => starting(county.current()));
  await catalogue.refresh();
  const learner = createLearner({ store, taxonomy: reference.taxonomy, lexicon: loadLexicon() });
  await learner.refresh();
  const cells = await seedGrid(store, { demo: config.demo, now: clock.now() });
  const deps = createDeps({
    store,
    config,
    ...signing,
    county,
    reference,
    cells,
    ground: isDemoGrid(cells) ? groundOfCounty() : bareGround,
    clock,
    log,
    watch,
    catalogue,
    learner,
    metrics,
  });
  await deps.grid.refresh();
  await deps.places.refresh();
  if (config.demo) await fillDemo(deps, terminal);
  if (deps.cells.length === 0) terminal.err(`${emptyGridHint}\n`);
  await deps.emergencies.reload();
  return deps;
}

/** Only an empty house becomes the demo county: no account, or a telling that was cut off before its end. */
async function fillDemo(deps: Deps, terminal: Terminal): Promise<void> {
  const { store, cells, clock } = deps;
  const isEmpty = (await store.people.list()).length === 0;
  if (!isEmpty && (await store.settings.get(TELLING)) !== "begun") return;
  await store.settings.put(TELLING, "begun");
  terminal.err("数据目录是空的，正在装入演示县（莒县），只做这一次。\n");
  await seedDemoPeople(store, cells, clock.now());
  const progress = createProgress("演示案卷", { write: terminal.err, isTty: terminal.isTty });
  const { seedDemo } = await import("./demo/seedDemo.ts");
  await seedDemo(deps, progress.at);
  progress.end();
  // What the county told its people in the past month is told: nothing of it is sent again
  while ((await deliver(deps, async () => undefined)) > 0);
  await store.settings.put(TELLING, "done");
}

const TELLING = "demo";

const DEMO_MONTH = 40 * DAY;

/** An address that a browser can open; `0.0.0.0` means every address of this machine. */
function addressOf({ host, tlsCert }: Config, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `${tlsCert === "" ? "http" : "https"}://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
