import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Lines of a component that show Chinese text of their own; comments may name the Chinese term. */
function strayWords(source: string): readonly string[] {
  const bare = source.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
  return bare.split("\n").filter((line) => /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(line));
}

describe("interface text of the web", () => {
  it("stands in words.ts and in no component", () => {
    const components = readdirSync("web", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx"))
      .map((file) => `web/${file}`);
    expect(components.length).toBeGreaterThan(20);
    const stray = components.flatMap((file) =>
      strayWords(readFileSync(file, "utf8")).map((line) => `${file}: ${line.trim()}`),
    );
    expect(stray).toEqual([]);
  });

  it("is found where somebody plants it in a component", () => {
    expect(strayWords(`<button type="button">提交</button>`)).toHaveLength(1);
    expect(strayWords(`const label = "案卷";\n// 案卷 is a case file\n/** 催办 */`)).toHaveLength(1);
  });

  it("is found even where only the punctuation is Chinese", () => {
    expect(strayWords(`{count}，`)).toHaveLength(1);
  });
});
