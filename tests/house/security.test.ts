import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/security.md", "utf8");
const rows = page.split("\n").filter((line) => /^\| \d+ \|/.test(line));

describe("the page about security", () => {
  it("names only tests that exist", () => {
    const named = [...page.matchAll(/`(tests\/[\w/.-]+\.ts)/g)].map(([, path]) => path ?? "");
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("tells of every threat with its test, or with the reason why there is none", () => {
    expect(rows.map((row) => Number(row.split("|")[1]))).toEqual(
      Array.from({ length: 34 }, (_, at) => at + 1),
    );
    expect(rows.filter((row) => !/`tests\/|reason/.test(row))).toEqual([]);
  });
});
