import { describe, expect, it } from "vitest";
import { openSqlite } from "../../db/sqlite.ts";
import { openOffice } from "../support/terminal.ts";

describe("huying security-log", () => {
  it("tells what the operator did at the machine, by day and kind", async () => {
    const office = openOffice();
    const store = openSqlite(office.folder);
    await store.close();
    expect((await office.run("keys", "rotate")).code).toBe(0);
    const { code, out } = await office.run("security-log", "--kind", "keyRotated", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: "keyRotated", accountId: null, address: null });
    expect((await office.run("security-log")).out).toContain("更换密钥");
    expect(await office.run("security-log", "--since", "2099-01-01")).toMatchObject({ code: 0, out: "" });
  });

  it("names the value that does not fit", async () => {
    const { run } = openOffice();
    expect(await run("security-log", "--since", "昨天")).toMatchObject({
      code: 2,
      err: expect.stringContaining("“昨天”"),
    });
    expect(await run("security-log", "--kind", "x")).toMatchObject({
      code: 2,
      err: expect.stringContaining("signIn"),
    });
  });
});
