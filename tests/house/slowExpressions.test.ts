/** 慢正则: no regular expression of the source can take time that doubles with each letter it is given. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAst } from "vite";
import { isExponential } from "./regex/ambiguous.ts";

describe("the judge of expressions", () => {
  it.each([
    ["(a+)+$"],
    ["^(a|a)*$"],
    ["(a?b?)*c"],
    ["(\\w+\\s?)*!"],
    ["^(([a-z])+.)+[A-Z]([a-z])+$"],
    ["(.*)*x"],
    ["(路|路灯|灯)*不"],
    ["(?:a|[ab]){2,}$"],
    ["(?=(x+x+)+y)"],
    ["([\\d号]|号)+楼"],
  ])("sees that %s is slow", (source) => {
    expect(isExponential(source)).toBe(true);
  });

  it.each([
    ["^\\d+$"],
    ["(ab)*"],
    ["(a|b)*c"],
    ["^[a-z]+(-[a-z]+)*$"],
    ["(\\d{1,3},)*\\d+"],
    ["\\s+$"],
    ["^(?:[零一二三]+|\\d{1,2})[日号]?$"],
    ["(,(a|bc))*"],
    ["\\bx{2,5}(y|z)?\\b"],
  ])("lets %s pass", (source) => {
    expect(isExponential(source)).toBe(false);
  });
});

describe("every expression of the program", () => {
  const files = ["server", "web", "db", "geo", "fixtures"].flatMap(sourcesUnder);

  it("that stands in the source matches in bounded time", () => {
    const found = files.flatMap((file) => literalsOf(file).map((one) => ({ file, ...one })));
    expect(found.length).toBeGreaterThan(200);
    expect(found.filter(({ source, flags }) => isExponential(source, flags))).toEqual([]);
  });

  it("that is put together when the program starts does, too", async () => {
    const makers = files.filter((file) => /\bRegExp\(/.test(readFileSync(file, "utf8")));
    const made = await madeBy(makers);
    expect(made.length).toBeGreaterThanOrEqual(makers.length);
    expect(made.filter(({ source, flags }) => isExponential(source, flags))).toEqual([]);
  });
});

interface Expression {
  readonly source: string;
  readonly flags: string;
}

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => join(folder, name));
}

/** Found by a parser, so that a division or a comment is never taken for one. */
function literalsOf(file: string): readonly Expression[] {
  const found: Expression[] = [];
  const tree: unknown = parseAst(readFileSync(file, "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" });
  walk(tree);
  return found;

  function walk(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    if ("regex" in node) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ source: pattern, flags });
    }
    for (const child of Object.values(node)) walk(child);
  }
}

/** What the modules give the constructor while they are loaded. */
async function madeBy(files: readonly string[]): Promise<readonly Expression[]> {
  const made: Expression[] = [];
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct(target, [source, flags = ""]: [string, string?]) {
      made.push({ source, flags });
      return new target(source, flags);
    },
  });
  try {
    for (const file of files) await import(join("../..", file));
  } finally {
    globalThis.RegExp = real;
  }
  return made;
}
