import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCountyReader } from "../../server/domain/learning/countyReader.ts";
import { createLearningReader } from "../../server/domain/learning/learningReader.ts";
import { packModel } from "../../server/domain/learning/pack.ts";
import { packChange, packRows } from "../../server/domain/learning/packChange.ts";
import { train } from "../../server/domain/learning/train.ts";
import { createReader, type Reader } from "../../server/domain/reader.ts";
import { wordsOf } from "../../server/domain/reading/itemWords.ts";
import { proposeSplit } from "../../server/domain/reading/split.ts";
import type { LearnedAnswer } from "../../server/domain/readerAnswers.ts";
import { loadLexicon } from "../../fixtures/lexicon.ts";
import { keepWords, readOffline } from "../../web/state/offlineReader.ts";
import { reference } from "../support/county.ts";

const { taxonomy, version } = reference;
const lexicon = loadLexicon();
const answer = JSON.stringify({ version, items: taxonomy.items.map(wordsOf) });
const phrases = taxonomy.items.flatMap(({ code, phrases: said }) => said.map((text) => ({ text, code })));

/** IndexedDB as it keeps things: by copies. */
const shelf = vi.hoisted(() => new Map<string, unknown>());
vi.mock("../../web/state/readerStore.ts", () => ({
  keptLearned: async () => shelf.get("learned") ?? null,
  keptModel: async () => shelf.get("model") ?? null,
  keepLearned: async (value: unknown) => void shelf.set("learned", structuredClone(value)),
  keepModel: async (value: unknown) => void shelf.set("model", structuredClone(value)),
}));

beforeEach(() => {
  shelf.clear();
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A server that gives what stands under a path, and counts what was asked for. */
function serve(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    const file = files[path];
    if (file === undefined) return new Response("{}", { status: 401 });
    return new Response(typeof file === "string" ? file : new Uint8Array(file));
  });
  return asked;
}

function offline(): void {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("offline")));
}

async function expectSame(onServer: Reader, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const read = await readOffline(text);
    expect(read?.reading).toEqual(onServer.classify(text));
    expect(read?.parts).toEqual(proposeSplit(text, onServer));
  }
}

describe("a phone without a network", () => {
  it("reads every phrase as the server reads it, to the last digit", async () => {
    serve({ "/api/reader": answer });
    await keepWords();
    offline();
    const twofold = "村口路灯三天没亮了。另外桶里的垃圾冒尖没人清";
    await expectSame(createReader(taxonomy), [...phrases.map(({ text }) => text), twofold]);
    const [said] = (await readOffline(twofold))?.times ?? [];
    expect(said).toMatchObject({ kind: "since", words: "三天" });
  });

  it("keeps the words of last time when newer ones do not come", async () => {
    serve({ "/api/reader": answer });
    await keepWords();
    vi.stubGlobal("fetch", async () => new Response("", { status: 502 }));
    await keepWords();
    expect((await readOffline("路灯不亮三天了"))?.reading.candidates[0]?.code).toBe("020101");
  });

  it("says that it cannot read when the words never came, or are damaged", async () => {
    offline();
    await keepWords();
    expect(await readOffline("路灯不亮")).toBeNull();
    localStorage.setItem("huying.reader", "{");
    expect(await readOffline("路灯不亮")).toBeNull();
  });
});

describe("the phone of somebody on the staff", () => {
  const corrections = [
    { id: "1", text: "嘎嘎鸟把苗啄光咧", code: "010101" },
    { id: "2", text: "老井冒黑水", code: "030201" },
  ];
  const corrected = createLearningReader(taxonomy, lexicon, corrections);
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  const change = base64(packChange(corrected.change()));
  const whole = { tag: "two", since: null };
  const taught: LearnedAnswer = { version, ...whole, lexicon, change, model: null, line: 0.8 };
  const texts = [
    ...corrections.map(({ text }) => text),
    "井里冒黑水了",
    ...phrases.slice(0, 60).map(({ text }) => text),
  ];

  it("reads by the county's corrections and its line as the server does, and holds none of their words", async () => {
    serve({ "/api/reader": answer, "/api/learned": JSON.stringify(taught) });
    await keepWords();
    offline();
    expect((await readOffline("嘎嘎鸟把苗啄光咧"))?.reading.candidates[0]?.code).toBe("010101");
    await expectSame(createCountyReader(corrected, { blend: null, line: 0.8 }), texts);
    expect(JSON.stringify([...shelf])).not.toContain("嘎嘎");
  });

  it(
    "reads by the trained model too, fetches it once, and another version again",
    { timeout: 120_000 },
    async () => {
      const rows = phrases.filter(({ code }) => code < "03").map(({ text, code }) => ({ text, label: code }));
      const { model } = train(rows, { lexicon, bytes: 1_000_000, seed: 1 });
      const bytes = packModel(model);
      expect(bytes.length).toBeLessThan(1_000_000);
      const withModel = { ...taught, model: { version: 4, weight: 0.6 } };
      const files = {
        "/api/reader": answer,
        "/api/learned": JSON.stringify(withModel),
        "/api/learned?since=two": JSON.stringify(withModel),
        "/api/learned/models/4": bytes,
      };
      const asked = serve(files);
      await keepWords();
      await keepWords();
      expect(asked.filter((path) => path.startsWith("/api/learned/models"))).toEqual([
        "/api/learned/models/4",
      ]);
      offline();
      await expectSame(createCountyReader(corrected, { blend: { model, weight: 0.6 }, line: 0.8 }), texts);
      const next = serve({
        ...files,
        "/api/learned?since=two": JSON.stringify({ ...withModel, model: { version: 5, weight: 1 } }),
      });
      await keepWords();
      expect(next).toContain("/api/learned/models/5");
      // It did not come: the corrections read without it.
      await expectSame(createCountyReader(corrected, { blend: null, line: 0.8 }), texts);
    },
  );

  it("fetches only the rows that moved, and then reads as if it had fetched the whole", async () => {
    serve({ "/api/reader": answer, "/api/learned": JSON.stringify(taught) });
    await keepWords();
    const third = { id: "3", text: "桥头羊圈味儿冲", code: "090101" };
    const more = createLearningReader(taxonomy, lexicon, [...corrections, third]);
    const moved = packRows(more.change(), more.rowsOf(third.text));
    expect(moved.length).toBeLessThan(packChange(more.change()).length);
    const delta = { ...taught, tag: "three", since: "two", lexicon: null, change: base64(moved) };
    const asked = serve({ "/api/reader": answer, "/api/learned?since=two": JSON.stringify(delta) });
    await keepWords();
    expect(asked).not.toContain("/api/learned");
    expect(shelf.get("learned")).toMatchObject({ tag: "three", change: packChange(more.change()) });
    await expectSame(createCountyReader(more, { blend: null, line: 0.8 }), [...texts, third.text]);
  });

  it("fetches the whole where what moved does not fit what it kept", async () => {
    serve({ "/api/reader": answer, "/api/learned": JSON.stringify({ ...taught, tag: "one" }) });
    await keepWords();
    const stray = { ...taught, since: "zero", lexicon: null, change: "AAAA" };
    const files = { "/api/learned?since=one": JSON.stringify(stray), "/api/learned": JSON.stringify(taught) };
    serve({ "/api/reader": answer, ...files });
    await keepWords();
    expect(shelf.get("learned")).toMatchObject({ tag: "two", change: packChange(corrected.change()) });
  });

  it.each([
    ["belongs to another list of matters", { ...taught, version: "older" }],
    ["is damaged", { ...taught, change: "AAAA" }],
  ])("reads by the list alone when what was taught %s", async (_, learned) => {
    serve({ "/api/reader": answer, "/api/learned": JSON.stringify(learned) });
    await keepWords();
    await expectSame(createReader(taxonomy), texts);
  });
});
