import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { MOST_CORNERS } from "../../../geo/check/check.ts";
import { readUpload } from "../../../server/grid/readUpload.ts";

/** One cell with so many corners. */
const fileOf = (corners: number) =>
  Buffer.from(
    `{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[${"[1,1],".repeat(corners - 1)}[1,1]]]}}`,
  );

describe("a file with more corners than can be judged", () => {
  it("is not read at all, so that nobody waits while it is handed on", () => {
    const corners = MOST_CORNERS + 1;
    expect(readUpload(fileOf(corners), {})).toEqual({
      kind: "unreadable",
      code: "tooDetailed",
      value: `${corners}`,
    });
    expect(readUpload(fileOf(9), {}).kind).toBe("read");
  });
});
