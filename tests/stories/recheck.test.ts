import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "../../server/domain/case.ts";
import { chanceOf, isDrawn } from "../../server/domain/closing/recheck.ts";
import { decide, type Found } from "../../server/domain/move.ts";
import type { Command } from "../../server/domain/workflow.ts";
import { smallReference } from "../support/reference.ts";
import { people, tell, worldAt } from "../support/story.ts";

const neighbour: Actor = { id: "grid-9", role: "gridWorker", unit: null, cells: ["371122001001009"] };

/** A complaint over the hotline, handled and checked with neighbours about. */
function checked(): {
  found: Found;
  now: number;
  try: (actor: Actor, command: object) => ReturnType<typeof decide>;
} {
  const story = tell({ report: { channel: "hotline", reporter: { name: null, phone: "13800001234" } } })
    .act("township", { action: "file", itemCode: "020101" })
    .act("township", { action: "dispatch", unit: "LD" })
    .act("lights", { action: "accept" })
    .act("lights", { action: "handle", result: "换灯", photosAfter: ["p"] });
  let ids = 0;
  const world = { ...worldAt(story.now, () => `r-${++ids}`), neighbours: () => ["371122001001009"] };
  const attempt = (found: Found) => (actor: Actor, command: object) =>
    decide(found, { version: found.case.version, ...command } as unknown as Command, actor, world);
  const answer = attempt(story.found)(people.gridWorker, { action: "check" });
  if (answer.kind === "refusal") throw new Error(JSON.stringify(answer));
  const found = { case: answer.case, clocks: [...story.found.clocks.slice(0, 0), ...answer.clocks] };
  expect(answer.notices.map((row) => row.to)).toContainEqual({ kind: "cell", code: "371122001001009" });
  return { found, now: story.now, try: attempt(found) };
}

describe("the second look 随机复查", () => {
  it("is asked for at every complaint: a task of the neighbouring cell with its own clock", () => {
    const { found } = checked();
    expect(found.case.rules?.recheck).toMatchObject({
      unit: "371122001001009",
      first: "grid-1",
      solved: null,
    });
    expect(found.clocks.find(({ kind }) => kind === "recheck")).toMatchObject({
      unit: "371122001001009",
      outcome: null,
    });
  });

  it("is taken by the neighbour, never by who looked or handled first, and holds up nothing", () => {
    const { found, try: attempt } = checked();
    expect(attempt(people.gridWorker, { action: "recheck", solved: true })).toMatchObject({
      code: "notAllowed",
    });
    expect(attempt(people.lights, { action: "recheck", solved: true })).toMatchObject({ code: "notAllowed" });
    const first = { ...neighbour, id: "grid-1" };
    expect(attempt(first, { action: "recheck", solved: true })).toMatchObject({ code: "ownWork" });
    expect(attempt(people.township, { action: "close" })).toMatchObject({ kind: "decision" });
    expect(attempt(neighbour, { action: "recheck", solved: true })).toMatchObject({
      kind: "decision",
      case: { state: found.case.state, rules: { recheck: { first: "grid-1", solved: true, by: "grid-9" } } },
      notices: [],
    });
  });

  it("tells the centre when the two looks disagree, which may then order rectification", () => {
    const { found, try: attempt } = checked();
    const answer = attempt(neighbour, { action: "recheck", solved: false, note: "灯还是不亮" });
    expect(answer).toMatchObject({
      case: { rules: { recheck: { solved: false } } },
      notices: [{ kind: "recheck", to: { kind: "unit", code: "XNZX" } }],
    });
    if (answer.kind === "refusal") throw new Error("refused");
    const closed: Found = { case: { ...answer.case, state: "closed" }, clocks: found.clocks };
    const ordered = { action: "rectify", version: closed.case.version } as unknown as Command;
    expect(
      decide(
        closed,
        ordered,
        people.centre,
        worldAt(answer.case.updatedAt, () => "x"),
      ),
    ).toMatchObject({
      case: { state: "accepted", rules: { recheck: null } },
    });
  });
});

describe("who is drawn", () => {
  const rules = { ...smallReference.closing, recheck: { ...smallReference.closing.recheck, share: 0.1 } };
  const drawn = (id: string, seed = "s") =>
    isDrawn({ number: id, channel: "gridWorker" }, { ...rules, recheck: { ...rules.recheck, seed } });

  it("is about the share that the county set, the same for everybody who draws again, another by another seed", () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `case-${at}`);
    const share = ids.filter((id) => drawn(id)).length / ids.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
    expect(ids.filter((id) => drawn(id))).toEqual(ids.filter((id) => drawn(id)));
    expect(ids.filter((id) => drawn(id, "other"))).not.toEqual(ids.filter((id) => drawn(id)));
  });

  it("is every complaint and whatever a resident brought back", () => {
    const never = smallReference.closing;
    expect(isDrawn({ number: "a", channel: "hotline" }, never)).toBe(true);
    expect(isDrawn({ number: "a", channel: "gridWorker" }, never)).toBe(false);
    const back = tell().found.case;
    expect(isDrawn({ ...back, rules: { ...checked().found.case.rules, reopens: 1 } as never }, never)).toBe(
      true,
    );
  });

  it("is drawn evenly from 0 up to 1", () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(chanceOf(words)).toBeGreaterThanOrEqual(0);
        expect(chanceOf(words)).toBeLessThan(1);
      }),
    );
  });
});
