import { describe, expect, it } from "vitest";
import { type Face, faces, nextFace, readWall, staleMinutes } from "../../web/state/wall.ts";

describe("the wall in the address", () => {
  it("is off without a word, and asks again every minute", () => {
    expect(readWall({})).toEqual({ isOn: false, rotate: null, refresh: 60, faults: [] });
  });

  it("turns its faces only where both is asked", () => {
    expect(readWall({ wall: "1", rotate: "45" })).toMatchObject({ isOn: true, rotate: 45 });
    expect(readWall({ wall: "1" }).rotate).toBeNull();
    expect(readWall({ rotate: "45" }).rotate).toBeNull();
  });

  it.each(["9", "3601", "abc", "-30", "30.5", ""])(
    "says that %j is no number of seconds, and goes on",
    (got) => {
      const { rotate, faults } = readWall({ wall: "1", rotate: got, refresh: "10" });
      expect(rotate).toBe(30);
      expect(faults).toEqual([{ name: "rotate", got, used: 30 }]);
    },
  );

  it("shows every face once before the first comes back", () => {
    const shown: Face[] = ["whole"];
    for (let n = 0; n < faces.length; n += 1) shown.push(nextFace(shown.at(-1) ?? "whole"));
    expect(shown.slice(0, -1)).toEqual(faces);
    expect(shown.at(-1)).toBe("whole");
  });

  it("calls figures old after more than three minutes", () => {
    expect(staleMinutes({ now: 0 }, 3 * 60_000)).toBeNull();
    expect(staleMinutes({ now: 0 }, 3 * 60_000 + 1)).toBe(3);
    expect(staleMinutes({ now: 0 }, 12.5 * 60_000)).toBe(12);
  });
});
