import { describe, expect, it } from "vitest";
import type { Call, CallDecision } from "../../../server/domain/call/call.ts";
import type { CallCommand } from "../../../server/domain/call/callMoves.ts";
import { inCallScope } from "../../../server/domain/call/callScope.ts";
import { decideCall, ringCall } from "../../../server/domain/call/decideCall.ts";
import type { Launch } from "../../../server/domain/call/launch.ts";
import type { Scope } from "../../../server/domain/permit.ts";
import { DAY, MINUTE } from "../../../server/domain/time.ts";
import { nextId } from "../../../fixtures/build.ts";
import { at } from "../../support/calendar.ts";
import { callers, tries, type Who, worldOf } from "../../support/call.ts";
import type { Engine, Opened } from "../../support/engines.ts";

export function describeCalls(current: () => Opened): void {
  describe("a call", () => {
    it("comes back as it was decided, with its history and its notices", async () => {
      const { calls } = current().store;
      const call = await kept(current());
      expect(await calls.byId(call.id)).toEqual(call);
      const history = await calls.history(call.id);
      expect(history.map(({ action, words }) => [action, words])).toEqual([
        ["launch", { text: call.text, address: call.address }],
      ]);
      expect(history[0]).toMatchObject({ previousHash: "", hash: call.headHash, erased: [] });
      const inbox = await calls.inbox(callers.lights.actor, 5);
      expect(inbox[0]).toMatchObject({ callId: call.id, kind: "launch", number: call.number });
      expect(await calls.inbox({ ...callers.township.actor, role: "gridWorker" }, 5)).toEqual([]);
    });

    it("is changed only from the version it was decided on", async () => {
      const { calls } = current().store;
      const call = await kept(current());
      const [first, second] = [decided(call, "lights"), decided(call, "water")];
      expect((await calls.commit(first)).kind).toBe("committed");
      expect(await calls.commit(second)).toEqual({ kind: "stale" });
      expect(await calls.byId(call.id)).toMatchObject({ version: 2 });
      expect(await calls.history(call.id)).toHaveLength(2);
    });

    it("is launched once, however often it is sent", async () => {
      const { calls } = current().store;
      const decision = opening();
      const first = await calls.commit(decision);
      const again = { ...decision, call: { ...decision.call, id: nextId("call") } };
      const events = decision.events.map((event) => ({ ...event, callId: again.call.id }));
      const answer = await calls.commit({ ...again, events });
      expect(first.kind).toBe("committed");
      expect(answer).toMatchObject({ kind: "duplicate", isSameLaunch: true, call: { id: decision.call.id } });
      expect(await calls.byId(again.call.id)).toBeNull();
    });

    it("is the only running one of its case, until it is over", async () => {
      const { calls } = current().store;
      const caseId = nextId("case");
      const first = await kept(current(), { caseId, needsApproval: true });
      const second = await calls.commit(opening({ caseId }));
      expect(second).toMatchObject({ kind: "duplicate", isSameLaunch: false, call: { id: first.id } });
      await act(current(), first, "head", { action: "withdraw", reason: "镇里先协调" });
      expect((await calls.commit(opening({ caseId }))).kind).toBe("committed");
    });

    it("finds the event that a command caused", async () => {
      const { calls } = current().store;
      const call = await kept(current());
      await act(current(), call, "lights", { action: "sign", commandId: "command-1" });
      expect(await calls.eventByCommand(call.id, "command-1")).toMatchObject({ action: "sign", seq: 2 });
      expect(await calls.eventByCommand(call.id, "another")).toBeNull();
    });

    it("has a history that cannot be changed or taken away", async () => {
      const { id } = await kept(current());
      for (const statement of [
        `UPDATE call_events SET at = 1 WHERE call_id = '${id}'`,
        `DELETE FROM call_events WHERE call_id = '${id}'`,
      ])
        await expect(current().tamper(statement)).rejects.toThrow("append-only");
    });

    it("loses its words with those of its case, and its chain stays valid", async () => {
      const { calls, cases } = current().store;
      const caseId = nextId("case");
      const call = await kept(current(), { caseId });
      await cases.erase(caseId);
      expect(await calls.byId(call.id)).toMatchObject({ text: "", address: null });
      expect((await calls.history(call.id))[0]).toMatchObject({ words: {}, erased: ["text", "address"] });
      expect(await ofCall(current(), call.id)).toEqual([]);
    });
  });

  describe("lists of calls", () => {
    it("show exactly what the scope allows", async () => {
      const { calls } = current().store;
      const own = [
        await kept(current()),
        await kept(current(), { assist: [] }),
        await kept(current(), { needsApproval: true }),
        await kept(current(), { lead: null, itemCode: null }),
        await kept(current(), {}, "otherHead"),
      ];
      const scopes: readonly Scope[] = [
        { kind: "all" },
        { kind: "none" },
        { kind: "township", township: "371122001", account: "a" },
        { kind: "township", township: "371122102", account: "a" },
        { kind: "unit", unit: "SW", account: "a" },
        { kind: "unit", unit: "S", account: "a" },
        { kind: "unit", unit: "LD", account: "a" },
        { kind: "cells", cells: [], account: "town-1" },
      ];
      for (const scope of scopes) {
        const page = await calls.list(scope, {}, { sort: "newest", after: null, limit: 500 });
        const listed = own.filter(({ id }) => page.rows.some((row) => row.id === id));
        expect(listed, JSON.stringify(scope)).toEqual(own.filter((call) => inCallScope(scope, call)));
      }
    });

    it("go on after the last row, newest first, and by the earliest limit when asked", async () => {
      const { calls } = current().store;
      const township = nextId("t");
      const ids: string[] = [];
      for (const on of ["2026-11-20 09:00", "2026-11-20 08:40", "2026-11-20 09:30"])
        ids.push((await keptOf(current(), inTownship(opening({}, "township", on), township))).id);
      const first = await calls.list(all, { township }, { sort: "newest", after: null, limit: 2 });
      expect(first.rows.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
      const rest = await calls.list(all, { township }, { sort: "newest", after: first.next, limit: 2 });
      expect([rest.rows.map(({ id }) => id), rest.next]).toEqual([[ids[0]], null]);
      const due = await calls.list(all, { township }, { sort: "due", after: null, limit: 5 });
      expect(due.rows.map(({ id }) => id)).toEqual([ids[1], ids[0], ids[2]]);
    });

    it("count whose turn it is, what runs, and what needs an eye", async () => {
      const { calls } = current().store;
      const township = nextId("t");
      const plain = await keptOf(current(), inTownship(opening(), township));
      await keptOf(current(), inTownship(opening({ lead: null, itemCode: null }), township));
      const scope: Scope = { kind: "township", township, account: "a" };
      expect(await calls.counts(scope, "SW")).toEqual({ todo: 1, open: 2, attention: 1 });
      expect(await calls.counts(scope, "XNZX")).toEqual({ todo: 1, open: 2, attention: 1 });
      expect(await calls.counts(scope, null)).toEqual({ todo: 0, open: 2, attention: 1 });
      const mine = await calls.list(scope, { waitingFor: "SW" }, { sort: "due", after: null, limit: 5 });
      expect(mine.rows.map(({ id }) => id)).toEqual([plain.id]);
      const eyed = await calls.list(scope, { attention: true }, { sort: "due", after: null, limit: 5 });
      expect(eyed.rows.map(({ state }) => state)).toEqual(["uncaught"]);
    });
  });

  describe("the sweep of calls", () => {
    it("is given what is due until it is answered or put off, and not what is over", async () => {
      const { calls } = current().store;
      const call = await kept(current(), {}, "township", "2026-01-05 09:00");
      const due = at("2026-01-05 10:00");
      expect(await calls.nextLook()).toBeLessThanOrEqual(call.clocks[0]?.dueAt ?? 0);
      expect(await dueCalls(due)).toContain(call.id);
      expect(await calls.byIds([call.id, "nobody"])).toEqual([call]);
      const rung = ringCall(call, { ...worldOf("2026-01-05 10:00"), newId: () => nextId("row") });
      if (rung === null) throw new Error("nothing rang");
      expect(await calls.takeDue(due, 500, async () => [rung])).toEqual(["committed"]);
      expect((await calls.history(call.id)).length).toBe(1 + rung.events.length);
      expect(await dueCalls(due)).not.toContain(call.id);
      await calls.putOff(call.id, due + 10 * DAY);
      expect(await dueCalls(due + 9 * DAY)).not.toContain(call.id);
      const asked = await kept(current(), { needsApproval: true });
      await act(current(), asked, "head", { action: "withdraw", reason: "镇里先协调" });
      expect(await dueCalls(due + 1_000_000 * MINUTE)).not.toContain(asked.id);
    });

    async function dueCalls(now: number): Promise<readonly string[]> {
      const given: string[] = [];
      await current().store.calls.takeDue(now, 500, async (ids) => {
        given.push(...ids);
        return [];
      });
      return given;
    }
  });
}

/** Run last: it bends the database. */
export function describeCallVerify(current: () => Opened, engine: Engine): void {
  describe("verify", () => {
    it("finds nothing wrong with a call that nobody bent, and names every planted bend", async () => {
      const whole = await signed(current());
      expect(await ofCall(current(), whole.id)).toEqual([]);
      await current().tamper(engine.disarm);
      for (const { statement, faults } of bends) {
        const { id } = await signed(current());
        await current().tamper(statement.replaceAll("$id", id));
        expect(await ofCall(current(), id), statement).toEqual(faults);
      }
    });
  });
}

const bends: readonly { readonly statement: string; readonly faults: readonly string[] }[] = [
  { statement: "UPDATE call_events SET at = at + 1 WHERE call_id = '$id' AND seq = 2", faults: ["hash 2"] },
  {
    statement: "DELETE FROM call_events WHERE call_id = '$id' AND seq = 2",
    faults: ["head", "row answers", "gone 2"],
  },
  { statement: "UPDATE calls SET state = 'closed' WHERE id = '$id'", faults: ["state"] },
  { statement: "UPDATE calls SET climbed = 2 WHERE id = '$id'", faults: ["row climbed"] },
  { statement: "UPDATE calls SET answers = '[]' WHERE id = '$id'", faults: ["row answers"] },
  { statement: "UPDATE calls SET text = '不是这样' WHERE id = '$id'", faults: ["seal 1"] },
  { statement: "DELETE FROM call_words WHERE call_id = '$id'", faults: ["seal 1"] },
];

const all: Scope = { kind: "all" };

async function ofCall({ store }: Opened, id: string): Promise<readonly string[]> {
  const { faults } = await store.verify();
  return faults
    .filter((fault) => fault.of === "call" && fault.caseId === id)
    .map(({ kind, seq, field }) => [kind, seq ?? field].filter((part) => part !== undefined).join(" "));
}

function opening(change: Partial<Launch> = {}, by: Who = "township", on = "2026-11-20 09:00"): CallDecision {
  const id = nextId("call");
  const made = { id, number: `HJ-${id}`, launchId: `launch-${id}`, ...change };
  const decision = tries(made, { by, on });
  if (decision.kind === "refusal") throw new Error(`Not launched: ${JSON.stringify(decision)}`);
  return { ...decision, notices: decision.notices.map((notice) => ({ ...notice, id: nextId("notice") })) };
}

function inTownship(decision: CallDecision, township: string): CallDecision {
  return { ...decision, call: { ...decision.call, township } };
}

async function kept(opened: Opened, ...how: Parameters<typeof opening>): Promise<Call> {
  return await keptOf(opened, opening(...how));
}

async function keptOf(opened: Opened, decision: CallDecision): Promise<Call> {
  const answer = await opened.store.calls.commit(decision);
  if (answer.kind !== "committed") throw new Error(`The call was not stored: ${answer.kind}.`);
  return answer.call;
}

function decided(
  call: Call,
  who: Who,
  sent: Omit<CallCommand, "version"> = { action: "sign" },
): CallDecision {
  const command = { ...sent, version: call.version };
  const decision = decideCall(call, command, callers[who], worldOf("2026-11-20 09:10"));
  if (decision.kind === "refusal") throw new Error(`Refused: ${JSON.stringify(decision)}`);
  return { ...decision, notices: decision.notices.map((notice) => ({ ...notice, id: nextId("notice") })) };
}

async function act(opened: Opened, call: Call, who: Who, sent: Omit<CallCommand, "version">): Promise<Call> {
  return await keptOf(opened, decided(call, who, sent));
}

async function signed(opened: Opened): Promise<Call> {
  return await act(opened, await kept(opened), "lights", { action: "sign" });
}
