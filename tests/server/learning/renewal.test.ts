import { describe, expect, it } from "vitest";
import { loadReference } from "../../../fixtures/load.ts";
import type { ConfirmedText } from "../../../server/domain/learning/renew.ts";
import { createReader } from "../../../server/domain/reader.ts";
import { createTaxonomy, type MajorClass } from "../../../server/domain/taxonomy.ts";
import { runHere, type Task, taskOf } from "../../../server/learning/renewal.ts";
import { openHouse } from "../../support/app.ts";

const brought = loadReference();

/** The county's list: one matter more than the program brings, and one that was retired for it. */
function changedList() {
  const [first, ...others] = brought.taxonomy.majors;
  const [minor, ...minors] = first?.minors ?? [];
  const [lamp] = minor?.items ?? [];
  if (!first || !minor || !lamp) throw new Error("The list of matters is empty");
  const added = {
    ...lamp,
    code: "990101",
    name: "充电桩故障",
    keywords: ["充电桩"],
    phrases: ["充电桩坏了"],
  };
  const majors: readonly MajorClass[] = [
    { ...first, minors: [{ ...minor, items: [...minor.items, added] }, ...minors] },
    ...others,
  ];
  return createTaxonomy("changed", majors, [{ code: "990100", successor: "990101", on: "2026-01-01" }]);
}

const taxonomy = changedList();
const places = ["振兴路", "城北小区", "张庄村口", "文化广场旁", "二中门口", "沭河边", "东关", "汽车站"];
const manners = ["", "，请尽快处理", "，多次反映没人管", "，怎么办", "，已经三天了", "，急", "，麻烦看看"];
/** Said in the words of the list; the county's own matter is the youngest, heard while the reader is tuned and judged. */
const said = [
  { code: "020101", words: "路灯不亮了", rows: 39 },
  { code: "010101", words: "垃圾没人清运", rows: 39 },
  { code: "990101", words: "充电桩坏了", rows: 42 },
];
const reader = createReader(brought.taxonomy);

const cases: readonly ConfirmedText[] = said.flatMap(({ code, words, rows }) =>
  Array.from({ length: rows }, (_, at) => {
    const text = `${places[at % places.length]}${words}${manners[at % manners.length]}`;
    const caseId = `${code}-${at}`;
    return { caseId, number: caseId, text, code, reading: reader.classify(text) };
  }),
);

function task(list: typeof taxonomy): Task {
  const { version, majors, retired } = list;
  return { matters: { version, majors, retired }, cases, corrections: [], bytes: 1_000_000, seed: 1 };
}

describe("training beside the house", () => {
  it("is given the county's list of matters, not the one that the program brings", async () => {
    const house = await openHouse();
    const { matters } = await taskOf({ ...house.deps, reference: { ...house.deps.reference, taxonomy } });
    expect(structuredClone(matters)).toEqual({
      version: "changed",
      majors: taxonomy.majors,
      retired: taxonomy.retired,
    });
  });

  it("weighs the trained model against the list it was given: what that reads by itself needs no model", () => {
    const own = runHere(structuredClone(task(taxonomy)), () => undefined);
    const foreign = runHere(structuredClone(task(brought.taxonomy)), () => undefined);
    if (own.kind !== "renewed" || foreign.kind !== "renewed") throw new Error("Not trained");
    expect([own.report.weight, foreign.report.weight]).toEqual([0, 1]);
    expect(own.report.fresh.accuracy).toBe(1);
  });
});
