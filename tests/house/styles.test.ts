import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const files = readdirSync("web", { recursive: true, encoding: "utf8" }).map((file) => join("web", file));

interface Use {
  readonly file: string;
  readonly sheet: string;
  readonly names: readonly string[];
  /** Some names are put together at run time. */
  readonly isOpen: boolean;
}

/** What one source takes from each of its sheets. */
function usesOf(file: string, source: string): readonly Use[] {
  return [...source.matchAll(/import (\w+) from "([^"]+\.module\.css)"/gu)].map(
    ([, local, address = ""]) => ({
      file,
      sheet: join(dirname(file), address),
      names: [...source.matchAll(new RegExp(`\\b${local}\\["([\\w-]+)"\\]`, "gu"))].map(
        ([, name = ""]) => name,
      ),
      isOpen: new RegExp(`\\b${local}\\[(?!")`, "u").test(source),
    }),
  );
}

function classesOf(css: string): ReadonlySet<string> {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\/|:global\([^)]*\)/gu, "");
  return new Set([...bare.matchAll(/\.([a-z][\w-]*)/giu)].map(([, name = ""]) => name));
}

describe("classes of a style sheet", () => {
  const uses = files
    .filter((file) => /\.tsx?$/u.test(file))
    .flatMap((file) => usesOf(file, readFileSync(file, "utf8")));

  it("are there where a component takes them", () => {
    expect(uses.length).toBeGreaterThan(100);
    const missing = uses.flatMap(({ file, sheet, names }) => {
      const known = classesOf(readFileSync(sheet, "utf8"));
      return names.filter((name) => !known.has(name)).map((name) => `${file}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it("are all taken by somebody", () => {
    const unused = files
      .filter((file) => file.endsWith(".module.css"))
      .flatMap((sheet) => {
        const by = uses.filter((use) => use.sheet === sheet);
        const taken = new Set(by.flatMap(({ names }) => names));
        const known = by.some(({ isOpen }) => isOpen) ? [] : [...classesOf(readFileSync(sheet, "utf8"))];
        return known.filter((name) => !taken.has(name)).map((name) => `${sheet}: ${name}`);
      });
    expect(unused).toEqual([]);
  });

  it("are read from a sheet without what is the whole page's", () => {
    expect([...classesOf("/* .gone */ .a .b:hover, .c :global(.button) { top: 0.5px }")]).toEqual([
      "a",
      "b",
      "c",
    ]);
  });
});
