import { describe, expect, it } from "vitest";
import { rankPrecedents, type ToldPrecedent } from "../../../server/domain/linking/rankPrecedents.ts";

const ruling = (caseId: string, parts: Partial<ToldPrecedent>): ToldPrecedent => ({
  caseId,
  at: 0,
  itemCode: null,
  townshipCode: null,
  cellCode: null,
  unit: "LD",
  against: "SW",
  basisItem: "020101",
  level: 1,
  text: "无关的事",
  ...parts,
});

const asked = {
  itemCode: "020101",
  townshipCode: "371122001",
  units: ["LD"],
  text: "景区栈道的路灯一直不亮",
};

describe("earlier rulings beside a decision", () => {
  it("put the same matter first, and of those the same township", () => {
    const rows = [
      ruling("words", { text: "景区栈道路灯不亮，互相推" }),
      ruling("elsewhere", { itemCode: "020101", townshipCode: "371122102" }),
      ruling("here", { itemCode: "020101", townshipCode: "371122001" }),
    ];
    const ranked = rankPrecedents(rows, asked, 5);
    expect(ranked.map((row) => row.precedent.caseId)).toEqual(["here", "elsewhere", "words"]);
    expect(ranked[0]?.grounds).toEqual(["item", "township"]);
    expect(ranked[2]?.grounds).toEqual(["text"]);
  });

  it("leave out what has only the township or one of the units in common", () => {
    const rows = [ruling("place", { townshipCode: "371122001" }), ruling("unit", {})];
    expect(rankPrecedents(rows, asked, 5)).toEqual([]);
  });

  it("show a quarrel of the same two units about another matter", () => {
    const ranked = rankPrecedents([ruling("same", {})], { ...asked, units: ["SW", "LD"] }, 5);
    expect(ranked.map((row) => row.grounds)).toEqual([["units"]]);
  });

  it("keep the later of equals first, and no more than asked for", () => {
    const rows = ["later", "earlier", "oldest"].map((id) => ruling(id, { itemCode: "020101" }));
    const ranked = rankPrecedents(rows, asked, 2);
    expect(ranked.map((row) => row.precedent.caseId)).toEqual(["later", "earlier"]);
  });
});
