import { describe, expect, it } from "vitest";
import { nextLook, waitingFor } from "../../server/domain/call/call.ts";
import { callRuleWords } from "../../server/domain/call/callWords.ts";
import { wallClock } from "../../server/domain/time.ts";
import { sentenceOf } from "../../server/refusalSentence.ts";
import { bothCome, type CallStory, comes, fair, good, launched, township, tries } from "../support/call.ts";

const done = () => bothCome(launched());
const signedOff = (told = done(), day = "2026-11-20") =>
  told
    .act(`${day} 15:10`, "lights", { action: "cosign" })
    .act(`${day} 15:20`, "water", { action: "cosign" })
    .act(`${day} 15:30`, "township", { action: "cosign" });

/** The township is content with the lamp office and gives the water office this mark for its solution. */
const judged = (told: CallStory, solution: number, day = "2026-11-20") =>
  told
    .act(`${day} 16:00`, "township", { action: "rateDepartment", unit: "LD", department: good })
    .act(`${day} 16:00`, "township", {
      action: "rateDepartment",
      unit: "SW",
      department: { ...good, solution },
    });

describe("a call that all answer 乡呼县应", () => {
  it("gives every department its own limits from the launch", () => {
    const clocks = launched().call.clocks.filter(({ unit }) => unit === "SW");
    expect(clocks.map(({ kind, dueAt }) => [kind, wallClock(dueAt)])).toEqual([
      ["sign", "2026-11-20 10:00"], // one office hour
      ["contact", "2026-11-23 18:00"], // one workday
      ["onSite", "2026-11-25 18:00"], // three workdays
      ["done", "2026-11-24 18:00"], // the matter's own two
    ]);
  });

  it("tells every department that it is called, and the township that it signs", () => {
    const told = launched().act("2026-11-20 09:10", "lights", { action: "sign" });
    expect(told.notices.map(({ kind, to }) => `${kind} ${to.code}`)).toEqual([
      "launch LD",
      "launch SW",
      `sign ${township}`,
    ]);
  });

  it("is signed off jointly, the township last", () => {
    const told = done().act("2026-11-20 15:10", "lights", { action: "cosign" });
    const early = told.refused("2026-11-20 15:20", "township", { action: "cosign" });
    expect(early.rule).toBe("townshipLast");
    told.act("2026-11-20 15:30", "water", { action: "cosign" });
    expect(told.act("2026-11-20 15:40", "township", { action: "cosign" }).call.state).toBe("signedOff");
  });

  it("does not wait for the sign-off of a department that lets its limit for it run out", () => {
    const told = done().act("2026-11-20 15:10", "lights", { action: "cosign" }).until("2026-11-23 18:00");
    expect(waitingFor(told.call)).toEqual(["SW", township]);
    told.act("2026-11-23 18:01", "township", { action: "cosign" });
    expect(told.call.state).toBe("signedOff");
    expect(told.part("SW")?.cosigned).toBe(false);
  });

  it("is closed when it is rated both ways", () => {
    const told = judged(signedOff(), 4).act("2026-11-20 16:10", "lights", {
      action: "rateTownship",
      townshipRating: fair,
    });
    expect(told.call.state).toBe("signedOff");
    told.act("2026-11-20 16:20", "water", { action: "rateTownship", townshipRating: fair });
    expect(told.call).toMatchObject({ state: "closed", climbed: 0 });
    expect(told.events.at(-1)).toMatchObject({ action: "close", actorRole: "system" });
  });

  it("is closed without the marks of whoever does not rate in three workdays", () => {
    const told = judged(signedOff(), 4).until("2026-11-25 17:59");
    expect(told.call.state).toBe("signedOff");
    told.until("2026-11-25 18:00");
    expect(told.call.state).toBe("closed");
    expect(told.part("LD")?.rates).toBeNull();
  });
});

describe("a department that was not in place 不到位", () => {
  it("has the call reopened at once, for itself alone", () => {
    const told = judged(signedOff(), 2);
    expect(told.call).toMatchObject({ state: "open", reopens: 1 });
    expect(told.part("SW")?.state).toBe("called");
    expect(told.part("LD")?.state).toBe("done");
    const anew = told.call.clocks.filter(({ stoppedAt }) => stoppedAt === null);
    expect(anew.map(({ unit, kind }) => `${unit} ${kind}`)).toEqual([
      "SW sign",
      "SW contact",
      "SW onSite",
      "SW done",
    ]);
  });

  it("is reopened once and no more", () => {
    const told = judged(signedOff(), 1);
    comes(told, "water", "2026-11-23")
      .act("2026-11-23 15:10", "water", { action: "cosign" })
      .act("2026-11-23 15:20", "township", { action: "cosign" });
    judged(told, 1, "2026-11-23")
      .act("2026-11-23 16:10", "lights", { action: "rateTownship", townshipRating: fair })
      .act("2026-11-23 16:20", "water", { action: "rateTownship", townshipRating: fair });
    expect(told.call).toMatchObject({ state: "closed", reopens: 1 });
    expect(told.events.at(-1)).toMatchObject({ action: "close", facts: { units: ["SW"] } });
  });
});

describe("an assistant who is late", () => {
  it("has the miss and the absence on the record, and coming later does not take them back", () => {
    const told = comes(launched(), "lights").act("2026-11-20 09:30", "water", { action: "sign" });
    told.act("2026-11-26 09:00", "water", { action: "arrive" });
    expect(told.part("SW")).toMatchObject({ state: "arrived", absent: true });
    const absences = told.events.filter(({ action }) => action === "absent");
    expect(absences.map(({ facts, at: when }) => [facts["unit"], wallClock(when)])).toEqual([
      ["SW", "2026-11-25 18:00"],
    ]);
    expect(told.clock("SW", "onSite")?.outcome).toBe("missed");
  });

  it("who never comes stays absent after the reopening too", () => {
    const told = judged(
      signedOff(
        comes(launched(), "lights")
          .act("2026-11-20 09:30", "water", { action: "sign" })
          .act("2026-11-27 09:00", "water", { action: "arrive" })
          .act("2026-11-27 15:00", "water", { action: "finish", result: "已处置" }),
        "2026-11-27",
      ),
      2,
      "2026-11-27",
    );
    expect(told.part("SW")).toMatchObject({ state: "called", absent: true });
  });
});

describe("departments that do not answer", () => {
  it("let the call climb by itself: to the centre when the limit runs out, to the leader after as long again", () => {
    const told = launched().until("2026-11-20 10:30");
    expect(told.call.climbed).toBe(1);
    told.until("2026-11-20 11:00");
    expect(told.call.climbed).toBe(2);
    const climbs = told.events.filter(({ action }) => action === "climb");
    expect(climbs.map(({ facts, at: when }) => [facts["climbed"], wallClock(when)])).toEqual([
      [1, "2026-11-20 10:00"],
      [2, "2026-11-20 11:00"],
    ]);
    expect(told.notices.filter(({ kind }) => kind === "climb").map(({ to }) => to.code)).toEqual([
      "XNZX",
      "leader-1",
      "XNZX",
    ]);
  });

  it("are noticed once and at the computed instant, however late and however often anybody looks", () => {
    const late = launched().until("2026-11-24 09:00");
    const often = launched().until("2026-11-20 10:00").until("2026-11-20 10:01").until("2026-11-20 12:00");
    often.until("2026-11-24 09:00");
    expect(late.events.map(({ action, at: when }) => [action, when])).toEqual(
      often.events.map(({ action, at: when }) => [action, when]),
    );
    expect(nextLook(late.call)).toBe(nextLook(often.call));
  });

  it("climb no further for one that signs late, and the miss stays", () => {
    const told = launched().act("2026-11-20 09:10", "lights", { action: "sign" });
    told.act("2026-11-20 10:20", "water", { action: "sign" }).until("2026-11-20 15:00");
    expect(told.call.climbed).toBe(1);
    expect(told.clock("SW", "sign")?.outcome).toBe("missed");
  });

  it("stand among the unheard when nobody there has an account, until somebody acts", () => {
    const deaf = { unit: (code: string) => code !== "SW", leaders: [] };
    const told = launched({}, { ears: deaf });
    expect(told.call.unheard).toEqual(["SW"]);
    told.until("2026-11-20 11:30");
    expect(told.call.unheard).toEqual(["SW", "leader"]);
    told.act("2026-11-20 11:40", "water", { action: "sign" });
    expect(told.call.unheard).toEqual(["leader"]);
  });
});

describe("an assistant who declines", () => {
  const no = { action: "decline", basisItem: "020101", reason: "属供电" } as const;

  it("says by which line, is let go without blame, and the others finish without it", () => {
    const told = launched().act("2026-11-20 09:30", "water", no);
    expect(
      told.call.clocks.filter(({ unit }) => unit === "SW").every(({ outcome }) => outcome === "void"),
    ).toBe(true);
    expect(comes(told, "lights").call.state).toBe("done");
    const refusal = told.refused("2026-11-20 15:10", "water", { action: "cosign" });
    expect(refusal.rule).toBe("partDeclined");
  });

  it("needs a reason and a line that exists, and cannot be the lead", () => {
    const told = launched();
    expect(told.refused("2026-11-20 09:30", "water", { action: "decline", reason: "x" })).toMatchObject({
      code: "missing",
      field: "basisItem",
    });
    expect(told.refused("2026-11-20 09:30", "water", { ...no, basisItem: "999999" }).rule).toBe("noSuchLine");
    expect(told.refused("2026-11-20 09:30", "lights", no).rule).toBe("leadMustAnswer");
  });

  it("after its limit has run out keeps the miss", () => {
    const told = launched().act("2026-11-20 10:30", "water", no);
    expect(told.clock("SW", "sign")?.outcome).toBe("missed");
    expect(told.clock("SW", "onSite")?.outcome).toBe("void");
  });
});

describe("who may launch", () => {
  it.each([
    ["daily", "township", true],
    ["daily", "head", true],
    ["daily", "clerk", false],
    ["tough", "township", false],
    ["tough", "head", true],
    ["emergency", "onDuty", true],
    ["emergency", "township", false],
    ["daily", "lights", false],
    ["daily", "centre", false],
  ] as const)("a %s call by %s: %s", (level, by, may) => {
    expect(tries({ level }, { by }).kind).toBe(may ? "decision" : "refusal");
  });

  it("calls only whom the duty list names for the line, and is told whom", () => {
    const wrong = tries({ lead: "SW", assist: [] });
    expect(wrong).toMatchObject({ rule: "leadByList" });
    if (wrong.kind !== "refusal") throw new Error("launched");
    expect(sentenceOf(wrong)).toContain("020101 路灯不亮");
    expect(sentenceOf(wrong)).toContain("牵头单位只能是路灯所");
    expect(tries({ itemCode: null })).toMatchObject({ rule: "leadNeedsLine" });
    expect(tries({ assist: ["LD"] })).toMatchObject({ rule: "namedTwice" });
    expect(tries({ assist: ["XZ"] })).toMatchObject({ rule: "countyUnit" });
  });

  it("waits for the township's head where the township wants that", () => {
    const told = launched({ needsApproval: true });
    expect(told.call).toMatchObject({ state: "asked", sentAt: null });
    expect(told.refused("2026-11-20 09:10", "township", { action: "approve" }).rule).toBe("moverOnly");
    expect(told.refused("2026-11-20 09:10", "otherHead", { action: "approve" }).rule).toBe("moverOnly");
    told.act("2026-11-20 09:10", "head", { action: "approve" });
    expect(told.call.clocks.filter(({ unit }) => unit !== township)).toHaveLength(8);
    expect(wallClock(told.clock("SW", "sign")?.dueAt ?? 0)).toBe("2026-11-20 10:10");
  });

  it("does not let an emergency or the head's own call wait", () => {
    expect(launched({ needsApproval: true, level: "emergency" }, { by: "onDuty" }).call.state).toBe("open");
    expect(launched({ needsApproval: true }, { by: "head" }).call.state).toBe("open");
  });

  it("is told the end of a call that the head does not approve", () => {
    const told = launched({ needsApproval: true });
    told.act("2026-11-20 09:30", "head", { action: "withdraw", reason: "镇里先协调" });
    expect(told.call).toMatchObject({ state: "withdrawn" });
    expect(nextLook(told.call)).toBeNull();
    expect(waitingFor(told.call)).toEqual([]);
  });
});

describe("a call outside the list 清单外呼叫", () => {
  it("is caught by the centre, which must name a lead", () => {
    const told = launched({ itemCode: null, lead: null });
    expect(told.call.state).toBe("uncaught");
    expect(told.refused("2026-11-20 09:10", "centre", { action: "catch" })).toMatchObject({ field: "lead" });
    const stranger = { action: "catch", lead: "XZ", basisItem: "020101" } as const;
    expect(told.refused("2026-11-20 09:10", "centre", stranger).rule).toBe("countyUnit");
    told.act("2026-11-20 09:10", "centre", { action: "catch", lead: "LD", basisItem: "020101" });
    expect(told.call).toMatchObject({ state: "open" });
    expect(told.part("LD")?.part).toBe("lead");
  });

  it("goes to the leader when the centre lets its own limit run out", () => {
    const told = launched({ itemCode: null, lead: null }).until("2026-11-20 11:00");
    expect(told.call).toMatchObject({ state: "uncaught", climbed: 2 });
  });
});

describe("what the screen offers", () => {
  it("is what may be done, step by step", () => {
    const told = launched();
    expect(told.offers("2026-11-20 09:10", "lights")).toEqual(["sign"]);
    expect(told.offers("2026-11-20 09:10", "water")).toEqual(["sign", "decline"]);
    expect(told.offers("2026-11-20 09:10", "township")).toEqual([]);
    told.act("2026-11-20 09:10", "lights", { action: "sign" });
    expect(told.offers("2026-11-20 09:20", "lights")).toEqual(["contact", "arrive"]);
  });

  it("goes stale by a change of state, not by what another department does meanwhile", () => {
    const told = launched();
    told.act("2026-11-20 09:10", "lights", { action: "sign" });
    told.act("2026-11-20 09:11", "water", { action: "sign" }, 1);
    const over = bothSigned(told);
    expect(over.refused("2026-11-20 15:10", "water", { action: "cosign" }, 1).rule).toBe("callStale");
    const future = over.refused("2026-11-20 15:10", "water", { action: "cosign" }, 99);
    expect(future).toMatchObject({ code: "badValue", field: "version" });
  });
});

function bothSigned(told: CallStory): CallStory {
  for (const who of ["lights", "water"] as const) told.act("2026-11-20 10:00", who, { action: "arrive" });
  for (const who of ["lights", "water"] as const)
    told.act("2026-11-20 15:00", who, { action: "finish", result: "已处置" });
  return told;
}

it("says of every rule why, and what to do instead", () => {
  for (const { why, instead } of Object.values(callRuleWords)) {
    expect(why.length).toBeGreaterThan(5);
    expect(instead.length).toBeGreaterThan(5);
  }
});
