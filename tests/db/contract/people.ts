import { describe, expect, it } from "vitest";
import type { Account, SessionRow } from "../../../db/store.ts";
import { buildTime, nextId } from "../../../fixtures/build.ts";
import type { Opened } from "../../support/engines.ts";

export function describePeople(current: () => Opened): void {
  const people = () => current().store.people;

  describe("an account", () => {
    it("is found by id and by username, its password hash only by username", async () => {
      const account = anAccount();
      expect(await people().add(account, "hash-1")).toBe(true);
      expect(await people().byId(account.id)).toEqual(account);
      expect(await people().byUsername(account.username)).toEqual({ account, passwordHash: "hash-1" });
      expect(await people().list()).toContainEqual(account);
    });

    it("has its name told beside as many others as are asked for, and strangers have none", async () => {
      const accounts = Array.from({ length: 20 }, (_, at) => anAccount({ name: `王${at}` }));
      for (const account of accounts) await people().add(account, "hash");
      const names = await people().namesOf(["nobody", ...accounts.map(({ id }) => id)]);
      expect(names).toEqual(new Map(accounts.map(({ id, name }) => [id, name])));
      expect(await people().namesOf([])).toEqual(new Map());
    });

    it("cannot take a name that is taken", async () => {
      const first = anAccount();
      await people().add(first, "hash-1");
      expect(await people().add(anAccount({ username: first.username }), "hash-2")).toBe(false);
      expect((await people().byUsername(first.username))?.passwordHash).toBe("hash-1");
    });

    it("is replaced by seeding under the same name and keeps its id", async () => {
      const first = anAccount();
      await people().put(first, "hash-1");
      await people().put({ ...first, id: "another", name: "李四" }, "hash-2");
      expect(await people().byId(first.id)).toEqual({ ...first, name: "李四" });
      expect(await people().byId("another")).toBeNull();
    });

    it("can be disabled and given a new password", async () => {
      const account = anAccount();
      await people().add(account, "hash-1");
      await people().setDisabled(account.id, true);
      await people().setPassword(account.id, "hash-2");
      expect(await people().byUsername(account.username)).toEqual({
        account: { ...account, disabled: true },
        passwordHash: "hash-2",
      });
    });
  });

  describe("a start of a sign-in at the issuer", () => {
    it("is taken once, and forgotten when it is old", async () => {
      const start = { id: nextId("start"), createdAt: 5, to: "/cases", proves: null };
      await people().openStart(start);
      expect(await people().takeStart(start.id)).toEqual(start);
      expect(await people().takeStart(start.id)).toBeNull();
      await people().openStart(start);
      await people().forgetStarts(6);
      expect(await people().takeStart(start.id)).toBeNull();
    });
  });

  describe("a session", () => {
    it("leads to its account until it is closed", async () => {
      const account = anAccount();
      await people().add(account, "hash");
      const token = nextId("token");
      await people().openSession(token, aSession(account.id));
      await people().touchSession(token, 7);
      await people().proveSession(token, 8);
      const session = { ...aSession(account.id), seenAt: 7, provedAt: 8 };
      expect(await people().session(token)).toMatchObject({
        session,
        account,
        credentials: { totpStep: null },
      });
      await people().closeSession(token);
      expect(await people().session(token)).toBeNull();
    });

    it("is ended from elsewhere: one, all but one, or all; and remembered as ended", async () => {
      const account = anAccount();
      await people().add(account, "hash");
      const tokens = [nextId("token"), nextId("token"), nextId("token")];
      for (const token of tokens)
        await people().openSession(token, { ...aSession(account.id), id: `s-${token}` });
      const [first = "", second = "", third = ""] = tokens;
      expect(await people().endSessions(account.id, 5, { id: `s-${first}` })).toBe(1);
      expect((await people().session(first))?.session.endedAt).toBe(5);
      expect(await people().endSessions(account.id, 6, { but: second })).toBe(1);
      expect((await people().sessionsOf(account.id)).map(({ tokenHash }) => tokenHash)).toEqual([second]);
      expect(await people().endSessions(account.id, 7)).toBe(1);
      expect((await people().session(third))?.session.endedAt).toBe(6);
    });

    it("is forgotten when it was unused for long", async () => {
      const account = anAccount();
      await people().add(account, "hash");
      const token = nextId("token");
      await people().openSession(token, { ...aSession(account.id), seenAt: -9 });
      await people().forgetSessions(-8);
      expect(await people().session(token)).toBeNull();
    });
  });

  describe("credentials", () => {
    it("are kept sealed, and each step and recovery code is used once", async () => {
      const account = anAccount();
      await people().add(account, "hash");
      expect(await people().credentials(account.id)).toMatchObject({
        totpSecret: null,
        handedOverUntil: null,
      });
      await people().putCredentials(account.id, { totpSecret: "ABCD", handedOverUntil: 9 });
      await people().putCredentials(account.id, { handedOverUntil: null });
      expect(await people().credentials(account.id)).toMatchObject({
        totpSecret: "ABCD",
        handedOverUntil: null,
      });
      expect(await people().useStep(account.id, 100)).toBe(true);
      expect(await people().useStep(account.id, 100)).toBe(false);
      expect(await people().useStep(account.id, 99)).toBe(false);
      expect(await people().useStep(account.id, 101)).toBe(true);
      const [one, two] = [nextId("code"), nextId("code")];
      await people().putRecoveryCodes(account.id, [one, two]);
      expect(await people().recoveryCodesLeft(account.id)).toBe(2);
      expect(await people().useRecoveryCode("somebody", one, 1)).toBe(false);
      expect(await people().useRecoveryCode(account.id, one, 1)).toBe(true);
      expect(await people().useRecoveryCode(account.id, one, 2)).toBe(false);
      expect(await people().recoveryCodesLeft(account.id)).toBe(1);
      await people().putRecoveryCodes(account.id, []);
      expect(await people().useRecoveryCode(account.id, two, 1)).toBe(false);
    });
  });

  describe("failed sign-ins", () => {
    it("are counted by key since an instant", async () => {
      const key = nextId("key");
      for (const at of [10, 20, 30]) await people().noteFailure(key, at);
      expect(await people().failures(key, 20)).toBe(2);
      expect(await people().failures("nobody", 0)).toBe(0);
    });
  });

  describe("a look at personal data", () => {
    it("is kept and cannot be changed", async () => {
      const reveal = {
        id: nextId("reveal"),
        caseId: "case-x",
        accountId: "a",
        reason: "回访",
        at: buildTime,
      };
      await people().noteReveal(reveal);
      expect(await people().reveals("case-x")).toEqual([reveal]);
      await expect(current().tamper("UPDATE reveals SET reason = ''")).rejects.toThrow("append-only");
      await expect(current().tamper("DELETE FROM reveals")).rejects.toThrow("append-only");
    });
  });
}

function anAccount(parts: Partial<Account> = {}): Account {
  const id = nextId("account");
  return {
    id,
    username: `name-${id}`,
    name: "张三",
    role: "gridWorker",
    unit: null,
    cells: ["371122101001001"],
    posts: [],
    disabled: false,
    demo: true,
    createdAt: buildTime,
    ...parts,
  };
}

function aSession(accountId: string): SessionRow {
  return {
    id: "s",
    accountId,
    createdAt: 1,
    seenAt: 1,
    device: "安卓 · Chrome",
    provedAt: 1,
    provider: "password",
    endedAt: null,
  };
}
