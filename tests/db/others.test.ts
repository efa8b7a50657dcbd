/** Two houses on one PostgreSQL: who works alone, and what each hears of the other. */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noOthers } from "../../db/others.ts";
import { openPostgres } from "../../db/postgres.ts";
import { keyFileName } from "../../db/secrets/keyFile.ts";
import type { OtherChange, Store } from "../../db/store.ts";
import { scopeOf } from "../../server/domain/permit.ts";
import { createLive, type LiveMessage } from "../../server/live.ts";
import { moved, openHouse, reported } from "../support/app.ts";
import { answeringPostgres, type OwnDatabase, ownDatabase, unless } from "../support/postgres.ts";
import { temporaryFolder } from "../support/store.ts";

it("a house that is alone does everything, and hears of nobody", async () => {
  expect(await noOthers.alone("x", async () => 1)).toBe(1);
  expect(await noOthers.inTurn("x", async () => 2)).toBe(2);
  const stop = await noOthers.follow(
    () => expect.fail("nobody is there"),
    () => expect.fail("nothing is lost"),
  );
  await stop();
});

const server = await answeringPostgres();

/** A program of its own, so that it is done when it returns. */
const bending = `
  const { Client } = require("pg");
  const client = new Client(process.argv[1]);
  client.connect().then(() => client.query("delete from tally_sums")).then(() => client.end());
`;

describe.skipIf(server === null)(`two houses on one PostgreSQL${unless(server)}`, () => {
  const folder = temporaryFolder();
  let database: OwnDatabase;
  let [a, b]: Store[] = [];

  beforeAll(async () => {
    database = await ownDatabase(server ?? "");
    const keyFile = join(folder, keyFileName);
    // Together, as two processes start: one migrates and makes the keys, the other waits
    [a, b] = await Promise.all([openPostgres(database.url, keyFile), openPostgres(database.url, keyFile)]);
  });

  afterAll(async () => {
    await a?.close();
    await b?.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  function both(): readonly [Store, Store] {
    if (a === undefined || b === undefined) throw new Error("The houses are not open.");
    return [a, b];
  }

  it("are verified as they stand at one moment, whatever is written meanwhile", async () => {
    const [first] = both();
    const house = await openHouse({ store: first });
    await reported(await house.as("gridWorker"));
    await first.evaluation.makeSums();
    while ((await first.evaluation.catchUp(100)) > 0);
    // Cases are read before sums: what is bent in between is not of that moment
    const bend = () => execFileSync(process.execPath, ["-e", bending, database.url]);
    expect((await first.verify(bend)).faults).toEqual([]);
    expect((await first.verify()).faults[0]).toMatchObject({ of: "sum", kind: "row" });
    await first.evaluation.forgetSums();
    await first.evaluation.makeSums();
    expect((await first.verify()).faults).toEqual([]);
  });

  it("let one of them work and the other pass by, or wait", async () => {
    const [first, second] = both();
    const order: string[] = [];
    let waiting: Promise<unknown> = Promise.resolve();
    await first.others.alone("work", async () => {
      expect(await second.others.alone("work", async () => "twice")).toBeNull();
      expect(await second.others.alone("other work", async () => "done")).toBe("done");
      waiting = second.others.inTurn("work", async () => order.push("second"));
      order.push("first");
    });
    await waiting;
    expect(order).toEqual(["first", "second"]);
  });

  it("give the work back when it fails", async () => {
    const [first, second] = both();
    const failing = first.others.alone("work", async () => await Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    expect(await second.others.inTurn("work", async () => "done")).toBe("done");
  });

  it("hear every act of the other once, with who could see it before and after", async () => {
    const [first, second] = both();
    const heard: OtherChange[] = [];
    const own: OtherChange[] = [];
    const live = createLive();
    const lights: LiveMessage[] = [];
    live.listen(scopeOf({ id: "x", role: "department", unit: "LD", cells: [] }), (message) => {
      lights.push(message);
    });
    let [called, told] = [0, () => undefined as void];
    const enough = new Promise<void>((resolve) => (told = resolve));
    const stop = await second.others.follow(
      (change) => {
        heard.push(change);
        live.pass(change);
        if (++called === 3) told();
      },
      () => expect.fail("nothing is lost"),
    );
    const stopOwn = await first.others.follow(
      (change) => void own.push(change),
      () => expect.fail("nothing is lost"),
    );
    const house = await openHouse({ store: first });
    const township = await house.as("township");
    const { id } = await reported(await house.as("gridWorker"));
    await moved(township, id, { action: "file", itemCode: "020101" });
    await moved(township, id, { action: "dispatch", unit: "LD" });
    await enough;
    expect(heard.map(({ about, id: of, version, state }) => ({ about, of, version, state }))).toEqual([
      { about: "case", of: id, version: 1, state: "reported" },
      { about: "case", of: id, version: 2, state: "filed" },
      { about: "case", of: id, version: 3, state: "dispatched" },
    ]);
    expect(heard[0]).toMatchObject({ before: null, after: { leadUnit: null } });
    expect(heard[2]).toMatchObject({ before: { leadUnit: null }, after: { leadUnit: "LD" } });
    expect(lights).toEqual([{ about: "case", id, version: 3, state: "dispatched", gone: false }]);
    expect(own).toEqual([]);
    await stop();
    await stopOwn();
  });

  it("say that something was missed when the line was cut, and hear again", async () => {
    const [first, second] = both();
    let heardAgain: (change: OtherChange) => void = () => undefined;
    const stop = await new Promise<() => Promise<void>>((resolve) => {
      const following = second.others.follow(
        (change) => heardAgain(change),
        () => void following.then(resolve),
      );
      void following.then(
        async () =>
          await database.ask(
            "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen huying_changes' and datname = current_database()",
          ),
      );
    });
    const heard = new Promise<OtherChange>((resolve) => (heardAgain = resolve));
    const house = await openHouse({ store: first });
    const { id } = await reported(await house.as("gridWorker"));
    expect(await heard).toMatchObject({ id });
    await stop();
  });

  it("take what is due without waiting for each other, and never the same", async () => {
    const [first, second] = both();
    const house = await openHouse({ store: first });
    for (let one = 0; one < 3; one += 1) await reported(await house.as("gridWorker"));
    const far = Date.parse("2040-01-01");
    const given: string[] = [];
    const all = 100;
    await first.clocks.takeDue(far, 1, async (mine) => {
      given.push(...mine);
      await second.clocks.takeDue(far, all, async (others) => {
        given.push(...others);
        return [];
      });
      return [];
    });
    expect(given.length).toBeGreaterThanOrEqual(3);
    expect(new Set(given).size).toBe(given.length);
    // What nobody decided about is free again
    await second.clocks.takeDue(far, all, async (ids) => {
      expect(ids.toSorted()).toEqual(given.toSorted());
      return [];
    });
  });
});
