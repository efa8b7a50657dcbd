/** The clock of the house against a wall that jumps: by hand, by a time server, by a sleeping machine, at the start. */
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../../server/domain/time.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { createWallClock } from "../../server/wallClock.ts";
import { createWatch } from "../../server/watch.ts";
import { at } from "../support/calendar.ts";
import { openHouse, reported } from "../support/app.ts";

const NOON = at("2026-03-10 12:00");

function machine(lastRecorded: number | null = null, demo = false) {
  let [wall, steady, boot] = [NOON, 5_000, 90_000];
  const told: string[] = [];
  const watch = createWatch(
    () => wall,
    () => undefined,
  );
  const clock = createWallClock({
    sources: { wall: () => wall, steady: () => steady, sinceBoot: () => boot },
    lastRecorded,
    log: (event) => void told.push(event),
    watch,
    demo,
  });
  const all = {
    clock,
    told,
    alarms: () => watch.current().map(({ kind }) => kind),
    /** Time goes on, on every clock. */
    pass(ms: number) {
      [wall, steady, boot] = [wall + ms, steady + ms, boot + ms];
      return all;
    },
    /** Somebody sets the wall. */
    set(ms: number) {
      wall += ms;
      return all;
    },
    /** The machine sleeps: only the counting since boot goes on, and the wall. */
    sleep(ms: number) {
      [wall, boot] = [wall + ms, boot + ms];
      return all;
    },
    now: () => clock.now() - NOON,
  };
  return all;
}

describe("a wall that goes on as time does", () => {
  it("is the time", () => {
    expect(machine().pass(HOUR).now()).toBe(HOUR);
  });

  it("may be set a little by a time server, and never runs back", () => {
    const all = machine().pass(MINUTE);
    expect(all.now()).toBe(MINUTE);
    expect(all.set(-30_000).now()).toBe(MINUTE);
    expect(all.pass(10_000).now()).toBe(MINUTE);
    expect(all.pass(40_000).now()).toBe(MINUTE + 20_000);
    expect(all.alarms()).toEqual([]);
  });
});

describe("a wall that jumps ahead", () => {
  it("by less than an hour is followed and noted", () => {
    const all = machine().set(50 * MINUTE);
    expect(all.now()).toBe(50 * MINUTE);
    expect(all.told).toEqual(["clock.stepped"]);
  });

  it("by a month is not followed until an administrator confirms it", () => {
    const all = machine().set(30 * DAY);
    expect(all.now()).toBe(0);
    expect(all.pass(3 * HOUR).now()).toBe(3 * HOUR);
    expect(all.alarms()).toEqual(["clockAhead"]);
    all.clock.confirm();
    expect(all.now()).toBe(30 * DAY + 3 * HOUR);
    expect(all.alarms()).toEqual([]);
  });

  it("by half a day is taken when it has stood for a quarter of an hour", () => {
    const all = machine().set(12 * HOUR);
    expect(all.now()).toBe(0);
    expect(all.pass(14 * MINUTE).now()).toBe(14 * MINUTE);
    expect(all.pass(2 * MINUTE).now()).toBe(12 * HOUR + 16 * MINUTE);
    expect(all.told).toEqual(["clock.jumped", "clock.taken"]);
  });

  it("and back again has never been there", () => {
    const all = machine().set(30 * DAY);
    all.now();
    expect(
      all
        .pass(MINUTE)
        .set(-30 * DAY)
        .now(),
    ).toBe(MINUTE);
    expect(all.alarms()).toEqual([]);
    expect(all.told).toEqual(["clock.jumped", "clock.setRight"]);
  });

  it("because the machine slept is followed at once", () => {
    const all = machine()
      .pass(MINUTE)
      .sleep(9 * HOUR);
    expect(all.now()).toBe(9 * HOUR + MINUTE);
    expect(all.told).toEqual(["clock.slept"]);
    expect(all.sleep(9 * HOUR).now()).toBe(18 * HOUR + MINUTE);
  });
});

describe("a wall that jumps back", () => {
  it("by two days leaves the time going on", () => {
    const all = machine().set(-2 * DAY);
    expect(all.now()).toBe(0);
    expect(all.pass(HOUR).now()).toBe(HOUR);
    expect(all.alarms()).toEqual(["clockBehind"]);
  });

  it("is taken when it is confirmed", () => {
    const all = machine().set(-2 * DAY);
    all.now();
    all.clock.confirm();
    expect(all.now()).toBe(-2 * DAY);
    expect(all.pass(HOUR).now()).toBe(-2 * DAY + HOUR);
  });
});

describe("a start", () => {
  it("before the youngest record goes on from that record", () => {
    const all = machine(NOON + 3 * DAY);
    expect(all.now()).toBe(3 * DAY);
    expect(all.pass(HOUR).now()).toBe(3 * DAY + HOUR);
    expect(all.alarms()).toEqual(["clockBehind"]);
  });

  it("months after the youngest record lets nothing ring by itself until somebody has looked", () => {
    const all = machine(NOON - 90 * DAY);
    expect(all.now()).toBe(0);
    expect(all.clock.mayRing()).toBe(false);
    expect(all.alarms()).toEqual(["clockAhead"]);
    all.clock.confirm();
    expect(all.clock.mayRing()).toBe(true);
  });

  it("of a demonstration may be years later", () => {
    const all = machine(NOON - 900 * DAY, true);
    expect(all.clock.mayRing()).toBe(true);
    expect(all.alarms()).toEqual([]);
  });
});

describe("the sweep", () => {
  it("rings nothing while nobody has confirmed the time, and everything once afterwards", async () => {
    const house = await openHouse();
    await reported(await house.as("gridWorker"));
    house.clock.advance(90 * DAY);
    let silent = true;
    const deps = { ...house.deps, clock: { now: house.clock.now, mayRing: () => !silent } };
    expect(await sweep(deps)).toBe(0);
    silent = false;
    expect(await sweep(deps)).toBe(1);
  });
});

describe("the page about the house", () => {
  it("lets an administrator confirm the time, and nobody else", async () => {
    const house = await openHouse();
    const [admin, centre] = [await house.as("admin"), await house.as("centre")];
    house.deps.watch.raise("clockAhead");
    let confirmed = 0;
    Object.assign(house.deps.clock, { confirm: () => void (confirmed += 1) });
    expect((await centre.post("/api/house/clock", { right: true })).status).toBe(403);
    expect(await (await centre.get("/api/house")).json()).toMatchObject({ alarms: [{ confirms: false }] });
    expect(await (await admin.get("/api/house")).json()).toMatchObject({ alarms: [{ confirms: true }] });
    expect((await admin.post("/api/house/clock", { right: true })).status).toBe(200);
    expect(confirmed).toBe(1);
  });
});
