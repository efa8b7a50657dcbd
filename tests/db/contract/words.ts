import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCase, aDecision } from "../../../fixtures/build.ts";
import type { Case } from "../../../server/domain/case.ts";
import type { CaseFilter, Page } from "../../../db/store.ts";
import type { Scope } from "../../../server/domain/permit.ts";
import type { Opened } from "../../support/engines.ts";

const now = 1_795_000_000_000;
const everything = { kind: "all" } as const;

/** Few characters, so that words and texts meet often; some mean something to a database or to its index. */
const letters = fc.constantFrom(...Array.from("路灯不亮井盖aB1290-%_' \"*^😀"));
const said = fc.array(letters, { minLength: 1, maxLength: 14 }).map((all) => all.join(""));
const asked = fc.array(letters, { minLength: 1, maxLength: 5 }).map((all) => all.join(""));

export function describeWords(current: () => Opened): void {
  const commit = async (parts: Partial<Case>) => {
    const answer = await current().store.commit(aDecision({ case: aCase(parts) }));
    if (answer.kind !== "committed") throw new Error(answer.kind);
    return answer.case;
  };

  async function found(words: string, { scope = everything, filter = {}, limit = 3 }: Asking = {}) {
    const { cases } = current().store;
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = { sort: "newest", after, limit };
      const { rows, next } = await cases.list(scope, { ...filter, words }, page, now);
      ids.push(...rows.map(({ id }) => id));
      after = next;
    } while (after !== null);
    return ids;
  }

  describe("a search for words", () => {
    it("finds what a plain look at every text, address and number finds, page by page, the newest first", async () => {
      const township = "371122999";
      const scope: Scope = { kind: "township", township, account: "nobody" };
      const all: Case[] = [];
      await fc.assert(
        fc.asyncProperty(said, fc.option(said, { nil: null }), asked, async (text, address, words) => {
          all.push(await commit({ text, address, townshipCode: township }));
          const holds = (field: string | null) => folded(field ?? "").includes(folded(words));
          const expected = all
            .filter((one) => holds(one.text) || holds(one.address) || holds(one.number))
            .map(({ id }) => id)
            .toReversed();
          expect(await found(words, { scope })).toEqual(expected);
        }),
        { numRuns: 60 },
      );
    });

    it("knows words of one character, of two, whole phrases and pieces of a number", async () => {
      const one = await commit({ text: "桂湾巷口的窨井盖碎了", address: "文心路5号" });
      for (const words of [
        "窨",
        "了",
        "窨井",
        "窨井盖碎了",
        "文心路5",
        "心",
        one.number,
        one.number.slice(3, 9),
      ])
        expect(await found(words)).toContain(one.id);
      for (const words of ["窨盖", "碎了5", "了文", "井盖碎窨"])
        expect(await found(words)).not.toContain(one.id);
    });

    it("is held to scope and state, and counted as it is listed", async () => {
      const open = await commit({ text: "翠竹轩外墙渗水", leadUnit: "unit-words" });
      const over = await commit({ text: "翠竹轩楼道漏水", leadUnit: "unit-words", state: "closed" });
      await commit({ text: "翠竹轩停电", leadUnit: "unit-other" });
      const scope: Scope = { kind: "unit", unit: "unit-words", account: "nobody" };
      expect(await found("翠竹轩", { scope })).toEqual([over.id, open.id]);
      expect(await found("翠竹轩", { scope, filter: { states: ["reported"] } })).toEqual([open.id]);
      const { cases } = current().store;
      expect(await cases.archiveCounts(scope, { words: "翠竹轩" }, now, 10)).toMatchObject({ total: 2 });
      expect(await cases.counts(scope, { words: "翠竹轩" }, now)).toMatchObject({ total: 1 });
      expect(await found("翠竹轩", { scope: { kind: "none" } })).toEqual([]);
    });

    it("goes on where it was, also when words of few cases have meanwhile become words of many", async () => {
      const scope: Scope = { kind: "unit", unit: "unit-pages", account: "nobody" };
      for (let n = 0; n < 5; n += 1) await commit({ text: "银杏叶堆积", leadUnit: "unit-pages" });
      const filter: CaseFilter = { words: "银杏", states: ["reported"] };
      const { cases } = current().store;
      const first = await cases.list(scope, filter, { sort: "newest", after: null, limit: 2 }, now);
      await commit({ text: "银杏又堆积", leadUnit: "unit-pages" });
      const second = await cases.list(scope, filter, { sort: "newest", after: first.next, limit: 9 }, now);
      const ids = [...first.rows, ...second.rows].map(({ id }) => id);
      expect(new Set(ids).size).toBe(5);
    });
  });

  describe("the index of words", () => {
    it("says nothing of a case that was erased", async () => {
      const { store } = current();
      const gone = await commit({ text: "蓬莱阁旁有人吵闹" });
      expect(await found("蓬莱阁")).toEqual([gone.id]);
      await store.cases.erase(gone.id);
      expect(await found("蓬莱阁")).toEqual([]);
      expect((await store.words.recount()).bent).toEqual([]);
    });

    it("is made anew from the cases, and a bent row of it is named", async () => {
      const { store } = current();
      const one = await commit({ text: "凌霄花架倒了" });
      await current().tamper(`DELETE FROM case_words WHERE case_id = '${one.id}'`);
      expect(await found("凌霄花")).toEqual([]);
      expect((await store.words.recount()).bent).toEqual([one.number]);
      await store.words.forget();
      expect(await store.words.areCaughtUp()).toBe(false);
      while ((await store.words.catchUp(7)) > 0);
      expect(await store.words.areCaughtUp()).toBe(true);
      expect(await found("凌霄花")).toEqual([one.id]);
      expect(await store.words.recount()).toMatchObject({ bent: [], isIndexBent: false });
    });
  });
}

interface Asking {
  readonly scope?: Scope;
  readonly filter?: CaseFilter;
  readonly limit?: number;
}

/** As `like` folds on both databases: ASCII for certain. */
function folded(text: string): string {
  return text.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());
}
