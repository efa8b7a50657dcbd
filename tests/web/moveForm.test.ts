import { describe, expect, it } from "vitest";
import type { MoveOffer } from "../../server/domain/caseAnswers.ts";
import type { FieldName } from "../../server/domain/fields.ts";
import { moves } from "../../server/domain/workflow.ts";
import {
  actName,
  actsAtOnce,
  changed,
  firstMissing,
  inOrder,
  sentValues,
  startValues,
} from "../../web/state/moveForm.ts";

describe("the buttons of a case file", () => {
  it("put the act that carries the case on before those that send it back, and remarks last", () => {
    const offers = [offer("comment"), offer("return"), offer("accept"), offer("urge")];
    expect(inOrder(offers).map((row) => row.action)).toEqual(["accept", "return", "comment", "urge"]);
  });

  it("never put forward a correction of the place", () => {
    const offers = [offer("place"), offer("file"), offer("decline")];
    expect(inOrder(offers).map((row) => row.action)).toEqual(["file", "decline", "place"]);
  });

  it("act at once where nothing need be said and the reporter is not told", () => {
    const once = moves.filter((move) => actsAtOnce(offer(move.action))).map((move) => move.action);
    expect(once).toEqual(expect.arrayContaining(["accept", "urge"]));
    expect(once).not.toEqual(expect.arrayContaining(["close"]));
    expect(once).not.toEqual(expect.arrayContaining(["decline"]));
  });

  it("carry the name of the act from the words of the core", () => {
    expect(actName({ action: "accept" })).toBe("签收");
  });
});

describe("the form of an act", () => {
  it("names the first needed field that is empty", () => {
    expect(firstMissing(offer("decline"), { declineReason: "notOurs", note: "  " })).toBe("note");
    expect(firstMissing(offer("decline"), { declineReason: "notOurs", note: "已告知" })).toBeNull();
  });

  it("takes false for an answer, but no empty list of photos", () => {
    expect(firstMissing(offer("followUp"), { reached: false })).toBeNull();
    expect(sentValues(offer("handle"), { result: " 已修复 ", photosAfter: [] })).toEqual({
      result: "已修复",
    });
  });

  it("begins with the assisting units of the catalogue, and whoever is chosen to lead is none of them", () => {
    const dispatch = { ...offer("dispatch"), defaults: { unit: "LD", assistUnits: ["SW", "JJ"] } };
    const begun = startValues(dispatch);
    expect(sentValues(dispatch, begun)).toEqual({ unit: "LD", assistUnits: ["SW", "JJ"] });
    expect(changed(begun, "unit", "SW")).toEqual({ unit: "SW", assistUnits: ["JJ"] });
    expect(sentValues(dispatch, changed(begun, "assistUnits", []))).toEqual({ unit: "LD" });
  });

  it("sends only fields of the act", () => {
    expect(sentValues(offer("accept"), { note: "", unit: "X" })).toEqual({});
  });
});

function offer(action: string): MoveOffer {
  const move = moves.find((row) => row.action === action);
  const names = (list: readonly FieldName[] | undefined) => list ?? [];
  return { action, needs: names(move?.needs), may: names(move?.may), defaults: {} };
}
