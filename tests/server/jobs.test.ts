import { describe, expect, it } from "vitest";
import type { OutboxNotice } from "../../db/store.ts";
import { deliver } from "../../server/jobs/outbox.ts";
import { startLoop } from "../../server/jobs/loop.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import type { LiveMessage } from "../../server/live.ts";
import { HOUR } from "../../server/domain/time.ts";
import { at } from "../support/calendar.ts";
import { moved, openHouse, reported } from "../support/app.ts";

describe("the sweep", () => {
  it("marks what fell due at the computed instant, however late it comes", async () => {
    const house = await openHouse();
    const { id, deadlines } = await reported(await house.as("gridWorker"));
    house.clock.advance(20 * HOUR);
    expect(await sweep(house.deps)).toBe(1);
    const events = await house.store.cases.history(id);
    const overdue = events.find((event) => event.action === "overdue");
    expect(overdue).toMatchObject({ at: deadlines.file, recordedAt: house.clock.now() });
    expect((await house.store.cases.byId(id))?.missed).toBe(1);
  });

  it("looks at nothing twice", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    house.clock.advance(20 * HOUR);
    await Promise.all([sweep(house.deps), sweep(house.deps)]);
    await sweep(house.deps);
    const events = await house.store.cases.history(id);
    expect(events.filter((event) => event.action === "overdue")).toHaveLength(1);
  });

  it("tells the pages that are open", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    const heard: LiveMessage[] = [];
    house.deps.live.listen({ kind: "all" }, (message) => void heard.push(message));
    house.clock.advance(20 * HOUR);
    await sweep(house.deps);
    expect(heard).toMatchObject([{ id, state: "reported", gone: false }]);
  });

  it("puts off a case that cannot be computed, and goes on with the others", async () => {
    const house = await openHouse();
    const gridWorker = await house.as("gridWorker");
    const [bad, good] = [await reported(gridWorker), await reported(gridWorker)];
    house.clock.advance(20 * HOUR);
    const file = house.store.cases.file.bind(house.store.cases);
    const files = house.store.cases.files.bind(house.store.cases);
    const bent = new Error("bent row");
    house.store.cases.files = async (ids) => {
      if (ids.includes(bad.id)) throw bent;
      return await files(ids);
    };
    house.store.cases.file = async (id) => {
      if (id === bad.id) throw bent;
      return await file(id);
    };
    await sweep(house.deps);
    expect((await house.store.cases.byId(good.id))?.missed).toBe(1);
    expect(house.logged.join()).toContain("sweep.putOff");
    expect(await sweep(house.deps)).toBe(0);
    house.clock.advance(HOUR);
    expect(await sweep(house.deps)).toBe(1);
  });
});

describe("a house that was away", () => {
  it("comes back after a fortnight and writes each step at its computed instant", async () => {
    const [awake, asleep] = [await openHouse(), await openHouse()];
    const stories = await Promise.all(
      [awake, asleep].map(async (house) => {
        const { id } = await reported(await house.as("gridWorker"));
        return { house, id };
      }),
    );
    // One looks every hour, the other is switched off for a fortnight and starts anew.
    for (let hour = 0; hour < 14 * 24; hour++) {
      awake.clock.advance(HOUR);
      await sweep(awake.deps);
    }
    asleep.clock.advance(14 * 24 * HOUR);
    while ((await sweep(asleep.deps)) > 0);
    const [told, late] = await Promise.all(
      stories.map(async ({ house, id }) =>
        (await house.store.cases.history(id)).map(({ seq, action, at }) => [seq, action, at]),
      ),
    );
    expect(late).toEqual(told);
    expect(told?.map(([, action]) => action)).toContain("circulate");
  });

  it("does not write behind its own record when the machine's clock was set back", async () => {
    const house = await openHouse();
    const { id } = await reported(await house.as("gridWorker"));
    house.clock.advance(20 * HOUR);
    await sweep(house.deps);
    house.clock.advance(-10 * HOUR);
    await sweep(house.deps);
    await moved(await house.as("township"), id, { action: "file", itemCode: "020101" });
    const instants = (await house.store.cases.history(id)).map(({ at }) => at);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
  });
});

describe("the outbox", () => {
  it("hands a reporter's notice to the channel once", async () => {
    const house = await openHouse();
    const { id } = await reported(house.nobody, { channel: "public", reporter: { phone: "13800005678" } });
    const township = await house.as("township");
    await moved(township, id, { action: "decline", declineReason: "repeat", note: "重复反映" });
    const sent: OutboxNotice[] = [];
    const channel = async (notice: OutboxNotice) => void sent.push(notice);
    await deliver(house.deps, channel);
    await deliver(house.deps, channel);
    expect(sent).toMatchObject([{ caseId: id, kind: "decline", to: { kind: "reporter" } }]);
  });

  it("tries again later when the channel fails, with growing gaps", async () => {
    const house = await openHouse();
    const { id } = await reported(house.nobody, { channel: "public", reporter: { phone: "13800005678" } });
    await moved(await house.as("township"), id, { action: "decline", declineReason: "repeat", note: "重复" });
    let tries = 0;
    const broken = async () => {
      tries += 1;
      throw new Error("gateway down");
    };
    await deliver(house.deps, broken);
    await deliver(house.deps, broken);
    expect(tries).toBe(1);
    house.clock.advance(61_000);
    await deliver(house.deps, broken);
    house.clock.advance(61_000);
    await deliver(house.deps, broken);
    expect(tries).toBe(2);
    house.clock.advance(61_000);
    await deliver(house.deps, broken);
    expect(tries).toBe(3);
  });

  it("hands a notice over again by the same id when the process died before it was marked, and then never again", async () => {
    const house = await openHouse();
    const { id } = await reported(house.nobody, { channel: "public", reporter: { phone: "13800005678" } });
    await moved(await house.as("township"), id, { action: "decline", declineReason: "repeat", note: "重复" });
    const handed: string[] = [];
    const channel = async (notice: OutboxNotice) => void handed.push(notice.id);
    // The process dies between the gateway's answer and the mark
    const { outbox } = house.store;
    const died = async () => {
      throw new Error("the process is gone");
    };
    const mark = async (notice: string, when: number) =>
      handed.includes(notice) ? await died() : await outbox.markSent(notice, when);
    const dying = { ...house.store, outbox: { ...outbox, markSent: mark, markFailed: died } };
    await expect(deliver({ ...house.deps, store: dying }, channel)).rejects.toThrow("gone");
    await deliver(house.deps, channel);
    const once = new Set(handed).size;
    house.clock.advance(61_000);
    await deliver(house.deps, channel);
    house.clock.advance(HOUR);
    await deliver(house.deps, channel);
    expect(handed).toHaveLength(2);
    expect(new Set(handed).size).toBe(once);
  });

  it.each(["before", "after"] as const)(
    "loses no notice and hands over none again that is marked, whichever of its marks fails %s it is stored",
    async (when) => {
      const house = await openHouse();
      const township = await house.as("township");
      for (const phone of ["13800005671", "13800005672", "13800005673"]) {
        const { id } = await reported(house.nobody, { channel: "public", reporter: { phone } });
        await moved(township, id, { action: "decline", declineReason: "repeat", note: "重复" });
      }
      const { outbox } = house.store;
      const claimed = await outbox.claimUnsent(house.clock.now(), 100, 0);
      const toReporters = claimed.map(({ id }) => id);
      expect(claimed.map(({ to }) => to.kind)).toEqual(["reporter", "reporter", "reporter"]);
      for (let failing = 1; failing <= 2 * claimed.length; failing += 1) {
        for (const { id } of claimed) await outbox.markFailed(id, house.clock.now());
        const handed: string[] = [];
        const [marked, seen] = [new Set<string>(), new Set<string>()];
        let marks = 0;
        const faulty = async (store: () => Promise<void>) => {
          marks += 1;
          const fails =
            marks === failing || (failing > claimed.length && marks === failing - claimed.length + 1);
          if (!fails || when === "after") await store();
          if (fails) throw new Error("the disk is away");
        };
        const markSent = async (id: string, at: number) =>
          await faulty(async () => {
            await outbox.markSent(id, at);
            if (when === "before") marked.add(id);
          });
        const markFailed = async (id: string, at: number) =>
          await faulty(async () => {
            marked.delete(id);
            await outbox.markFailed(id, at);
          });
        const store = { ...house.store, outbox: { ...outbox, markSent, markFailed } };
        const channel = async ({ id }: OutboxNotice) => {
          expect(marked.has(id), `${id} was marked`).toBe(false);
          seen.add(id);
          handed.push(id);
        };
        // The loop goes on after a round that failed
        for (let round = 0; round < 4; round += 1) {
          await deliver({ ...house.deps, store }, channel).catch(() => undefined);
          house.clock.advance(HOUR);
        }
        expect([...seen].sort(), `fault ${failing}`).toEqual([...toReporters].sort());
        expect(handed.length, `fault ${failing}`).toBeLessThanOrEqual(toReporters.length + 2);
        expect(await outbox.claimUnsent(house.clock.now(), 100, 0), `fault ${failing}`).toEqual([]);
      }
    },
  );

  it("leaves a unit's notices in its inbox", async () => {
    const house = await openHouse();
    const { number } = await reported(await house.as("gridWorker"));
    const inbox = await (await (await house.as("township")).get("/api/inbox")).json();
    expect(inbox).toMatchObject({ rows: [{ number, kind: "report" }] });
    expect(await (await (await house.as("otherTownship")).get("/api/inbox")).json()).toMatchObject({
      rows: [],
    });
  });
});

describe("a job", () => {
  it("finishes its round before it stops, and starts no other", async () => {
    let rounds = 0;
    let finish: () => void = () => undefined;
    const job = startLoop(
      () =>
        new Promise((resolve) => {
          rounds += 1;
          finish = () => resolve(0);
        }),
    );
    let stopped = false;
    const stopping = job.stop().then(() => (stopped = true));
    await Promise.resolve();
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(rounds).toBe(1);
  });
});

describe("a report on a Friday evening", () => {
  it("is not overdue before Monday's working time is spent", async () => {
    const house = await openHouse();
    house.clock.advance(at("2026-03-13 17:00") - house.clock.now());
    const { id } = await reported(await house.as("gridWorker"));
    house.clock.advance(60 * HOUR);
    await sweep(house.deps);
    expect((await house.store.cases.byId(id))?.missed).toBe(0);
    house.clock.advance(9 * HOUR);
    await sweep(house.deps);
    expect((await house.store.cases.byId(id))?.missed).toBe(1);
  });
});
