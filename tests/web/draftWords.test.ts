import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Draft, newDraft } from "../../web/state/draft.ts";
import { forgetWords, noteWords, withNotedWords } from "../../web/state/draftWords.ts";

let shelf: Map<string, string>;
beforeEach(() => {
  shelf = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => void shelf.set(key, value),
    removeItem: (key: string) => void shelf.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const draftOf = (text: string): Draft => ({ ...newDraft("a1", 1000), text });
const photo = { key: "k", blob: new Blob(["x"]), sentId: null };

describe("the words of the newest draft", () => {
  it("are there although the database never heard of the draft", () => {
    const draft = draftOf("桥头垃圾");
    noteWords(draft);
    expect(withNotedWords([])).toEqual([draft]);
  });

  it("stand above the older ones in the database, whose photos stay", () => {
    const draft = draftOf("桥头垃圾");
    noteWords({ ...draft, text: "桥头垃圾没人收" });
    const [found, ...others] = withNotedWords([{ ...draft, photos: [photo] }]);
    expect(found).toMatchObject({ id: draft.id, text: "桥头垃圾没人收", photos: [photo] });
    expect(others).toEqual([]);
  });

  it("go with their own draft only", () => {
    const [sent, written] = [draftOf("已发送"), draftOf("还在写")];
    noteWords(written);
    forgetWords(sent.id);
    expect(withNotedWords([sent])).toEqual([sent, written]);
    forgetWords(written.id);
    expect(withNotedWords([sent])).toEqual([sent]);
  });

  it("go when everything was deleted again", () => {
    const draft = draftOf("写错了");
    noteWords(draft);
    noteWords({ ...draft, text: " " });
    expect(withNotedWords([])).toEqual([]);
  });

  it("cost nothing but themselves where the store is full or damaged", () => {
    const draft = draftOf("桥头垃圾");
    shelf.set("huying.draft", "{");
    expect(withNotedWords([draft])).toEqual([draft]);
    vi.stubGlobal("localStorage", {
      getItem: () => null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
      removeItem: () => undefined,
    });
    expect(() => noteWords(draft)).not.toThrow();
  });
});
