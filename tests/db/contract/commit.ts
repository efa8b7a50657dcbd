import { describe, expect, it } from "vitest";
import { aCase, aClock, aDecision, aMove, anEvent, nextId } from "../../../fixtures/build.ts";
import type { Case, Decision } from "../../../server/domain/case.ts";
import type { Opened } from "../../support/engines.ts";

export function describeCommit(current: () => Opened): void {
  const commit = async (decision: Decision) => await current().store.commit(decision);

  describe("a decision about a new case", () => {
    it("is stored whole and read back as it was decided", async () => {
      const decision = aDecision({ reporter: { name: "王建国", phone: "13800000000" } });
      const committed = await commit(decision);
      expect(committed.kind).toBe("committed");
      const { store } = current();
      const file = await store.cases.file(decision.case.id);
      expect(file?.case).toEqual(committed.kind === "committed" && committed.case);
      expect(file?.case).toEqual({ ...decision.case, headHash: file?.case.headHash });
      expect(file?.clocks).toEqual(decision.clocks);
      expect(await store.cases.reporter(decision.case.id)).toEqual(decision.reporter);
      const [event] = await store.cases.history(decision.case.id);
      expect(event).toMatchObject({ ...decision.events[0], previousHash: "", erased: [] });
    });

    it("keeps every optional part of a case", async () => {
      const full: Case = {
        ...aCase(),
        point: { lng: 118.8355, lat: 35.5799, datum: "gcj02", accuracy: 8, source: "satellite" },
        placement: {
          kind: "inside",
          cell: "371122101001001",
          borderMetres: 12.5,
          rule: "contained",
          gridVersion: "2026-01",
          datum: "gcj02",
          point: { lng: 118.8301, lat: 35.5799 },
        },
        desk: ["unsureItem", "danger"],
        followUp: { reached: true, solved: false, at: 5 },
        rating: { score: 2, by: "centre", at: 6 },
        photos: [{ id: "a".repeat(64), stage: "before" }],
        confidential: true,
        closedAt: 7,
      };
      await commit(aDecision({ case: full }));
      const stored = await current().store.cases.byNumber(full.number);
      expect(stored).toEqual({ ...full, headHash: stored?.headHash });
      expect(await current().store.photos.casesWith("a".repeat(64))).toContain(full.id);
    });

    it("is stored whole, too, where many arrive together", async () => {
      const texts = ['路灯\n"不亮"', "C:\\路\\灯 \u2028 🚧", "null", "{}", "a'b, (c) $1"];
      const decisions = texts.map((text, at) =>
        aDecision({
          case: {
            ...aCase({ text, address: at % 2 === 0 ? null : text }),
            returns: at,
            confidential: at > 2,
          },
          reporter: { name: text, phone: "13800000000" },
        }),
      );
      const committed = await Promise.all(decisions.map(commit));
      expect(committed.map(({ kind }) => kind)).toEqual(texts.map(() => "committed"));
      for (const { case: decided, clocks, reporter } of decisions) {
        const file = await current().store.cases.file(decided.id);
        expect(file).toEqual({ case: { ...decided, headHash: file?.case.headHash }, clocks });
        expect(await current().store.cases.reporter(decided.id)).toEqual(reporter);
      }
    });

    it("has every part of it rewritten by an act that changes them all", async () => {
      const first = await committed(current(), aDecision());
      const change: Partial<Case> = {
        turn: 2,
        state: "closed",
        point: { lng: 118.8355, lat: 35.5799, datum: "gcj02", accuracy: 8, source: "satellite" },
        placement: {
          kind: "inside",
          cell: "371122101001002",
          borderMetres: 3,
          rule: "contained",
          gridVersion: "2026-02",
          datum: "gcj02",
          point: { lng: 118.8302, lat: 35.5798 },
        },
        cellCode: "371122101001002",
        townshipCode: "371122102",
        itemCode: "020101",
        conditionCode: "020101-1",
        urgency: "urgent",
        desk: ["danger"],
        confidential: true,
        leadUnit: "ZJ",
        holder: "LD",
        handledBy: "account-9",
        returns: 1,
        reworks: 2,
        urges: 3,
        missed: 4,
        warnAt: 11,
        dueAt: 12,
        severeAt: 13,
        dueBy: { unit: "workday", calendar: null, provisional: true },
        followUp: { reached: true, solved: false, at: 5 },
        rating: { score: 2, by: "centre", at: 6 },
        photos: [{ id: "a".repeat(64), stage: "before" }],
        closedAt: 7,
        updatedAt: first.updatedAt + 1,
      };
      const after = await committed(current(), aMove(first, change));
      const { store } = current();
      expect(await store.cases.byId(first.id)).toEqual({
        ...first,
        ...change,
        version: 2,
        headHash: after.headHash,
      });
    });

    it("answers with the first case when the report is known already", async () => {
      const first = aDecision();
      await commit(first);
      const again = aDecision({ case: aCase({ reportId: first.case.reportId }) });
      expect(await commit(again)).toEqual({ kind: "duplicate", caseId: first.case.id });
      expect(await current().store.cases.byId(again.case.id)).toBeNull();
      expect(await current().store.cases.history(again.case.id)).toEqual([]);
    });

    it("makes one case of a report that is sent many times at once", async () => {
      const reportId = nextId("report");
      const sent = Array.from({ length: 12 }, () => aDecision({ case: aCase({ reportId }) }));
      const answers = await Promise.all(sent.map(commit));
      expect(answers.filter((answer) => answer.kind === "committed")).toHaveLength(1);
      const first = await current().store.cases.byReportId(reportId);
      for (const answer of answers)
        expect(answer.kind === "duplicate" ? answer.caseId : first?.id).toBe(first?.id);
    });
  });

  describe("a decision about a known case", () => {
    it("is refused as stale when the case has moved on", async () => {
      const found = await stored(current());
      expect((await commit(aMove(found))).kind).toBe("committed");
      expect(await commit(aMove(found, { state: "filed" }))).toEqual({ kind: "stale" });
      const now = await current().store.cases.byId(found.id);
      expect(now?.state).toBe("reported");
      expect(await current().store.cases.history(found.id)).toHaveLength(2);
    });

    it("lets one of many parallel writers win each turn and loses no event", async () => {
      const { id } = await stored(current());
      const { store } = current();
      const act = async () => {
        const found = await store.cases.byId(id);
        if (!found) throw new Error("gone");
        return (await commit(aMove(found, { urges: found.urges + 1 }))).kind;
      };
      const kinds: string[] = [];
      for (let round = 0; round < 5; round += 1)
        kinds.push(...(await Promise.all(Array.from({ length: 8 }, act))));
      const won = kinds.filter((kind) => kind === "committed").length;
      expect(won).toBeGreaterThanOrEqual(5);
      const after = await store.cases.byId(id);
      expect(after?.version).toBe(1 + won);
      expect(after?.urges).toBe(won);
      expect((await store.cases.history(id)).map((event) => event.seq)).toEqual(
        Array.from({ length: won + 1 }, (_, index) => index + 1),
      );
    });

    it("changes clocks by their id and keeps their policy", async () => {
      const decision = aDecision();
      const [clock] = decision.clocks;
      if (!clock) throw new Error("no clock");
      const found = await committed(current(), decision);
      const stopped = {
        ...clock,
        runningSince: null,
        lookAt: null,
        stoppedAt: 9,
        outcome: "met" as const,
        policy: { ...clock.policy, code: "other" },
      };
      const next = aClock(found, { kind: "dispatch", startedAt: clock.startedAt + 1 });
      await commit({ ...aMove(found, { state: "filed" }), clocks: [stopped, next] });
      const file = await current().store.cases.file(found.id);
      expect(file?.clocks).toEqual([{ ...stopped, policy: clock.policy }, next]);
    });

    it("never changes what the report said", async () => {
      const found = await stored(current());
      await commit(aMove(found, { text: "别的话", address: "别处", reportedBy: "account-9" }));
      const after = await current().store.cases.byId(found.id);
      expect(after).toMatchObject({ text: found.text, address: found.address, reportedBy: found.reportedBy });
    });
  });

  describe("a decision that cannot be stored", () => {
    it("does not spoil the others that arrive with it", async () => {
      const [before, after] = [aDecision(), aDecision()];
      const broken = aDecision();
      const twice = { ...broken, events: broken.events, clocks: [], notices: doubled(broken) };
      const results = await Promise.allSettled([commit(before), commit(twice), commit(after)]);
      expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      const { cases } = current().store;
      expect(await cases.byId(before.case.id)).not.toBeNull();
      expect(await cases.byId(after.case.id)).not.toBeNull();
      expect(await cases.byId(broken.case.id)).toBeNull();
      expect(await cases.history(broken.case.id)).toEqual([]);
    });

    it("is refused when its events do not lead to its version", async () => {
      const found = aCase();
      const skipped = aDecision({ case: found, events: [anEvent(found, { seq: 2 })] });
      await expect(commit(skipped)).rejects.toThrow("do not lead from version 0 to 1");
    });
  });

  describe("the serial of a case number", () => {
    it("begins with one every day and is never drawn twice", async () => {
      const { store } = current();
      const drawn = await Promise.all(Array.from({ length: 20 }, () => store.drawNumber("2026-11-20")));
      expect(drawn.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(await store.drawNumber("2026-11-21")).toBe(1);
    });
  });
}

async function stored(opened: Opened): Promise<Case> {
  return await committed(opened, aDecision());
}

async function committed(opened: Opened, decision: Decision): Promise<Case> {
  const answer = await opened.store.commit(decision);
  if (answer.kind !== "committed") throw new Error(`The case was not stored: ${answer.kind}.`);
  return answer.case;
}

/** The same notice id twice: the second insert fails after the case and its event were written. */
function doubled(decision: Decision): Decision["notices"] {
  const [notice] = decision.notices;
  return notice ? [notice, notice] : [];
}
