import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfig, settings } from "../../server/config.ts";
import { createIds } from "../../server/ids.ts";
import { createLive } from "../../server/live.ts";
import { factsOfError } from "../../server/log.ts";
import { createRate } from "../../server/rate.ts";
import { sentenceOf } from "../../server/refusalSentence.ts";
import { aCase } from "../../fixtures/build.ts";

describe("what is logged of an error", () => {
  it("names a failed statement, but not the values that stood in it", () => {
    const error = new Error("Failed query: insert into reporters\nparams: 李四,13800005678\n二楼,x");
    const facts = factsOfError(error);
    expect(facts.error).toBe("Error: Failed query: insert into reporters");
    expect(facts.stack).toMatch(/^at .*parts\.test/);
    for (const secret of ["李四", "13800005678", "二楼"]) expect(JSON.stringify(facts)).not.toContain(secret);
  });
});

describe("the settings", () => {
  it("need nothing to be set", () => {
    expect(readConfig({})).toMatchObject({ port: 8787, host: "127.0.0.1", dataDir: "./data", demo: true });
  });

  it("tell every mistake at once, with the value", () => {
    const reading = readConfig({ PORT: "80a", DATABASE_URL: "mysql://x", DEMO: "yes" });
    expect(reading).toMatchObject({ kind: "mistakes" });
    const text = JSON.stringify(reading);
    for (const part of ["80a", "mysql://x", "yes", "PORT", "DATABASE_URL", "DEMO"])
      expect(text).toContain(part);
  });

  it("of the identity provider are checked together, and a secret is not printed", () => {
    const text = JSON.stringify(
      readConfig({
        OIDC_ISSUER: "http://sso.example",
        OIDC_FACTOR: "none",
        OIDC_CLAIM: "a b",
        PUBLIC_URL: "x",
      }),
    );
    for (const part of ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_FACTOR", "OIDC_CLAIM", "PUBLIC_URL"])
      expect(text).toContain(`${part} 的值`);
    const alone = JSON.stringify(readConfig({ OIDC_CLIENT_SECRET: "very-secret" }));
    expect(alone).toContain("OIDC_CLIENT_SECRET");
    expect(alone).not.toContain("very-secret");
    expect(
      readConfig({
        OIDC_ISSUER: "https://sso.example",
        OIDC_CLIENT_ID: "h",
        PUBLIC_URL: "https://h.example/",
      }),
    ).toMatchObject({ oidc: { publicUrl: "https://h.example", claim: "preferred_username", factor: "own" } });
  });

  it.each(["README.md", "README.zh.md"])("all stand in %s with their presets", (file) => {
    const text = readFileSync(file, "utf8");
    for (const { name, preset } of settings)
      expect(text).toMatch(new RegExp(`\\| \`${name}\` \\| ${preset === "" ? "" : `\`${preset}\``}`));
  });
});

describe("case ids", () => {
  it("rise letter by letter, also within a millisecond and when the clock jumps back", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 2 ** 44 }), { minLength: 2, maxLength: 50 }),
        (instants) => {
          let step = 0;
          const ids = createIds(() => instants[step++ % instants.length] ?? 0);
          const made = instants.map(() => ids.caseId());
          expect([...made].sort((a, b) => (a < b ? -1 : 1))).toEqual(made);
          expect(new Set(made).size).toBe(made.length);
        },
      ),
    );
  });

  it("stay in order past the serials of one millisecond", () => {
    const ids = createIds(() => 1);
    const made = Array.from({ length: 32 ** 3 + 5 }, () => ids.caseId().slice(0, 12));
    expect(made.every((id, index) => index === 0 || (made[index - 1] ?? "") < id)).toBe(true);
  });

  it("of rows rise likewise, so that the newest notices are found first", () => {
    const ids = createIds(() => 1_700_000_000_000);
    const made = Array.from({ length: 100 }, () => ids.row());
    expect(made).toEqual(made.toSorted((a, b) => (a < b ? -1 : 1)));
  });
});

describe("live pages", () => {
  it("hear of cases in their scope, and once more when one leaves it", () => {
    const live = createLive();
    const heard: unknown[] = [];
    const stop = live.listen({ kind: "unit", unit: "LD", account: "lights-1" }, (message) =>
      heard.push(message),
    );
    const mine = aCase({ leadUnit: "LD" });
    const gone = { ...mine, leadUnit: null, version: 2 };
    live.announce(aCase({ leadUnit: "SW" }), null);
    live.announce(mine, null);
    live.announce(gone, mine);
    live.announce({ ...gone, version: 3 }, gone);
    stop();
    live.announce(mine, null);
    expect(heard).toMatchObject([
      { id: mine.id, gone: false },
      { id: mine.id, version: 2, gone: true },
    ]);
  });

  it("are let go when whoever listened has gone", async () => {
    const live = createLive();
    const gone = new AbortController();
    const pause = live.pause(1_000_000, gone.signal);
    gone.abort();
    await pause;
    await live.pause(1_000_000, gone.signal);
    expect(live.isClosed()).toBe(false);
  });

  it("are told what they missed while their line was broken, and only what is theirs", () => {
    const live = createLive("run");
    const unit = (code: string) => ({ kind: "unit", unit: code, account: "a" }) as const;
    const mine = aCase({ leadUnit: "LD" });
    live.announce(mine, null);
    const mark = live.mark();
    live.announce({ ...mine, version: 2 }, mine);
    live.announce(aCase({ leadUnit: "SW" }), null);
    live.announce({ ...mine, version: 3 }, mine);
    const missed = live.missed(unit("LD"), mark);
    expect(missed?.map(({ message }) => message.version)).toEqual([2, 3]);
    // Told up to the first of them, the second is left
    expect(live.missed(unit("LD"), missed?.[0]?.mark ?? "")?.map(({ message }) => message.version)).toEqual([
      3,
    ]);
    expect(live.missed(unit("LD"), live.mark())).toEqual([]);
  });

  it("tell nobody by their marks how much happened that is not theirs", () => {
    const live = createLive("run");
    const lights = { kind: "unit", unit: "LD", account: "a" } as const;
    const mark = live.mark();
    const quiet = [live.mark(), live.mark()];
    live.announce(aCase({ leadUnit: "SW" }), null);
    const marks = [mark, ...quiet, live.mark()];
    // None is like another, so that equal ones tell nothing either, and all say the same
    expect(new Set(marks).size).toBe(marks.length);
    expect(new Set(marks.map(({ length }) => length)).size).toBe(1);
    expect(marks.map((each) => live.missed(lights, each))).toEqual([[], [], [], []]);
    const bent = `${mark.slice(0, 20)}${mark[20] === "A" ? "B" : "A"}${mark.slice(21)}`;
    const other = createLive("run").mark();
    for (const forged of [bent, other, "run-0", "run-1"]) expect(live.missed(lights, forged)).toBeNull();
    expect(mark.length).toBeLessThanOrEqual(60);
  });

  it.each(["other-1", "run-99", "run-x", "nothing", "", "run--1"])(
    "are told that everything may have changed where %s is not known",
    (mark) => {
      const live = createLive("run");
      live.announce(aCase({}), null);
      expect(live.missed({ kind: "all" }, mark)).toBeNull();
    },
  );

  it("are told so as well when more happened than is kept", () => {
    const live = createLive("run");
    const before = live.mark();
    live.announce(aCase({}), null);
    const [kept, mark] = [2000, live.mark()];
    for (let count = 0; count < kept; count++) live.announce(aCase({}), null);
    expect(live.missed({ kind: "all" }, mark)).toHaveLength(kept);
    expect(live.missed({ kind: "all" }, before)).toBeNull();
  });

  it("are let go when the house closes", async () => {
    const live = createLive();
    const pause = live.pause(1_000_000);
    live.close();
    await pause;
    expect(live.isClosed()).toBe(true);
  });
});

describe("a limit on how often", () => {
  it("counts each address by itself and forgets", () => {
    let now = 0;
    const rate = createRate(2, 1000, () => now);
    expect([rate.allow("a"), rate.allow("a"), rate.allow("a"), rate.allow("b")]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    now = 1001;
    expect(rate.allow("a")).toBe(true);
  });
});

describe("the sentence of a refusal", () => {
  it("names states and fields as people know them", () => {
    const refused = {
      kind: "refusal",
      code: "wrongState",
      given: "filed",
      expected: "dispatched,accepted",
    } as const;
    expect(sentenceOf(refused)).toBe("案卷现在是“待派遣”，只有在“待签收、处置中”时才能这样做。");
    expect(sentenceOf({ kind: "refusal", code: "missing", field: "returnReason" })).toBe(
      "请填写“退单理由”。",
    );
  });
});
