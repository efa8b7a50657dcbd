import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../../fixtures/lexicon.ts";
import { createLearningReader, type ItemCorrection } from "../../../server/domain/learning/learningReader.ts";
import { mergeRows, packChange, packRows } from "../../../server/domain/learning/packChange.ts";
import { createChangeLog } from "../../../server/learning/changeLog.ts";
import { reference } from "../../support/county.ts";

const { taxonomy } = reference;
const lexicon = loadLexicon();
const items = taxonomy.items.slice(0, 8);
const texts = items.flatMap(({ phrases }) => phrases.slice(0, 3));
const corrections = texts.map((text, at): ItemCorrection => ({
  id: `c${at}`,
  text,
  code: items[(at * 5) % items.length]?.code ?? "",
}));

/** The reader and its log as the server keeps them, from its start or over a day. */
function openLearner(made: readonly ItemCorrection[] = []) {
  const log = createChangeLog("words");
  let reader = createLearningReader(taxonomy, lexicon);
  let list: readonly ItemCorrection[] = [];
  const add = (correction: ItemCorrection) => {
    list = [...list, correction];
    reader.learn(correction);
    log.add(correction, reader.rowsOf(correction.text));
  };
  for (const correction of made) add(correction);
  return {
    add,
    takeBack(at: number) {
      list = list.filter((_, other) => other !== at);
      const before = reader.change();
      reader = createLearningReader(taxonomy, lexicon, list);
      log.replace(list, before, reader.change());
    },
    list: () => list,
    tag: () => log.tag(),
    whole: () => packChange(reader.change()),
    since(tag: string) {
      const moved = log.movedSince(tag);
      return moved && packRows(reader.change(), moved);
    },
  };
}

type Phone = { readonly tag: string; readonly bytes: Uint8Array };

describe("what moved since a state that a phone has", () => {
  it("adds up to the whole, byte by byte, whatever was corrected and taken back meanwhile", () => {
    const steps = fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(steps, (acts) => {
        const server = openLearner();
        const phones: Phone[] = [];
        for (const [turn, act] of acts.entries()) {
          const held = server.list();
          if (act % 3 === 0 && held.length > 0) server.takeBack(act % held.length);
          else server.add({ ...(corrections[act % corrections.length] as ItemCorrection), id: `t${turn}` });
          phones.push({ tag: server.tag(), bytes: server.whole() });
        }
        for (const { tag, bytes } of phones)
          expect(mergeRows(bytes, server.since(tag) ?? new Uint8Array())).toEqual(server.whole());
      }),
      { numRuns: 12 },
    );
  });

  it("is known after a restart and in another process, for the same list has the same name", () => {
    const day = openLearner(corrections.slice(0, 6));
    const phone = { tag: day.tag(), bytes: day.whole() };
    for (const correction of corrections.slice(6, 9)) day.add(correction);
    const restarted = openLearner(corrections.slice(0, 9));
    expect(restarted.tag()).toBe(day.tag());
    const moved = restarted.since(phone.tag);
    expect(moved).toEqual(day.since(phone.tag));
    expect(mergeRows(phone.bytes, moved ?? new Uint8Array())).toEqual(restarted.whole());
  });

  it("is little after one correction among many, and nothing after none", () => {
    const server = openLearner(corrections);
    const before = server.tag();
    expect(server.since(before)).toHaveLength(8);
    server.add({ id: "one", text: "嘎嘎鸟把苗啄光咧", code: "090101" });
    expect((server.since(before)?.length ?? Infinity) * 5).toBeLessThan(server.whole().length);
  });

  it("is unknown for a name of elsewhere, and bytes that are damaged merge to nothing", () => {
    const server = openLearner(corrections.slice(0, 2));
    expect(server.since("elsewhere")).toBeNull();
    expect(mergeRows(server.whole(), new Uint8Array(5))).toBeNull();
    expect(mergeRows(server.whole().subarray(8), packChange(new Map()))).toBeNull();
  });
});
