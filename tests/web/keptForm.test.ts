import { afterEach, describe, expect, it, vi } from "vitest";
import { filledOver, forgetFormsOf } from "../../web/state/keptForm.ts";
import { wipe } from "../../web/state/wipe.ts";

describe("what is kept of a form that was not sent", () => {
  const start = { unit: "LD", note: undefined, assistUnits: ["ZJ"] };

  it("is what somebody filled in or chose anew", () => {
    const values = { ...start, note: "已到现场", unit: "SL" };
    expect(filledOver(start, values)).toEqual({ note: "已到现场", unit: "SL" });
  });

  it("is nothing where the form stands as it began, or everything was taken out again", () => {
    expect(filledOver(start, { ...start, note: "", assistUnits: ["ZJ"] })).toBeNull();
    expect(filledOver(start, { unit: "LD", photosAfter: [] })).toBeNull();
  });

  it("leaves out the photos, whose pictures nobody could see any more", () => {
    expect(filledOver({}, { photosAfter: ["p1"] }, ["photosAfter"])).toBeNull();
    expect(filledOver({}, { photosAfter: ["p1"], result: "已修好" }, ["photosAfter"])).toEqual({
      result: "已修好",
    });
  });

  it("keeps a no as well as a yes", () => {
    expect(filledOver({}, { reached: false, score: 0 })).toEqual({ reached: false, score: 0 });
  });
});

describe("a device that somebody leaves", () => {
  afterEach(() => vi.unstubAllGlobals());

  function store(): Record<string, unknown> {
    const kept: Record<string, unknown> = {
      "huying.form.a1.cases.c1.handle": "{}",
      "huying.form.a12.cases.c1.handle": "{}",
      "huying.form.public.progress.20261120-00042.rate": "{}",
    };
    Object.defineProperty(kept, "removeItem", { value: (key: string) => delete kept[key] });
    vi.stubGlobal("sessionStorage", kept);
    return kept;
  }

  it("forgets the forms of its account, and of nobody else", () => {
    const kept = store();
    forgetFormsOf("a1");
    expect(Object.keys(kept)).toEqual([
      "huying.form.a12.cases.c1.handle",
      "huying.form.public.progress.20261120-00042.rate",
    ]);
  });

  it("forgets what residents began in its window, and keeps the forms of whoever only signs out", async () => {
    const kept = store();
    await wipe("a1", "signedOut");
    expect(Object.keys(kept)).toEqual(["huying.form.a1.cases.c1.handle", "huying.form.a12.cases.c1.handle"]);
  });
});
