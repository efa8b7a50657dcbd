import { describe, expect, it } from "vitest";
import { leafOf } from "../../../db/record/entry.ts";
import { rootOf } from "../../../db/record/merkle.ts";
import { type TreeHashName, treeHashNames, treeHashOf } from "../../../db/record/treeHash.ts";
import type { PlacedEntry } from "../../../db/store.ts";
import { aCase, aDecision, nextId } from "../../../fixtures/build.ts";
import { isConsistent, isIncluded } from "../../support/merkleCheck.ts";
import type { Engine, Opened } from "../../support/engines.ts";

export function describeRecord(current: () => Opened, engine: Engine): void {
  const store = () => current().store;

  async function all(): Promise<readonly PlacedEntry[]> {
    return await store().record.entries(0, 1_000_000);
  }

  describe("the record", () => {
    it("gives each event the next place, also of many that come at once", async () => {
      const before = await store().record.size();
      const found = Array.from({ length: 40 }, () => aCase());
      await Promise.all(found.map(async (each) => await store().commit(aDecision({ case: each }))));
      const entries = await all();
      expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index));
      expect(await store().record.size()).toBe(before + 40);
      expect(
        entries
          .slice(before)
          .map(({ subject }) => subject)
          .toSorted(),
      ).toEqual(found.map(({ id }) => id).toSorted());
    });

    it("holds no place for what was not stored", async () => {
      const decision = aDecision({ case: aCase() });
      await store().commit(decision);
      const before = await store().record.size();
      expect(await store().commit(decision)).toMatchObject({ kind: "duplicate" });
      expect(await store().record.size()).toBe(before);
    });

    it("names the event of a case by its hash", async () => {
      const found = aCase();
      await store().commit(aDecision({ case: found }));
      const [event] = await store().cases.history(found.id);
      expect(await store().record.entriesOf("case", found.id)).toMatchObject([{ seq: 1, hash: event?.hash }]);
    });

    it("records a row each time it is written, with a number that rises", async () => {
      const id = nextId("emergency");
      const begun = { area: [], reason: "暴雨", startedAt: 1, startedBy: "centre-1", version: "1" };
      const open = { id, ...begun, endedAt: null, endedBy: null, endWords: null };
      const none = { warned: 0, frozen: 0, fresh: 0, missed: 0 };
      const facts = { open: 0, urgent: 0, overdue: 0, severe: 0, ...none };
      const entry = { emergencyId: id, recordedAt: 1, accountId: null, facts };
      await store().emergency.begin(open, { ...entry, kind: "begin", at: 1 });
      const ending = { endedAt: 2, endedBy: "centre-1", endWords: "雨停" };
      await store().emergency.end(id, ending, { ...entry, kind: "end", at: 2 });
      const entries = await store().record.entriesOf("emergency", id);
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2]);
    });

    it.each(treeHashNames)(
      "has the root of all its leaves in %s, with kept pages and without",
      async (name) => {
        await fill(600);
        const entries = await all();
        const size = entries.length;
        const naive = (count: number) => hex(rootOf(leaves(entries.slice(0, count), name), treeHashOf(name)));
        const sizes = [1, 255, 256, 257, 511, 512, 513, size - 1, size];
        const roots = async () =>
          await Promise.all(sizes.map(async (count) => hex(await store().record.root(count, name))));
        const expected = sizes.map(naive);
        expect(await roots()).toEqual(expected);
        await store().record.keepNodes(name);
        expect(await roots()).toEqual(expected);
        await fill(10);
        await store().record.keepNodes(name);
        expect(await roots()).toEqual(expected);
      },
    );

    it("proves an entry and that a tree goes on from an older one", async () => {
      await fill(300);
      const [entries, hash] = [await all(), treeHashOf("sha256")];
      const size = entries.length;
      const position = size - 270;
      const root = await store().record.root(size, "sha256");
      const [leaf = root] = leaves(entries.slice(position, position + 1), "sha256");
      const path = await store().record.inclusion(position, size, "sha256");
      expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      expect(isIncluded({ leaf, position, size, path, root, hash })).toBe(true);
      const older = 259;
      const [oldRoot, newRoot] = [await store().record.root(older, "sha256"), root];
      const between = await store().record.consistency(older, size, "sha256");
      expect(isConsistent({ older, newer: size, oldRoot, newRoot, path: between, hash })).toBe(true);
    });

    it("keeps checkpoints, one of a size, and finds the first over a place", async () => {
      const base = { algorithm: "sha256", at: 1, note: "" } as const;
      await store().record.addCheckpoint({ ...base, size: 3, root: "aa" });
      await store().record.addCheckpoint({ ...base, size: 3, root: "bb" });
      await store().record.addCheckpoint({ ...base, size: 9, root: "cc" });
      expect(await store().record.latestCheckpoint()).toMatchObject({ size: 9, root: "cc" });
      expect(await store().record.checkpointOver(2)).toMatchObject({ size: 3, root: "aa" });
      expect(await store().record.checkpointOver(3)).toMatchObject({ size: 9 });
      expect(await store().record.checkpointOver(9)).toBeNull();
    });

    it("cannot be changed or taken away", async () => {
      for (const table of ["record_entries", "checkpoints"])
        for (const statement of [`UPDATE ${table} SET at = 1`, `DELETE FROM ${table}`])
          await expect(
            current().tamper(table === "checkpoints" ? statement : statement.replace("at = 1", "seq = 1")),
          ).rejects.toThrow("append-only");
    });

    it("tells a kept page that does not fit", async () => {
      await store().record.keepNodes("sha256");
      await current().tamper(engine.disarm);
      await current().tamper("UPDATE record_nodes SET hash = 'ff' WHERE level = 8 AND place = 1");
      const { faults } = await store().verify();
      expect(faults).toContainEqual(expect.objectContaining({ kind: "page", position: 256, until: 511 }));
    });
  });

  async function fill(amount: number): Promise<void> {
    const decisions = Array.from({ length: amount }, () => aDecision({ case: aCase() }));
    await Promise.all(decisions.map(async (decision) => await store().commit(decision)));
  }
}

function leaves(entries: readonly PlacedEntry[], name: TreeHashName): readonly Uint8Array[] {
  return entries.map((entry) => leafOf(entry, treeHashOf(name)));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
