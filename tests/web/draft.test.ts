import { describe, expect, it } from "vitest";
import { isBlank, lacks, newDraft, wholeDraft } from "../../web/state/draft.ts";
import { frequentItems } from "../../web/state/frequent.ts";
import { fitted } from "../../web/state/photo.ts";
import { accuracyWords, better, waitedWords } from "../../web/state/position.ts";

const blank = newDraft(null, 0);
const photo = { key: "p", blob: new Blob(["x"]), sentId: null };
const point = { lng: 118.8, lat: 35.6 };

describe("a report before it is sent", () => {
  it("is not worth keeping while only the place is known", () => {
    expect(isBlank({ ...blank, point })).toBe(true);
    expect(isBlank({ ...blank, photos: [photo] })).toBe(false);
  });

  it("is complete with photo, category and place: three taps", () => {
    expect(lacks({ ...blank, photos: [photo], itemCode: "020105", point })).toBeNull();
  });

  it("is complete with words and an address alone", () => {
    expect(lacks({ ...blank, text: "路灯不亮", address: "浮来中路 58 号" })).toBeNull();
  });

  it("lacks content with a category but neither words nor photo", () => {
    expect(lacks({ ...blank, itemCode: "020105", point })).toBe("content");
  });

  it("lacks a place without point and address", () => {
    expect(lacks({ ...blank, text: "路灯不亮" })).toBe("place");
  });

  it.each([
    ["13812345678", null],
    ["0633-6221234", null],
    ["138123", "phone"],
    ["", null],
  ])("takes %j as a resident's phone: %s", (phone, expected) => {
    expect(lacks({ ...blank, text: "路灯不亮", point, phone })).toBe(expected);
  });

  it("names the resident it is written for 代报", () => {
    const told = { ...blank, by: "grid-1", text: "路灯不亮", point, onBehalf: true };
    expect(lacks(told)).toBe("reporter");
    expect(lacks({ ...told, phone: "138" })).toBe("phone");
    expect(lacks({ ...told, name: "王五" })).toBeNull();
  });

  it("says what was done on the spot, of what, and shows it where the item asks 随手办结", () => {
    const rule = { photoAfter: true, takenBack: false };
    const spot = { ...blank, by: "grid-1", text: "垃圾", point, solved: true };
    expect(lacks(spot, null)).toBe("item");
    const chosen = { ...spot, itemCode: "010101" };
    expect(lacks(chosen, { ...rule, takenBack: true })).toBe("takenBack");
    expect(lacks(chosen, rule)).toBe("result");
    expect(lacks({ ...chosen, result: "已清理" }, rule)).toBe("photosAfter");
    expect(lacks({ ...chosen, result: "已清理", photosAfter: [photo] }, rule)).toBeNull();
    expect(lacks({ ...chosen, result: "已清理" }, { ...rule, photoAfter: false })).toBeNull();
  });

  it("that an earlier page kept is completed with what that page did not know", () => {
    const { photosAfter: _, ...old } = blank;
    expect(wholeDraft(old as typeof blank).photosAfter).toEqual([]);
  });

  it("has an id of its own", () => {
    expect(newDraft(null, 0).id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe("the accuracy of a fix", () => {
  it.each([
    [8, "位置准确（±8 米）", "good"],
    [15, "位置准确（±15 米）", "good"],
    [50, "位置可用（±50 米）", "fair"],
    [100, "偏差较大（±100 米）", "rough"],
    [101, "偏差太大，请在图上点选（±101 米）", "bad"],
  ])("of %d m is said in words", (metres, text, tone) => {
    expect(accuracyWords(metres)).toEqual({ text, tone });
  });

  it("is waited for without a word for ten seconds, then with the seconds", () => {
    expect(waitedWords(10)).toBe("");
    expect(waitedWords(11)).toBe("（已 11 秒）");
  });

  it("only improves", () => {
    const exact = { ...point, accuracy: 6 };
    expect(better(exact, { ...point, accuracy: 40 })).toBe(exact);
    expect(better({ ...point, accuracy: 40 }, exact)).toBe(exact);
  });
});

describe("photos and categories", () => {
  it("shrinks to 1,600 px on the longer side and never enlarges", () => {
    expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 });
    expect(fitted(3000, 4000)).toEqual({ width: 1200, height: 1600 });
    expect(fitted(800, 600)).toEqual({ width: 800, height: 600 });
  });

  it("offers what this person uses most first", () => {
    expect(frequentItems({ b: 1, a: 5 }, ["c", "a", "d"])).toEqual(["a", "b", "c", "d"]);
  });
});
