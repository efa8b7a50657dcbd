import { describe, expect, it } from "vitest";
import type { Call, CallEvent } from "../../server/domain/call/call.ts";
import { type CallCommand, type Caller, decideCall } from "../../server/domain/call/decideCall.ts";
import { type Launch, launchCall } from "../../server/domain/call/launch.ts";
import { settleCall } from "../../server/domain/call/settleCall.ts";
import { wallClock } from "../../server/domain/time.ts";
import { at } from "../support/calendar.ts";
import { township, worldAt } from "../support/story.ts";

const callers = {
  township: { id: "town-1", role: "township", unit: township },
  head: { id: "head-1", role: "head", unit: township },
  lights: { id: "lights-1", role: "department", unit: "LD" },
  water: { id: "water-1", role: "department", unit: "SW" },
  centre: { id: "centre-1", role: "centre", unit: "XNZX" },
} as const satisfies Record<string, Caller>;

const worldOf = (text: string) => worldAt(at(text), () => "id");

/** Friday 2026-11-20 09:00: the township calls the lamp office to lead and the water office to assist. */
const plain: Launch = {
  id: "call-1",
  caseId: null,
  township,
  level: "daily",
  post: "member",
  itemCode: "020101",
  lead: "LD",
  assist: ["SW"],
  needsApproval: false,
};

function call(change: Partial<Launch> = {}, on = "2026-11-20 09:00") {
  const launched = launchCall({ ...plain, ...change }, worldOf(on));
  if ("kind" in launched) throw new Error(`Not launched: ${launched.code}`);
  return story(launched);
}

type Who = keyof typeof callers;
type Sent = Omit<CallCommand, "version">;

function story(launched: Call) {
  const told = {
    call: launched,
    events: [] as CallEvent[],
    act(on: string, who: Who, sent: Sent) {
      const answer = decideCall(
        told.call,
        { ...sent, version: told.call.version },
        callers[who],
        worldOf(on),
      );
      if (answer.kind === "refusal")
        throw new Error(`${who} may not ${sent.action}: ${JSON.stringify(answer)}`);
      told.call = answer.call;
      told.events.push(...answer.events);
      return told;
    },
    refused(on: string, who: Who, sent: Sent) {
      const answer = decideCall(
        told.call,
        { ...sent, version: told.call.version },
        callers[who],
        worldOf(on),
      );
      if (answer.kind !== "refusal") throw new Error(`${who} may ${sent.action}`);
      return answer;
    },
    part: (unit: string) => told.call.answers.find((answer) => answer.unit === unit),
  };
  return told;
}

const good = { signing: 5, arrival: 5, solution: 4, conduct: 5 };
const fair = { necessity: 5, cooperation: 4 };

const comes = (told: ReturnType<typeof call>, who: "lights" | "water", day = "2026-11-20") =>
  told
    .act(`${day} 09:20`, who, { action: "sign" })
    .act(`${day} 10:00`, who, { action: "arrive" })
    .act(`${day} 15:00`, who, { action: "finish", result: "已处置" });

const done = () => comes(comes(call(), "lights"), "water");
const signedOff = () =>
  done()
    .act("2026-11-20 15:10", "lights", { action: "cosign" })
    .act("2026-11-20 15:20", "water", { action: "cosign" })
    .act("2026-11-20 15:30", "township", { action: "cosign" });

describe("a call that all answer 乡呼县应", () => {
  it("gives every department its own limits from the launch", () => {
    const clocks = call().call.clocks.filter(({ unit }) => unit === "SW");
    expect(clocks.map(({ kind, dueAt }) => [kind, wallClock(dueAt)])).toEqual([
      ["sign", "2026-11-20 10:00"], // one office hour
      ["contact", "2026-11-23 18:00"], // one workday
      ["onSite", "2026-11-25 18:00"], // three workdays
      ["done", "2026-11-24 18:00"], // the matter's own two
    ]);
  });

  it("is signed off jointly, the township last", () => {
    const told = done().act("2026-11-20 15:10", "lights", { action: "cosign" });
    expect(told.act("2026-11-20 15:20", "township", { action: "cosign" }).call.state).toBe("done");
    told.act("2026-11-20 15:30", "water", { action: "cosign" });
    expect(told.act("2026-11-20 15:40", "township", { action: "cosign" }).call.state).toBe("signedOff");
  });

  it("is closed when it is rated both ways", () => {
    const told = signedOff()
      .act("2026-11-20 16:00", "township", { action: "rateDepartment", unit: "LD", department: good })
      .act("2026-11-20 16:00", "township", { action: "rateDepartment", unit: "SW", department: good })
      .act("2026-11-20 16:10", "lights", { action: "rateTownship", townshipRating: fair });
    expect(told.call.state).toBe("signedOff");
    told.act("2026-11-20 16:20", "water", { action: "rateTownship", townshipRating: fair });
    expect(told.call.state).toBe("closed");
  });

  it("reopens once for whoever was not in place", () => {
    const rates = (told: ReturnType<typeof call>, day: string) =>
      told
        .act(`${day} 16:00`, "township", { action: "rateDepartment", unit: "LD", department: good })
        .act(`${day} 16:00`, "township", {
          action: "rateDepartment",
          unit: "SW",
          department: { ...good, solution: 2 },
        })
        .act(`${day} 16:10`, "lights", { action: "rateTownship", townshipRating: fair })
        .act(`${day} 16:20`, "water", { action: "rateTownship", townshipRating: fair });
    const told = rates(signedOff(), "2026-11-20");
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
    comes(told, "water", "2026-11-23")
      .act("2026-11-23 15:10", "water", { action: "cosign" })
      .act("2026-11-23 15:20", "township", { action: "cosign" });
    expect(rates(told, "2026-11-23").call.state).toBe("closed");
  });
});

describe("an assistant who is late", () => {
  it("has the miss and the absence on the record, and coming later does not take them back", () => {
    const told = comes(call(), "lights").act("2026-11-20 09:30", "water", { action: "sign" });
    told.act("2026-11-26 09:00", "water", { action: "arrive" });
    expect(told.part("SW")).toMatchObject({ state: "arrived", absent: true });
    const absences = told.events.filter(({ action }) => action === "absent");
    expect(absences.map(({ unit, at: when }) => [unit, wallClock(when)])).toEqual([
      ["SW", "2026-11-25 18:00"],
    ]);
    expect(told.call.clocks.find(({ unit, kind }) => unit === "SW" && kind === "onSite")?.outcome).toBe(
      "missed",
    );
  });
});

describe("departments that do not answer", () => {
  it("let the call climb by itself: to the centre, then to the leader", () => {
    const { call: rung, events } = settleCall(call().call, worldOf("2026-11-20 10:30"));
    expect(rung.climbed).toBe(2);
    expect(events.map(({ action, unit }) => [action, unit])).toEqual([
      ["overdue", "LD"],
      ["climb", "LD"],
      ["overdue", "SW"],
      ["climb", "SW"],
    ]);
  });

  it("are noticed once, however often anybody looks", () => {
    const once = settleCall(call().call, worldOf("2026-11-20 10:30")).call;
    expect(settleCall(once, worldOf("2026-11-20 10:30")).events).toEqual([]);
  });
});

describe("an assistant who declines", () => {
  const no = { action: "decline", basisItem: "020101", reason: "属供电" } as const;

  it("says by which line, is let go without blame, and the others finish without it", () => {
    const told = call().act("2026-11-20 09:30", "water", no);
    expect(
      told.call.clocks.filter(({ unit }) => unit === "SW").every(({ outcome }) => outcome === "void"),
    ).toBe(true);
    expect(comes(told, "lights").call.state).toBe("done");
    expect(told.refused("2026-11-20 15:10", "water", { action: "cosign" })).toMatchObject({
      code: "wrongState",
    });
  });

  it("needs a reason and a line, and cannot be the lead", () => {
    expect(call().refused("2026-11-20 09:30", "water", { action: "decline", reason: "x" })).toMatchObject({
      code: "missing",
      field: "basisItem",
    });
    expect(call().refused("2026-11-20 09:30", "lights", no)).toMatchObject({ code: "notAllowed" });
  });
});

describe("who may launch", () => {
  it("follows the level", () => {
    const tough = launchCall({ ...plain, level: "tough" }, worldOf("2026-11-20 09:00"));
    expect(tough).toMatchObject({ kind: "refusal", code: "notAllowed" });
    expect(call({ level: "tough", post: "head" }).call.state).toBe("open");
  });

  it("waits for the township's head where the township wants that", () => {
    const told = call({ needsApproval: true });
    expect(told.call).toMatchObject({ state: "asked", clocks: [] });
    expect(told.refused("2026-11-20 09:10", "township", { action: "approve" })).toMatchObject({
      code: "notAllowed",
    });
    expect(told.act("2026-11-20 09:10", "head", { action: "approve" }).call.clocks).toHaveLength(8);
  });
});

describe("a call outside the list 清单外呼叫", () => {
  it("is caught by the centre, which must name a lead", () => {
    const told = call({ itemCode: null, lead: null });
    expect(told.call.state).toBe("uncaught");
    expect(told.refused("2026-11-20 09:10", "centre", { action: "catch" })).toMatchObject({ field: "lead" });
    told.act("2026-11-20 09:10", "centre", { action: "catch", lead: "LD", basisItem: "020101" });
    expect(told.call).toMatchObject({ state: "open" });
    expect(told.part("LD")?.part).toBe("lead");
  });
});
