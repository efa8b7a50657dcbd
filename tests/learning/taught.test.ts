/** The window of lessons a reader is taught from says what is new, and what must be learned again. */
import { describe, expect, it } from "vitest";
import { correctionsOf, createTaught, type Taught } from "../../server/learning/taught.ts";

function lesson(at: number, parts: Partial<Taught> = {}): Taught {
  const id = `lesson-${String(at).padStart(5, "0")}`;
  return {
    id,
    at,
    about: "item",
    label: "020101",
    caseId: `case-${at}`,
    text: `第${at}盏路灯不亮`,
    ...parts,
  };
}
const idsOf = (told: ReturnType<ReturnType<typeof createTaught>["add"]>) =>
  told && [told.kind, ...told.corrections.map(({ id }) => id)];

describe("the lessons a reader is taught from", () => {
  it("go on with what is later and of cases that taught nothing yet", () => {
    const taught = createTaught(10);
    taught.replace([lesson(1), lesson(2)]);
    expect(idsOf(taught.add([lesson(4), lesson(3)]))).toEqual(["more", "case-3", "case-4"]);
    expect(taught.lastAt()).toBe(4);
  });

  it("know what they were told before, whoever tells it again", () => {
    const taught = createTaught(10);
    taught.add([lesson(1)]);
    expect(taught.add([lesson(1)])).toBeNull();
    expect(idsOf(taught.add([lesson(1), lesson(2)]))).toEqual(["more", "case-2"]);
  });

  it("are told anew, in their order, when one comes late or speaks of a case again", () => {
    const taught = createTaught(10);
    taught.add([lesson(1), lesson(3)]);
    expect(idsOf(taught.add([lesson(2)]))).toEqual(["anew", "case-1", "case-2", "case-3"]);
    const again = taught.add([lesson(4, { caseId: "case-1", label: "020102" })]);
    expect(idsOf(again)).toEqual(["anew", "case-2", "case-3", "case-1"]);
    expect(again?.corrections.at(-1)?.code).toBe("020102");
  });

  it("let the oldest go many at a time", () => {
    const taught = createTaught(2);
    const told = Array.from({ length: 1002 }, (_, at) => taught.add([lesson(at)])?.kind);
    expect(new Set(told)).toEqual(new Set(["more"]));
    expect(idsOf(taught.add([lesson(2000)]))).toEqual(["anew", "case-1001", "case-2000"]);
  });

  it("are corrections where they speak of a matter and have words", () => {
    const silent = [lesson(1, { about: "unit" }), lesson(2, { text: " " }), lesson(3, { label: null })];
    expect(correctionsOf([...silent, lesson(4)]).map(({ id }) => id)).toEqual(["case-4"]);
  });
});
