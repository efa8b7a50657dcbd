import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const files = readdirSync("docs/decisions").filter(
  (file) => /^\d{4}-/.test(file) && file !== "0000-template.md",
);

describe("the decision records", () => {
  it("have a number each", () => {
    const numbers = files.map((file) => file.slice(0, 4));
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  });

  it("say their own number first", () => {
    const titles = files.map((file) => [file, readFileSync(`docs/decisions/${file}`, "utf8").split("\n")[0]]);
    expect(titles.filter(([file, title]) => !title?.startsWith(`# ${file?.slice(0, 4)} `))).toEqual([]);
  });
});
