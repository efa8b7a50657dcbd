import { describe, expect, it } from "vitest";
import { rulesOf } from "../../server/domain/caseRules.ts";
import { factsOf } from "../../server/domain/catalogue/facts.ts";
import { placesOf } from "../../server/domain/relocate.ts";
import { calendar2026 } from "../support/calendar.ts";
import { people, tell } from "../support/story.ts";

const lamp = "3711220137000001";
const waterLamp = "3711220137000002";

const componentOf = (story: ReturnType<typeof tell>) => rulesOf(story.found.case).component;

describe("the thing a case is about 部件", () => {
  it("is named later, replaced and taken off, each as an event with the code", () => {
    const story = tell().act("gridWorker", { action: "nameComponent", componentCode: lamp });
    expect(componentOf(story)).toMatchObject({ code: lamp, owner: "LD" });
    expect(story.events.at(-1)).toMatchObject({
      action: "nameComponent",
      facts: { componentCode: lamp },
      from: "reported",
      to: "reported",
    });
    story.act("township", { action: "nameComponent", componentCode: waterLamp, note: "看错了杆号" });
    expect(componentOf(story)).toMatchObject({ code: waterLamp, owner: "SW" });
    expect(story.events.at(-1)?.words).toEqual({ note: "看错了杆号" });
    story.act("township", { action: "dropComponent" });
    expect(componentOf(story)).toBeUndefined();
    expect(story.offers("township")).not.toContain("dropComponent");
  });

  it("decides by its owner who is proposed (先属主后属地)", () => {
    const story = tell().act("township", { action: "nameComponent", componentCode: waterLamp });
    expect(factsOf(story.found.case, calendar2026).component).toMatchObject({ owner: "SW", unit: "SW" });
  });

  it("must stand in the register, and be another than the one it has", () => {
    const story = tell();
    expect(
      story.refused("township", { action: "nameComponent", componentCode: "9999999999999999" }),
    ).toMatchObject({
      code: "badValue",
      field: "componentCode",
      expected: "component code",
    });
    story.act("township", { action: "nameComponent", componentCode: lamp });
    expect(story.refused("township", { action: "nameComponent", componentCode: lamp })).toMatchObject({
      expected: "another component",
    });
  });

  it("is named by whoever checks or leads while the case is open, by nobody else and not afterwards", () => {
    const story = tell()
      .act("township", { action: "file", itemCode: "020101", conditionCode: "020101-1" })
      .act("township", { action: "dispatch", unit: "LD" });
    expect(story.offers("lights")).toContain("nameComponent");
    for (const person of ["water", "leader", "otherTownship"] as const)
      expect(story.offers(person), person).not.toContain("nameComponent");
    story.act("lights", { action: "nameComponent", componentCode: lamp });
    expect(story.found.case).toMatchObject({ state: "dispatched", leadUnit: "LD" });
    const over = tell().act("township", { action: "decline", declineReason: "repeat", note: "重复" });
    expect(over.offers("township")).not.toContain("nameComponent");
  });

  it("brings its place along where nobody has shown one, and leaves a shown point alone", () => {
    const unplaced = tell({ report: { point: null }, placement: null });
    expect(unplaced.found.case).toMatchObject({ cellCode: null, desk: ["unplaced"] });
    unplaced.act("centre", { action: "nameComponent", componentCode: lamp });
    expect(unplaced.found.case).toMatchObject({
      cellCode: people.gridWorker.cells[0],
      desk: [],
      point: { source: "register" },
    });
    expect(unplaced.events.at(-1)?.facts).toMatchObject({
      cellCode: people.gridWorker.cells[0],
      wasCell: null,
    });
    const shown = tell({ report: { point: { lng: 118.84, lat: 35.58, source: "satellite" } } });
    shown.act("township", { action: "nameComponent", componentCode: lamp });
    expect(shown.found.case.point).toMatchObject({ lng: 118.84 });
    expect(shown.events.at(-1)?.facts).toEqual({ componentCode: lamp });
  });
});

describe("更正位置", () => {
  it("keeps every earlier point with its source, datum and accuracy, the first one for ever", () => {
    const first = { lng: 118.8352, lat: 35.5801, datum: "gcj02", accuracy: 25, source: "satellite" } as const;
    const story = tell({ report: { point: first } });
    story.until("2026-11-20 09:10").act("township", { action: "place", point: { lng: 118.83, lat: 35.58 } });
    story.until("2026-11-20 09:20").act("township", { action: "place", point: { lng: 118.831, lat: 35.58 } });
    const places = placesOf(story.found.case);
    expect(places.map(({ point }) => point)).toEqual([first, { lng: 118.83, lat: 35.58 }]);
    expect(places[0]).toMatchObject({ cell: people.gridWorker.cells[0], until: story.events[1]?.at });
    expect(story.events.at(-1)?.facts).toMatchObject({ wasCell: people.gridWorker.cells[0], moved: 0 });
  });
});
