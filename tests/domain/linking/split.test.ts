import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Actor, isOver } from "../../../server/domain/case.ts";
import { isRunning } from "../../../server/domain/clock.ts";
import { fold } from "../../../server/domain/fold.ts";
import { bondsOf } from "../../../server/domain/linking/bonds.ts";
import { proposeParts } from "../../../server/domain/linking/proposeParts.ts";
import { MINUTE } from "../../../server/domain/time.ts";
import { type Act, herd, type Herd } from "../../support/herd.ts";
import { people } from "../../support/story.ts";

const { township: desk, lights, gridWorker, otherTownship, resident } = people;

const parts = [
  { text: "路灯不亮", itemCode: "020101" },
  { text: "垃圾没人收", itemCode: "010101" },
];
const fixes = { action: "handle", result: "已办", photosAfter: ["p"] };

function whole(): Herd {
  const all = herd();
  all.report("whole", { text: "路灯不亮，另外垃圾没人收" });
  return all.act(desk, "whole", { action: "split", parts });
}

function ended(all: Herd, id: string): Herd {
  return all
    .act(desk, id, { action: "file", itemCode: "020101" })
    .act(desk, id, { action: "dispatch", unit: "LD" })
    .act(lights, id, { action: "accept" })
    .act(lights, id, fixes)
    .act(gridWorker, id, { action: "check" })
    .act(desk, id, { action: "close" });
}

describe("splitting a report that tells of several matters 拆分分办", () => {
  it("opens a case for each, in the same place, and leaves the whole with its desk", () => {
    const all = whole();
    const found = all.of("whole");
    expect(found.case).toMatchObject({ state: "split", holder: desk.unit, dueAt: expect.any(Number) });
    expect(bondsOf(found.case).parts).toEqual(["whole-x", "whole-y"]);
    expect(all.of("whole-x").case).toMatchObject({ state: "reported", itemCode: "020101", text: "路灯不亮" });
    expect(all.of("whole-y").case).toMatchObject({ itemCode: "010101", cellCode: found.case.cellCode });
    expect(bondsOf(all.of("whole-y").case).parent).toBe("whole");
  });

  it("lets the whole come to its close only when the last part has ended, and then by itself", () => {
    const all = ended(whole(), "whole-x");
    expect(all.of("whole").case.state).toBe("split");
    expect(all.refused(desk, "whole", { action: "close" })).toMatchObject({ code: "wrongState" });
    all.act(desk, "whole-y", { action: "decline", declineReason: "repeat", note: "已有" });
    expect(all.of("whole").case).toMatchObject({ state: "checked", holder: desk.unit });
    expect(
      all
        .of("whole")
        .clocks.filter(isRunning)
        .map(({ kind }) => kind),
    ).toEqual(["close"]);
    all.act(desk, "whole", { action: "close" });
    expect(all.of("whole").case.state).toBe("closed");
  });

  it("waits again when a part comes back, whether its own reporter or that of the whole says so", () => {
    const all = ended(ended(whole(), "whole-x"), "whole-y").act(desk, "whole", { action: "close" });
    all.act({ ...resident, caseId: "whole" }, "whole", { action: "reopen", note: "灯还不亮" });
    expect(all.of("whole").case).toMatchObject({ state: "split", closedAt: null });
    expect(["whole-x", "whole-y"].map((id) => all.of(id).case.state)).toEqual(["accepted", "accepted"]);
    for (const id of ["whole-x", "whole-y"])
      all.act(lights, id, fixes).act(gridWorker, id, { action: "check" }).act(desk, id, { action: "close" });
    all.act(desk, "whole", { action: "close" });
    expect(all.refused({ ...resident, caseId: "whole" }, "whole", { action: "reopen" })).toMatchObject({
      rule: "reopenLeft",
    });
  });

  it("takes two to eight parts with words, of a desk, and not of a part", () => {
    const all = herd();
    all.report("whole");
    const one = { action: "split", parts: parts.slice(0, 1) };
    expect(all.refused(desk, "whole", one)).toMatchObject({ code: "badValue", field: "parts" });
    const blank = { action: "split", parts: [...parts, { text: " " }] };
    expect(all.refused(desk, "whole", blank)).toMatchObject({ field: "parts" });
    expect(all.refused(gridWorker, "whole", { action: "split", parts })).toMatchObject({
      code: "notAllowed",
    });
    expect(whole().refused(desk, "whole-x", { action: "split", parts })).toMatchObject({ rule: "noPart" });
  });

  it("tells the reporters of merged cases of the whole's end too", () => {
    const all = whole();
    all.report("same");
    all.act(desk, "same", { action: "merge", into: all.number("whole") });
    ended(ended(all, "whole-x"), "whole-y").act(desk, "whole", { action: "close" });
    expect(all.of("same").case.state).toBe("closed");
  });
});

describe("any walk through a split case", () => {
  const acts: readonly (readonly [Actor, Act])[] = [
    [desk, { action: "file", itemCode: "020101" }],
    [desk, { action: "decline", declineReason: "repeat", note: "x" }],
    [desk, { action: "dispatch", unit: "LD" }],
    [lights, { action: "accept" }],
    [lights, fixes],
    [gridWorker, { action: "check" }],
    [gridWorker, { action: "rework", reworkReason: "notFixed" }],
    [desk, { action: "close" }],
    [resident, { action: "reopen" }],
    [resident, { action: "rate", score: 1 }],
  ];
  const step = fc.record({ act: fc.nat(999), on: fc.nat(2), wait: fc.nat(300) });

  it("never has a whole that is over with a part that is not, and its record rebuilds every row", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
        const all = whole();
        const ids = ["whole", "whole-x", "whole-y"];
        for (const { act, on, wait } of steps) {
          all.now += wait * MINUTE;
          all.sweep();
          const id = ids[on] ?? "whole";
          const as = (actor: Actor) => (actor.role === "resident" ? { ...actor, caseId: id } : actor);
          const possible = acts.filter(([actor, command]) => !("kind" in all.try(as(actor), id, command)));
          const [actor, command] = possible[act % Math.max(1, possible.length)] ?? [];
          if (actor && command) all.act(as(actor), id, command);
          const [top, ...rest] = ids.map((each) => all.of(each).case);
          if (top && top.state !== "split") expect(rest.every((part) => isOver(part.state))).toBe(true);
          for (const each of ids)
            expect(all.of(each).case).toMatchObject(
              fold(all.events.filter((event) => event.caseId === each)),
            );
        }
      }),
      { numRuns: Math.ceil(Number(process.env["HUYING_RUNS"] ?? 150) / 3) },
    );
  });
});

describe("linking related cases 关联案卷", () => {
  const two = () => {
    const all = herd();
    all.report("a");
    all.report("b");
    return all;
  };
  const linked = (all: Herd) => ({
    action: "link",
    into: all.number("b"),
    linkKind: "sameCause",
    note: "同一处漏水",
  });

  it("is remembered on both with its kind, and taken away from both", () => {
    const all = two();
    all.act(desk, "a", linked(all));
    expect(bondsOf(all.of("a").case).links).toMatchObject([{ to: "b", kind: "sameCause" }]);
    expect(bondsOf(all.of("b").case).links).toMatchObject([{ to: "a", number: all.number("a") }]);
    expect(all.of("b").case.state).toBe("reported");
    all.act(desk, "b", { action: "unlink", into: all.number("a") });
    expect([bondsOf(all.of("a").case).links, bondsOf(all.of("b").case).links]).toEqual([[], []]);
  });

  it("is made once, by a desk that sees both", () => {
    const all = two();
    all.act(desk, "a", linked(all));
    expect(all.refused(desk, "a", linked(all))).toMatchObject({ code: "duplicate" });
    expect(all.refused(desk, "a", { ...linked(all), into: "20261120-99999" })).toMatchObject({
      field: "into",
    });
    expect(all.refused(otherTownship, "b", { ...linked(all), into: all.number("a") })).toMatchObject({
      code: "outOfScope",
    });
    expect(two().refused(desk, "a", { action: "unlink", into: "20261120-00002" })).toMatchObject({
      field: "into",
    });
  });
});

describe("where a text comes apart 拆分建议", () => {
  it.each([
    ["我要反映三件事：1、东关街路灯不亮；2、小区门口垃圾没人收；3、公交站牌倒了。", 3],
    ["一是村口的路坏了好久，二是自来水经常停水", 2],
    ["楼下烧烤摊油烟呛人，另外路边的井盖松动了", 2],
    ["路灯不亮", 0],
    ["路灯不亮，请尽快修", 0],
    ["", 0],
  ])("%s", (text, count) => {
    expect(proposeParts(text)).toHaveLength(count);
  });

  it("loses no matter and never throws, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        for (const part of proposeParts(text)) expect(text).toContain(part);
      }),
    );
  });
});
