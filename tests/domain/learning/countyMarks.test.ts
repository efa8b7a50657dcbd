import { describe, expect, it } from "vitest";
import { countyMarks, type MarkedCase } from "../../../server/domain/learning/countyMarks.ts";
import { noticedIn } from "../../../server/domain/learning/words.ts";
import { DAY } from "../../../server/domain/time.ts";
import { smallReference } from "../../support/reference.ts";

const now = 400 * DAY;
let serial = 0;

const marked = (
  changes: Partial<MarkedCase> & { readonly said?: string; readonly sure?: boolean } = {},
): MarkedCase => {
  const { said = "020101", sure = true, ...rest } = changes;
  const words = [{ word: "灯", weight: 1 }];
  return {
    number: `n${++serial}`,
    text: `第${serial}件${"甲乙丙丁戊己庚辛壬癸"[serial % 10]}${String.fromCodePoint(0x4e00 + serial)}`,
    reportedAt: now - DAY,
    itemCode: "020101",
    leadUnit: "LD",
    suggestedUnit: "LD",
    returns: 0,
    reading: {
      candidates: [{ code: said, probability: 0.9, words }],
      sure,
      speech: "report",
      danger: [],
      why: null,
    },
    ...rest,
  };
};

const many = (count: number, changes: Parameters<typeof marked>[0] = {}) =>
  Array.from({ length: count }, () => marked(changes));

const mark = (cases: readonly MarkedCase[]) => countyMarks(cases, smallReference.taxonomy, now);

describe("the marks of a county", () => {
  it("count what the machine said when the case came in", () => {
    const found = mark([...many(3), ...many(1, { said: "010101", returns: 1 })]);
    expect(found.marks).toMatchObject({ rows: 4, accuracy: 0.75 });
    expect(found.items).toEqual([{ code: "020101", rows: 4, recall: 0.75, precision: 1, returned: 1 }]);
  });

  it("count for each unit how often the catalogue named it, and what came back", () => {
    const found = mark([
      ...many(2),
      ...many(1, { leadUnit: "SW", returns: 2 }),
      ...many(1, { leadUnit: null }),
    ]);
    expect(found.units).toEqual([
      { unit: "LD", rows: 2, agreed: 2, returned: 0 },
      { unit: "SW", rows: 1, agreed: 0, returned: 1 },
    ]);
  });

  it("name items that are taken for each other, in either direction", () => {
    const found = mark([
      ...many(8),
      ...many(1, { said: "010101" }),
      ...many(1, { itemCode: "010101", said: "020101" }),
    ]);
    expect(found.overlaps).toEqual([{ codes: ["010101", "020101"], rows: 2, share: 0.2, isKnown: false }]);
    expect(noticedIn(found, (code) => code, true).join()).toContain("“010101”和“020101”互相认错 2 件");
  });

  it("notice that the machine has become worse, but not by chance", () => {
    const old = { reportedAt: now - 60 * DAY };
    const worse = mark([...many(50, old), ...many(20), ...many(20, { said: "010101" })]);
    expect(worse.drift).toMatchObject({ kind: "worse", before: 1, lately: 0.5, rows: 40 });
    expect(noticedIn(worse, (code) => code, true).join()).toContain("建议重新训练");
    expect(mark([...many(50, old), ...many(40), ...many(1, { said: "010101" })]).drift).toBeNull();
    expect(mark([...many(50, old), ...many(5, { said: "010101" })]).drift).toBeNull();
  });

  it("notice that it is less often sure: something new has come", () => {
    const found = mark([...many(50, { reportedAt: now - 60 * DAY }), ...many(40, { sure: false })]);
    expect(found.drift).toMatchObject({ kind: "unsure", before: 0, lately: 1 });
  });

  it("notice the same words settled as different items, and name the cases to who may see them", () => {
    const text = "路灯不亮 3 天了";
    const found = mark([marked({ text }), marked({ text: "路灯不亮，5天了！", itemCode: "010101" })]);
    expect(found.noise).toHaveLength(1);
    expect(found.noise[0]?.codes).toEqual(["020101", "010101"]);
    const [first] = found.noise[0]?.numbers ?? [];
    expect(noticedIn(found, (code) => code, true).join()).toContain(first);
    expect(noticedIn(found, (code) => code, false).join()).not.toContain(first);
  });

  it("say that few cases prove nothing", () => {
    expect(noticedIn(mark(many(3)), (code) => code, true)[0]).toContain("只有 3 件");
  });
});
