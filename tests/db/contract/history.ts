import { describe, expect, it } from "vitest";
import { aDecision, aMove } from "../../../fixtures/build.ts";
import type { Case } from "../../../server/domain/case.ts";
import type { Fault, Verification } from "../../../db/store.ts";
import type { Engine, Opened } from "../../support/engines.ts";

export function describeHistory(current: () => Opened): void {
  describe("the history of a case", () => {
    it("tells every act in order, with the words people wrote", async () => {
      const { store } = current();
      const found = await threeEvents(current());
      const history = await store.cases.history(found.id);
      expect(history.map((event) => event.words)).toEqual([
        { text: found.text, address: found.address },
        { note: "看过了" },
        { result: "灯已修好" },
      ]);
      expect(history.map((event) => event.previousHash)).toEqual(["", history[0]?.hash, history[1]?.hash]);
      expect(found.headHash).toBe(history[2]?.hash);
    });

    it("finds the event that a command caused", async () => {
      const found = await threeEvents(current());
      const { cases } = current().store;
      expect(await cases.eventByCommand(found.id, `note-${found.id}`)).toMatchObject({ seq: 2 });
      expect(await cases.eventByCommand(found.id, "another")).toBeNull();
    });

    it("cannot be changed or taken away", async () => {
      const { id } = await threeEvents(current());
      const refusals = [
        `UPDATE events SET at = 1 WHERE case_id = '${id}'`,
        `DELETE FROM events WHERE case_id = '${id}'`,
      ];
      for (const statement of refusals)
        await expect(current().tamper(statement)).rejects.toThrow("append-only");
      expect(await current().store.cases.history(id)).toHaveLength(3);
    });
  });

  describe("erasing a person from a case", () => {
    it("takes words and identity away and leaves the chain valid", async () => {
      const { store } = current();
      const found = await threeEvents(current());
      await store.cases.erase(found.id);
      const erased = await store.cases.byId(found.id);
      expect(erased).toMatchObject({ text: "", address: null, headHash: found.headHash, contactable: false });
      expect(erased?.reading.candidates).toEqual([]);
      expect(await store.cases.reporter(found.id)).toBeNull();
      const history = await store.cases.history(found.id);
      expect(history.map((event) => event.words)).toEqual([{}, {}, {}]);
      expect(history.map((event) => event.erased.toSorted())).toEqual([
        ["address", "text"],
        ["note"],
        ["result"],
      ]);
      expect(ofTheChain(await store.verify())).toEqual([]);
    });

    it("is not undone by a decision that was made before it", async () => {
      const { store } = current();
      const found = await threeEvents(current());
      const decided = aMove(found, { urges: 1 });
      await store.cases.erase(found.id);
      expect((await store.commit(decided)).kind).toBe("committed");
      expect(await store.cases.byId(found.id)).toMatchObject({ text: "", address: null, urges: 1 });
    });
  });
}

/** Run last: it bends the database. */
export function describeVerify(current: () => Opened, engine: Engine): void {
  describe("verify", () => {
    it("finds nothing wrong in a database that nobody bent, and tells how far it is", async () => {
      await threeEvents(current());
      const seen: number[] = [];
      const verification = await current().store.verify((done) => seen.push(done));
      const { cases, events } = verification;
      expect(ofTheChain(verification)).toEqual([]);
      expect(seen.at(-1)).toBe(cases);
      expect(events).toBeGreaterThan(cases);
    });

    it("names the case and the record of every planted bend, and nothing else", async () => {
      const planted: Fault[] = [];
      await current().tamper(engine.disarm);
      for (const { statements, faults } of bends) {
        const found = await threeEvents(current());
        for (const statement of statements) await current().tamper(statement.replaceAll("$id", found.id));
        for (const [kind, seq] of faults)
          planted.push({
            caseId: found.id,
            number: statements.includes(gone) ? "" : found.number,
            seq,
            kind,
          });
      }
      const found = ofTheChain(await current().store.verify());
      const places = found.map(({ position }) => position ?? -1);
      expect(found.map(unplaced)).toEqual(planted);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBeGreaterThanOrEqual(0);
    });

    it.each([
      ["UPDATE clocks SET due_at = due_at + 1 WHERE case_id = '$id'", "clocks.file"],
      ["UPDATE clocks SET outcome = 'met' WHERE case_id = '$id'", "clocks.file"],
      ["DELETE FROM clocks WHERE case_id = '$id'", "clocks"],
      ["UPDATE reporters SET phone = '13900000000' WHERE case_id = '$id'", "reporter"],
      ["DELETE FROM reporters WHERE case_id = '$id'", "reporter"],
      ["INSERT INTO case_photos (photo_id, case_id) VALUES ('planted', '$id')", "photos"],
      ["INSERT INTO case_parties (case_id, unit) VALUES ('$id', 'planted')", "case_parties"],
    ])("names the row beside the record that was bent by %s", async (statement, field) => {
      const found = await threeEvents(current());
      const faultsOf = async () =>
        (await current().store.verify()).faults.filter(
          (fault) => fault.caseId === found.id && fault.field === field,
        );
      expect(await faultsOf()).toEqual([]);
      await current().tamper(statement.replaceAll("$id", found.id));
      expect(await faultsOf()).toHaveLength(1);
    });

    it("agrees about a case whose personal words were erased", async () => {
      const found = await threeEvents(current());
      await current().store.cases.erase(found.id);
      const { faults } = await current().store.verify();
      expect(faults.filter(({ caseId, field }) => caseId === found.id && field === "reporter")).toEqual([]);
    });
  });
}

/** The cases of these tests are made up, so their rows tell more than their events; see audit.test.ts for rows. */
function ofTheChain({ faults }: Verification): readonly Fault[] {
  return faults.filter(({ kind }) => kind !== "row");
}

function unplaced(fault: Fault): Fault {
  const { position: _1, ...told } = fault;
  return told;
}

const gone = "DELETE FROM cases WHERE id = '$id'";

/** What a thief might do, and what must be said of it. */
const bends: readonly {
  readonly statements: readonly string[];
  readonly faults: readonly (readonly [Fault["kind"], number | null])[];
}[] = [
  { statements: ["UPDATE events SET at = at + 1 WHERE case_id = '$id' AND seq = 2"], faults: [["hash", 2]] },
  {
    statements: [`UPDATE events SET facts = '{"unit":"x"}' WHERE case_id = '$id' AND seq = 3`],
    faults: [["hash", 3]],
  },
  {
    statements: ["UPDATE events SET previous_hash = 'beef' WHERE case_id = '$id' AND seq = 2"],
    faults: [
      ["link", 2],
      ["hash", 2],
    ],
  },
  {
    statements: ["DELETE FROM events WHERE case_id = '$id' AND seq = 1"],
    faults: [
      ["gap", 1],
      ["seal", 1],
      ["gone", 1],
    ],
  },
  {
    statements: ["DELETE FROM events WHERE case_id = '$id' AND seq = 3"],
    faults: [
      ["seal", 3],
      ["head", null],
      ["state", null],
      ["gone", 3],
    ],
  },
  { statements: ["UPDATE cases SET head_hash = 'beef' WHERE id = '$id'"], faults: [["head", null]] },
  { statements: ["UPDATE cases SET version = 9 WHERE id = '$id'"], faults: [["head", null]] },
  { statements: ["UPDATE cases SET state = 'closed' WHERE id = '$id'"], faults: [["state", null]] },
  { statements: ["UPDATE cases SET text = '路灯很亮' WHERE id = '$id'"], faults: [["seal", 1]] },
  { statements: ["DELETE FROM sealed_words WHERE case_id = '$id' AND seq = 1"], faults: [["seal", 1]] },
  {
    statements: [
      `UPDATE sealed_words SET words = '{"note":{"salt":"00","value":"没看"}}' WHERE case_id = '$id' AND seq = 2`,
    ],
    faults: [["seal", 2]],
  },
  {
    statements: [
      "DELETE FROM clocks WHERE case_id = '$id'",
      "DELETE FROM sealed_words WHERE case_id = '$id'",
      gone,
    ],
    faults: [["head", null]],
  },
];

async function threeEvents(opened: Opened): Promise<Case> {
  const decision = aDecision({ reporter: { name: "王建国", phone: "13800000000" } });
  const first = await committed(opened, decision);
  const commandId = `note-${first.id}`;
  const second = await committed(opened, aMove(first, {}, { words: { note: "看过了" }, commandId }));
  const handled = { action: "handle" as const, words: { result: "灯已修好" } };
  return await committed(opened, aMove(second, { state: "handled" }, handled));
}

async function committed(opened: Opened, decision: Parameters<Opened["store"]["commit"]>[0]): Promise<Case> {
  const answer = await opened.store.commit(decision);
  if (answer.kind !== "committed") throw new Error(`The case was not stored: ${answer.kind}.`);
  return answer.case;
}
