import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createReader } from "../../server/domain/reader.ts";
import { wordsOf } from "../../server/domain/reading/itemWords.ts";
import { proposeSplit } from "../../server/domain/reading/split.ts";
import { keepWords, readOffline } from "../../web/state/offlineReader.ts";
import { reference } from "../support/county.ts";

const { taxonomy, version } = reference;
const answer = JSON.stringify({ version, items: taxonomy.items.map(wordsOf) });

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("a phone without a network", () => {
  it("reads every phrase as the server reads it, to the last digit", async () => {
    vi.stubGlobal("fetch", async () => new Response(answer));
    await keepWords();
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("offline")));
    const onServer = createReader(taxonomy);
    for (const text of taxonomy.items.flatMap((item) => item.phrases))
      expect((await readOffline(text))?.reading).toEqual(onServer.classify(text));
    const twofold = "村口路灯三天没亮了。另外桶里的垃圾冒尖没人清";
    expect((await readOffline(twofold))?.parts).toEqual(proposeSplit(twofold, onServer));
  });

  it("keeps the words of last time when newer ones do not come", async () => {
    vi.stubGlobal("fetch", async () => new Response(answer));
    await keepWords();
    vi.stubGlobal("fetch", async () => new Response("", { status: 502 }));
    await keepWords();
    expect((await readOffline("路灯不亮三天了"))?.reading.candidates[0]?.code).toBe("020101");
  });

  it("says that it cannot read when the words never came, or are damaged", async () => {
    expect(await readOffline("路灯不亮")).toBeNull();
    localStorage.setItem("huying.reader", "{");
    expect(await readOffline("路灯不亮")).toBeNull();
  });
});
