import { describe, expect, it } from "vitest";
import { aDecision, nextId } from "../../../fixtures/build.ts";
import type { SecurityFact } from "../../../server/domain/securityLog.ts";
import type { Opened } from "../../support/engines.ts";

const DAY = 86_400_000;

const fact = (parts: Partial<SecurityFact>): SecurityFact => ({
  id: nextId("fact"),
  at: 1000,
  kind: "signIn",
  accountId: "anna",
  address: "10.0.0.1",
  subject: null,
  detail: null,
  ...parts,
});

export function describeSecurity(current: () => Opened): void {
  const security = () => current().store.security;

  describe("the security log", () => {
    it("is read newest first, by days, kind and person, page by page", async () => {
      const [first, second, third] = [
        fact({ at: 5001 }),
        fact({ at: 5002, kind: "signOut" }),
        fact({ at: 5002, accountId: null }),
      ];
      for (const one of [first, second, third]) await security().note(one);
      const asked = { from: 5001, to: 5003, limit: 10 };
      const newest = [second, third].sort((a, b) => (a.id < b.id ? 1 : -1));
      expect(await security().facts(asked)).toEqual([...newest, first]);
      expect(await security().facts({ ...asked, kind: "signOut" })).toEqual([second]);
      expect(await security().facts({ ...asked, accountId: "anna", to: 5002 })).toEqual([first]);
      expect(await security().facts({ ...asked, after: newest[0] })).toEqual([newest[1], first]);
    });

    it("lets old rows go, and keeps what is younger than six months whatever is asked", async () => {
      const now = Date.now();
      const young = fact({ at: now - 183 * DAY });
      await security().note(fact({ at: now - 185 * DAY }));
      await security().note(young);
      expect(await security().forgetFacts(now - 184.5 * DAY)).toBeGreaterThan(0);
      await expect(security().forgetFacts(now)).rejects.toThrow();
      expect(await security().facts({ from: now - 184 * DAY, to: now, limit: 10 })).toContainEqual(young);
    });
  });

  describe("looks at reporters", () => {
    it("are told with the case they were made from", async () => {
      const decision = aDecision();
      const { store } = current();
      await store.commit(decision);
      const reveal = {
        id: nextId("reveal"),
        caseId: decision.case.id,
        accountId: "anna",
        reason: "电话回访",
        at: 777,
      };
      await store.people.noteReveal(reveal);
      const asked = { from: 777, to: 778, limit: 5 };
      const told = { ...reveal, number: decision.case.number, confidential: decision.case.confidential };
      expect(await security().reveals(asked)).toEqual([told]);
      expect(await security().reveals({ ...asked, number: "20200101-00001" })).toEqual([]);
      expect(await security().reveals({ ...asked, accountId: "berta" })).toEqual([]);
    });
  });
}

/** Run last: it bends the log. */
export function describeSecurityVerify(current: () => Opened): void {
  const security = () => current().store.security;
  describe("the security log under the tree", () => {
    const LONG_AGO = 400 * DAY;
    const checkpoint = async (at: number) => {
      const { record } = current().store;
      const size = await record.size();
      const root = Buffer.from(await record.root(size, "sha256")).toString("hex");
      await record.addCheckpoint({ size, algorithm: "sha256", root, at, note: nextId("note") });
    };
    const faults = async () =>
      (await current().store.verify()).faults.filter(({ of: kind }) => kind === "securityFact");

    it("misses nothing that went by right, and what went without it", async () => {
      const now = Date.now();
      const [old, young] = [fact({ at: now - LONG_AGO }), fact({ at: now - DAY })];
      for (const one of [old, young]) await security().note(one);
      expect(await faults()).toEqual([]);
      await security().forgetFacts(now - 399 * DAY);
      await checkpoint(now);
      expect(await faults()).toEqual([]);
      const opened = current();
      await opened.tamper(
        opened.store.engine === "sqlite"
          ? "DROP TRIGGER security_log_kept"
          : "ALTER TABLE security_log DISABLE TRIGGER USER",
      );
      await opened.tamper(`delete from security_log where id = '${young.id}'`);
      expect(await faults()).toMatchObject([{ kind: "gone", caseId: `${young.at} ${young.id}` }]);
      // Who writes that more was let go, before six months were over, excuses nothing
      await security().note(fact({ at: now - 2 * DAY }));
      expect(await security().forgetFacts(now)).toBeGreaterThan(0);
      await checkpoint(now + 1);
      expect((await faults()).length).toBeGreaterThanOrEqual(2);
    });
  });
}
