import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badTexts } from "../support/badTexts.ts";
import { openOffice } from "../support/terminal.ts";

describe("texts that are hard to read, on the command line", () => {
  it("are each answered in a file: what is uncertain and why, never a confident guess, nothing skipped silently", async () => {
    const office = openOffice();
    const [input, out] = [join(office.folder, "in.jsonl"), join(office.folder, "out.jsonl")];
    const rows = badTexts.map(({ name, text }) => JSON.stringify({ id: name, text }));
    writeFileSync(input, rows.join("\n"));
    const said = await office.run("classify", "--in", input, "--out", out, "--explain", "--json");
    const { rows: read, unread } = JSON.parse(said.out) as { rows: number; unread: unknown[] };
    expect(read + unread.length).toBe(badTexts.length);
    const answers = readFileSync(out, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; top: { label: string }[]; abstain: string | null });
    for (const { id, top, abstain } of answers) {
      const { item } = badTexts.find(({ name }) => name === id) ?? { item: null };
      expect(abstain === null ? top[0]?.label : null, id).toBe(item);
    }
    expect(said.code).toBe(unread.length === 0 ? 0 : 1);
  });

  it("are answered one by one, and an empty one by what is missing", async () => {
    const office = openOffice();
    for (const { name, text, item } of badTexts) {
      const { code, out, err } = await office.run("classify", text);
      if (text.trim() === "") {
        expect([code, err], name).toEqual([2, expect.stringContaining("请给出要读的文字")]);
        continue;
      }
      expect(code, name).toBe(item === null ? 1 : 0);
      if (item === null) expect(out, name).toContain("需要人工判断");
    }
  });
});
