import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { connect } from "../../db/connect.ts";
import { openSqlite } from "../../db/sqlite.ts";
import type { CasePage } from "../../db/store.ts";
import { aCase, aDecision, aMove } from "../../fixtures/build.ts";
import { temporaryFolder } from "../support/store.ts";
import { keyFileName } from "../../db/secrets/keyFile.ts";

describe("a connection to SQLite", () => {
  it("syncs every commit to disk, in WAL, with foreign keys", () => {
    const sqlite = connect(join(aFolder(), "a.db"));
    const read = (name: string) => sqlite.pragma(name, { simple: true });
    expect(["synchronous", "journal_mode", "foreign_keys", "secure_delete"].map(read)).toEqual([
      2,
      "wal",
      1,
      1,
    ]);
    sqlite.close();
  });
});

describe("an act on a case", () => {
  it("names no column that it leaves as it was, so that the indexes of it are left alone", async () => {
    const folder = aFolder();
    const store = openSqlite(folder);
    const first = await store.commit(aDecision());
    if (first.kind !== "committed") throw new Error("A new case was not stored");
    const sqlite = connect(join(folder, "huying.db"));
    const untouched = [
      "open",
      "township_code",
      "cell_code",
      "item_code",
      "lead_unit",
      "placement",
      "parties",
    ];
    sqlite.exec(
      `create trigger named before update of ${untouched.join(", ")} on cases begin select raise(abort, 'named'); end`,
    );
    sqlite.close();
    const moved = await store.commit(aMove(first.case, { holder: "LD" }));
    expect(moved.kind).toBe("committed");
    expect((await store.cases.byId(first.case.id))?.holder).toBe("LD");
    await store.close();
  });
});

describe("a search for a single character", () => {
  it("finds cases behind the newest two thousand, page by page", async () => {
    const store = openSqlite(aFolder());
    const commit = async (text: string) => {
      const answer = await store.commit(aDecision({ case: aCase({ text }) }));
      if (answer.kind !== "committed") throw new Error(answer.kind);
      return answer.case.id;
    };
    const old = [await commit("灯不亮"), await commit("灯坏了")];
    await Promise.all(Array.from({ length: 2100 }, async () => await commit("井盖")));
    const lately = [await commit("路灯"), await commit("灯杆")];
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: CasePage = await store.cases.list(
        { kind: "all" },
        { words: "灯" },
        { sort: "newest", after, limit: 1 },
        0,
      );
      found.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(found).toEqual([...old, ...lately].toReversed());
    await store.close();
  });
});

describe("a store that is opened again", () => {
  it("has kept everything and goes on counting case numbers where it stopped", async () => {
    const folder = aFolder();
    const first = openSqlite(folder);
    await first.drawNumber("2026-11-20");
    await first.drawNumber("2026-11-20");
    const decision = aDecision();
    await first.commit(decision);
    await first.close();
    const second = openSqlite(folder);
    expect(await second.cases.byId(decision.case.id)).toMatchObject({ number: decision.case.number });
    expect(await second.drawNumber("2026-11-20")).toBe(3);
    await second.close();
  });

  it("has written what was under way when it was closed", async () => {
    const folder = aFolder();
    const first = openSqlite(folder);
    const decision = aDecision();
    const committed = first.commit(decision);
    await first.close();
    expect((await committed).kind).toBe("committed");
    const second = openSqlite(folder);
    expect(await second.cases.byId(decision.case.id)).not.toBeNull();
    await second.close();
  });
});

describe("a backup", () => {
  it("holds what is still in the write-ahead log, while the store goes on", async () => {
    const folder = aFolder();
    const store = openSqlite(folder);
    const decision = aDecision();
    await store.commit(decision);
    const target = join(folder, "backup");
    mkdirSync(target);
    await store.backupTo(join(target, "huying.db"));
    expect((await store.commit(aDecision())).kind).toBe("committed");
    await store.close();
    // The keys of the sealed columns are kept apart from every copy, and are brought to it
    copyFileSync(join(folder, keyFileName), join(target, keyFileName));
    const copy = openSqlite(target);
    expect(await copy.cases.byId(decision.case.id)).not.toBeNull();
    expect((await copy.verify()).faults).toEqual([]);
    await copy.close();
  });
});

function aFolder(): string {
  const folder = temporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
