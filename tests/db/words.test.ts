import { describe, expect, it } from "vitest";
import { gramsAsked, gramsOf } from "../../db/words.ts";

/** As the head of words.ts has it: a character is four hex digits, the last one of a field is paired with nothing. */
const hex = (text: string) =>
  text
    .split("")
    .map((each) => each.charCodeAt(0).toString(16).padStart(4, "0"))
    .join("");

describe("tokens of words", () => {
  it("are the neighbouring pairs of each field, and its last character alone", () => {
    expect(gramsOf(["桂湾巷", null, "路"])).toBe(
      [hex("桂湾"), hex("湾巷"), `${hex("巷")}0000`, `${hex("路")}0000`].join(" "),
    );
  });

  it("are each told once and lower-cased", () => {
    expect(gramsOf(["Aa", "aA"])).toBe(`${hex("aa")} ${hex("a")}0000`);
  });

  it("hold every four neighbouring ASCII characters, and none across a character of another kind", () => {
    const fours = gramsOf(["12345号678~é abc"])
      .split(" ")
      .filter((token) => token.startsWith("q"));
    expect(fours).toEqual(["q31323334", "q32333435", "q3637387e", "q20616263"]);
  });

  it("that are asked for are those of the words, without pairs that fours say", () => {
    expect(gramsAsked("1234号")).toEqual({ all: [hex("4号"), "q31323334"], beginning: null });
    expect(gramsAsked("路灯")).toEqual({ all: [hex("路灯")], beginning: null });
    expect(gramsAsked("灯")).toEqual({ all: [], beginning: hex("灯") });
  });

  it("that are asked for lie side by side in a number, from its end, with its beginning", () => {
    const asked = gramsAsked("20261122-00019");
    expect(asked.all).toEqual(["q30303139", "q32322d30", "q32363131", "q32303236"]);
    const made = new Set(gramsOf(["在20261122-00019里"]).split(" "));
    expect(asked.all.filter((gram) => !made.has(gram))).toEqual([]);
  });
});
