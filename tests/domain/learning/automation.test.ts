import { describe, expect, it } from "vitest";
import { automate } from "../../../server/domain/automate.ts";
import { type Automation, effectOf, type Judged } from "../../../server/domain/learning/automation.ts";
import { lessonsOf } from "../../../server/domain/learning/lesson.ts";
import type { Command } from "../../../server/domain/workflow.ts";
import { startingCatalogue } from "../../../server/domain/catalogue/start.ts";
import { smallReference } from "../../support/reference.ts";
import { at } from "../../support/calendar.ts";
import { people, type Story, sureOfLight, tell, worldAt } from "../../support/story.ts";

const row = (probability: number, right: boolean, eligible = true): Judged => ({
  probability,
  right,
  eligible,
});

describe("the lines of automatic dispatch", () => {
  it("are drawn on older cases and tried on newer ones", () => {
    const older = Array.from({ length: 70 }, (_, n) => (n < 60 ? row(0.95, true) : row(0.5, false)));
    const newer = [
      ...Array.from({ length: 20 }, () => row(0.96, true)),
      ...Array.from({ length: 5 }, () => row(0.97, true, false)),
      ...Array.from({ length: 5 }, () => row(0.3, false)),
    ];
    expect(effectOf([...older, ...newer], { precision: 0.95, suggestPrecision: 0.8 })).toMatchObject({
      line: 0.95,
      drawnOn: 70,
      triedOn: 30,
      automatic: 20,
      automaticRight: 20,
      held: 5,
      desk: 5,
      suggested: 5,
    });
  });

  it("are drawn nowhere when no line keeps the promise", () => {
    const rows = Array.from({ length: 100 }, (_, n) => row(0.9, n % 2 === 0));
    expect(effectOf(rows, { precision: 0.95, suggestPrecision: 0.95 })).toMatchObject({
      line: 2,
      automatic: 0,
    });
  });
});

const on: Automation = {
  on: true,
  precision: 0.95,
  suggestPrecision: 0.8,
  line: 0.8,
  suggestLine: 0.6,
  setAt: 0,
  setBy: "centre-1",
};

const world = worldAt(at("2026-11-20 09:00"), () => `id-${++ids}`);
let ids = 0;
const sure = { ...sureOfLight, candidates: [{ code: "020101", probability: 0.99, words: [] }] };

const grounds = { automation: on, model: 3, ruling: null };

describe("the machine", () => {
  const found = () => tell({ reading: sure }).found;

  it("files and dispatches by the ordinary moves, in its own name, and says how sure it was", () => {
    const decision = automate(found(), grounds, world);
    expect(decision?.case).toMatchObject({ state: "dispatched", itemCode: "020101", leadUnit: "LD" });
    expect(decision?.events.map(({ action, actorRole }) => [action, actorRole])).toEqual([
      ["file", "system"],
      ["dispatch", "system"],
    ]);
    for (const { facts } of decision?.events ?? [])
      expect(facts).toMatchObject({ automatic: true, probability: 0.99, line: 0.8, model: 3 });
    expect(decision?.notices.map(({ to }) => to)).toContainEqual({ kind: "unit", code: "LD" });
    expect(decision?.clocks.filter(({ stoppedAt }) => stoppedAt === null).length).toBeGreaterThan(0);
    expect(decision?.lessons ?? []).toEqual([]);
  });

  it("calls the units that the catalogue names to assist, and no township that the duty list spares", () => {
    const start = startingCatalogue({ ...smallReference, items: smallReference.taxonomy.items });
    const assist = ["BB", "XZ", "SW"];
    const rules = start.rules.map((rule) => (rule.lead === "LD" ? { ...rule, assist } : rule));
    const decision = automate(found(), grounds, { ...world, catalogue: { ...start, rules } });
    const dispatch = decision?.events.find(({ action }) => action === "dispatch");
    expect(dispatch?.facts).toMatchObject({ unit: "LD", assistUnits: ["BB", "371122001", "SW"] });
    expect(decision?.case.rules?.assistants?.map(({ unit }) => unit)).toEqual(["BB", "371122001", "SW"]);
    expect(decision?.notices.map(({ to }) => to)).toContainEqual({ kind: "unit", code: "BB" });
  });

  it("goes by an earlier ruling, and names it", () => {
    const ruling = { caseId: "case-7", at: world.now, unit: "SW", against: "BB", townshipCode: null };
    const decision = automate(found(), { ...grounds, ruling }, world);
    expect(decision?.case.leadUnit).toBe("SW");
    const dispatch = decision?.events.find(({ action }) => action === "dispatch");
    expect(dispatch?.facts).toMatchObject({ precedent: "case-7", assistUnits: ["LD"] });
  });

  it.each([
    ["it is switched off", {}, { ...on, on: false }],
    ["it is not sure enough", {}, { ...on, line: 0.995 }],
    ["words of danger stand in it", { reading: { ...sure, danger: ["触电"] } }, on],
    ["it asks rather than reports", { reading: { ...sure, speech: "consult" as const } }, on],
    ["nobody knows where it is", { placement: null }, on],
    ["the reporter asked not to be named", { report: { confidential: true } }, on],
    ["the reporter chose another item", { report: { itemCode: "010101" } }, on],
  ])("leaves it to a person when %s", (_, opening, automation) => {
    const story = tell({ reading: sure, ...opening });
    expect(automate(story.found, { automation, model: 0, ruling: null }, world)).toBeNull();
  });

  it("does not act on what somebody has taken up", () => {
    const story = tell({ reading: sure }).act("township", { action: "file", itemCode: "020101" });
    expect(automate(story.found, { ...grounds, model: 0 }, world)).toBeNull();
  });
});

describe("a lesson", () => {
  it("is taken from a dispatcher who files something else, and not from one who agrees", () => {
    const story = tell({ reading: sure });
    expect(taught(story, { action: "file", itemCode: "020101" })).toEqual([]);
    expect(taught(story, { action: "file", itemCode: "010101" })).toMatchObject([
      { kind: "file", about: "item", label: "010101", rejected: "020101", actorId: people.township.id },
    ]);
  });

  it("is taken from a dispatch against the catalogue, and from a unit that says not ours", () => {
    const story = tell({ reading: sure }).act("township", { action: "file", itemCode: "020101" });
    expect(taught(story, { action: "dispatch", unit: "LD" })).toEqual([]);
    expect(taught(story, { action: "dispatch", unit: "SW" })).toMatchObject([
      { kind: "dispatch", about: "unit", label: "SW", rejected: "LD" },
    ]);
    story.act("township", { action: "dispatch", unit: "SW" });
    const back = { action: "return", returnReason: "wrongDuty", basisItem: "020101", note: "x" } as const;
    expect(taught(story, back)).toMatchObject([{ kind: "return", label: null, rejected: "SW" }]);
    expect(taught(story, { ...back, suggestedUnit: "LD" })).toMatchObject([{ label: "LD", rejected: "SW" }]);
  });

  it("is not taken from the machine, nor from acts that decide nothing", () => {
    const story = tell({ reading: sure });
    const machine = { id: "system", role: "system", unit: null, cells: [] } as const;
    const command = { action: "file", version: 1, itemCode: "010101" } as const;
    expect(lessonsOf(story.found.case, command, machine, world)).toEqual([]);
    expect(taught(story, { action: "urge" })).toEqual([]);
  });
});

function taught(story: Story, command: object) {
  const versioned = { version: story.found.case.version, ...command } as Command;
  return lessonsOf(story.found.case, versioned, people.township, world);
}
