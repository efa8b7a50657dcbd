import { describe, expect, it } from "vitest";
import { loadPhrases } from "../../fixtures/phrases.ts";
import { loadReference } from "../../fixtures/load.ts";
import { moveNamed } from "../../server/domain/workflow.ts";
import { fitting, type Phrase } from "../../server/domain/phrases.ts";

const row = (text: string, part: Partial<Phrase> = {}): Phrase => ({
  field: "result",
  action: null,
  major: null,
  own: false,
  text,
  ...part,
});
const about = { field: "result", action: "handle", major: "02" };
const textsOf = (rows: readonly Phrase[], used = {}) => fitting(rows, about, used).map(({ text }) => text);

describe("常用语", () => {
  it("fit by field, act and class; what is for all fits always", () => {
    const rows = [
      row("all"),
      row("act", { action: "handle" }),
      row("class", { major: "02" }),
      row("other act", { action: "admit" }),
      row("other class", { major: "06" }),
      row("other field", { field: "note" }),
    ];
    expect(textsOf(rows).toSorted()).toEqual(["act", "all", "class"]);
  });

  it("stand in order: last used, then the unit's own, then the nearest to this act and class", () => {
    const rows = [
      row("all"),
      row("class", { major: "02" }),
      row("act", { action: "handle" }),
      row("own", { own: true }),
      row("old", {}),
      row("new", {}),
    ];
    expect(textsOf(rows, { old: 1, new: 2 })).toEqual(["new", "old", "own", "act", "class", "all"]);
  });

  it("of the county that ask others to act are offered where the act goes to others", () => {
    const asking = loadPhrases().rows.filter(({ text }) => text.startsWith("请"));
    const toOthers = (action: string | null) =>
      ["holder", "lead"].some((who) => moveNamed(action ?? "")?.tells.includes(who as never));
    expect(asking.filter(({ action }) => !toOthers(action))).toEqual([]);
  });

  it("of the county for a decline speak to the reporter, who reads them", () => {
    const rows = loadPhrases().rows.map((phrase) => ({ ...phrase, own: false }));
    const offered = fitting(rows, { field: "note", action: "decline", major: null }, {});
    expect(offered.length).toBeGreaterThan(0);
    for (const { text } of offered) expect(text).toMatch(/您/u);
  });

  it("of the county name classes that there are", () => {
    const majors = loadReference().taxonomy.majors.map(({ code }) => code);
    for (const { major } of loadPhrases().rows) if (major !== null) expect(majors).toContain(major);
  });
});
