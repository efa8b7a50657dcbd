import { describe, expect, it } from "vitest";
import type { Account } from "../../../db/store.ts";
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

  describe("a session", () => {
    it("leads to its account until it is closed", async () => {
      const account = anAccount();
      await people().add(account, "hash");
      const token = nextId("token");
      await people().openSession(token, { accountId: account.id, createdAt: 1, seenAt: 1 });
      await people().touchSession(token, 7);
      const session = { accountId: account.id, createdAt: 1, seenAt: 7 };
      expect(await people().session(token)).toEqual({ session, account });
      await people().closeSession(token);
      expect(await people().session(token)).toBeNull();
    });

    it("ends with all others of the account", async () => {
      const account = anAccount();
      await people().add(account, "hash");
      const tokens = [nextId("token"), nextId("token")];
      for (const token of tokens)
        await people().openSession(token, { accountId: account.id, createdAt: 1, seenAt: 1 });
      await people().closeSessionsOf(account.id);
      expect(await Promise.all(tokens.map(async (token) => await people().session(token)))).toEqual([
        null,
        null,
      ]);
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
