/** 重复的字段: a body that says one thing twice is refused on every route that takes JSON, whatever else is right about it. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProblemAnswer } from "../../server/domain/ruleAnswers.ts";
import { repeatedKey } from "../../server/repeatedKey.ts";
import { lightReport, openHouse } from "../support/app.ts";

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

const document = JSON.parse(readFileSync("docs/openapi.json", "utf8")) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, { requestBody }]) => requestBody !== undefined && "application/json" in requestBody.content)
    .map(([method]) => ({ method: method.toUpperCase(), path: path.replaceAll(/\{[^}]*\}/g, "x") })),
);

describe("a body with a key twice", () => {
  it("is refused by every route that takes JSON", { timeout: 120_000 }, async () => {
    const house = await openHouse();
    const roles = ["admin", "centre", "leader", "township", "lights", "gridWorker"] as const;
    const people = [house.nobody, ...(await Promise.all(roles.map(async (role) => await house.as(role))))];
    expect(operations.length).toBeGreaterThan(60);
    const open: string[] = [];
    for (const { method, path } of operations) {
      const codes = new Set<string>();
      for (const person of people) {
        const answer = await person.request(path, {
          method,
          body: '{"a":1,"a":2}',
          headers: { "Content-Type": "application/json" },
        });
        codes.add(((await answer.json()) as ProblemAnswer).code);
        if (codes.has("repeatedField")) break;
      }
      if (!codes.has("repeatedField")) open.push(`${method} ${path}: ${[...codes].join()}`);
    }
    expect(open).toEqual([]);
  });

  it("names the key in Chinese, and nothing of it is done", async () => {
    const house = await openHouse();
    const worker = await house.as("gridWorker");
    const report = JSON.stringify(lightReport());
    const before = await house.deps.store.record.size();
    const answer = await worker.request("/api/reports", {
      method: "POST",
      body: report.replace("{", '{"channel":"public",'),
      headers: { "Content-Type": "application/json" },
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: "repeatedField",
      field: "channel",
      detail: expect.stringMatching(/写了两次/),
    });
    expect(await house.deps.store.record.size()).toBe(before);
  });
});

describe("the look for keys that stand twice", () => {
  it.each([
    ['{"a":1,"a":2}', "a"],
    ['{"a":1,"\\u0061":2}', "a"],
    ['{"\\"":1,"b":{"c":[{"d":1},{"d":1,"d":1}]}}', "d"],
    ['{"a":{"b":1},"b":{"a":1},"a":0}', "a"],
    ['{"__proto__":1,"__proto__":2}', "__proto__"],
    ['{"":1,"":2}', ""],
    ['{"a":"\\\\","a":1}', "a"],
    ['[{"a":1},{"a":1}]', null],
    ['{"a":["a","a"],"b":"a"}', null],
    ['{"a":"x\\",\\"a\\":1"}', null],
    ['{"a":{"a":{"a":1}}}', null],
    ["null", null],
  ])("finds in %s: %s", (text, key) => expect(repeatedKey(text)).toBe(key));

  it("is not overcome by 30,000 lists in each other", () => {
    expect(repeatedKey(`${"[".repeat(30_000)}${"]".repeat(30_000)}`)).toBeNull();
  });

  it("finds nothing in what was written from a value, however it is spaced", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, space) => {
        expect(repeatedKey(JSON.stringify(JSON.parse(text), null, space))).toBeNull();
      }),
    );
  });

  it("finds any key that is written once more, at any depth", () => {
    const value = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
    fc.assert(
      fc.property(value, fc.nat(), fc.nat(6), (object, pick, depth) => {
        const keys = Object.keys(object);
        const key = keys[pick % keys.length] ?? "";
        const twice = JSON.stringify(object).replace(/\}$/, () => `,${JSON.stringify(key)}:0}`);
        const around = `${'[{"x":'.repeat(depth)}${twice}${"}]".repeat(depth)}`;
        expect(repeatedKey(around)).toBe(key);
      }),
    );
  });
});
