import * as fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readTaken } from "../../../server/domain/closing/exif.ts";
import {
  photoMarks,
  type OtherUse,
  type PhotoAround,
  type PictureFacts,
} from "../../../server/domain/closing/photoMarks.ts";
import {
  bandsOf,
  bitsApart,
  PRINT_HEIGHT,
  PRINT_WIDTH,
  pictureHash,
} from "../../../server/domain/closing/pictureHash.ts";
import { wallClock } from "../../../server/domain/time.ts";
import { jpegWith } from "../../support/jpeg.ts";
import { smallReference } from "../../support/reference.ts";

describe("what the camera wrote into a photo", () => {
  it.each([true, false])("is its time as Chinese wall clock and its place (little endian: %s)", (little) => {
    const taken = readTaken(jpegWith({ at: "2026:11:20 09:30:05", lng: 118.8312, lat: 35.5814, little }));
    expect(wallClock(taken.at ?? 0)).toBe("2026-11-20 09:30");
    expect(taken.lng).toBeCloseTo(118.8312, 5);
    expect(taken.lat).toBeCloseTo(35.5814, 5);
  });

  it("may be south and west, or nothing at all", () => {
    expect(readTaken(jpegWith({ lng: -58.38, lat: -34.6 }))).toMatchObject({
      at: null,
      lng: expect.closeTo(-58.38, 4),
    });
    expect(readTaken(jpegWith({}))).toEqual({ at: null, lng: null, lat: null });
    // A camera without a fix writes zeros
    expect(readTaken(jpegWith({ lng: 0, lat: 0 })).lng).toBeNull();
    expect(readTaken(jpegWith({ at: "0000:00:00 00:00:00" })).at).toBeNull();
  });

  it("is not told by a file that is broken anywhere, and never breaks the reader", () => {
    const whole = jpegWith({ at: "2026:11:20 09:30:05", lng: 118.8, lat: 35.5 });
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (cut, at, byte) => {
        readTaken(whole.slice(0, cut));
        readTaken(whole.with(at, byte));
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => void readTaken(bytes)));
  });
});

async function printOf(picture: Buffer): Promise<string | null> {
  const small = sharp(picture).resize(PRINT_WIDTH, PRINT_HEIGHT, { fit: "fill" }).greyscale();
  return pictureHash(await small.raw().toBuffer());
}

/** A scene of discs on a sloping ground. */
function scene(seed: number): Promise<Buffer> {
  const discs = Array.from({ length: 9 }, (_, at) => {
    const spread = (factor: number) => ((seed * 7919 + at * factor) % 97) / 97;
    const grey = Math.round(spread(311) * 255);
    return `<circle cx="${spread(131) * 640}" cy="${spread(227) * 480}" r="${30 + spread(173) * 90}" fill="rgb(${grey},${grey},${grey})"/>`;
  });
  const ground = `<defs><linearGradient id="g"><stop offset="0" stop-color="#334"/><stop offset="1" stop-color="#ccd"/></linearGradient></defs>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${ground}<rect width="640" height="480" fill="url(#g)"/>${discs.join("")}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

describe("the print of a picture", () => {
  it("stays the same when it is made smaller, saved worse or a little brighter", async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const picture = await scene(seed);
      const first = (await printOf(picture)) ?? "";
      const again = [
        await sharp(picture).resize(320).jpeg({ quality: 40 }).toBuffer(),
        await sharp(picture).modulate({ brightness: 1.1 }).jpeg({ quality: 80 }).toBuffer(),
      ];
      for (const copy of again) expect(bitsApart(first, (await printOf(copy)) ?? "")).toBeLessThanOrEqual(3);
    }
  });

  it("tells different scenes apart", async () => {
    const prints = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (seed) => (await printOf(await scene(seed))) ?? ""),
    );
    for (const [at, one] of prints.entries())
      for (const other of prints.slice(at + 1)) expect(bitsApart(one, other)).toBeGreaterThan(3);
  });

  it("is none for a picture with nothing in it", async () => {
    const blank = await sharp({ create: { width: 90, height: 80, channels: 3, background: "#777" } })
      .png()
      .toBuffer();
    expect(await printOf(blank)).toBeNull();
    expect(() => pictureHash(new Uint8Array(3))).toThrow("expected 72");
  });

  it("is found by one of its four pieces whenever at most three bits differ", () => {
    const print = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(
      fc.property(print, fc.uniqueArray(fc.nat(63), { maxLength: 3 }), (bits, flips) => {
        const hex = (value: bigint) => value.toString(16).padStart(16, "0");
        const other = flips.reduce((value, at) => value ^ (1n << BigInt(at)), bits);
        expect(bitsApart(hex(bits), hex(other))).toBe(flips.length);
        const [a, b] = [bandsOf(hex(bits)), bandsOf(hex(other))];
        expect(a.some((piece, at) => piece === b[at])).toBe(true);
      }),
    );
  });
});

describe("what is odd about a closing photo", () => {
  const rules = smallReference.closing;
  const photo = { id: "p1", print: "0f0f0f0f0f0f0f0f", takenAt: 2000, lng: 118.83, lat: 35.58 };
  const around: PhotoAround = { caseId: "a", reportedAt: 1000, metres: 20, uses: [] };
  const use = (parts: Partial<OtherUse>): OtherUse => ({
    photoId: "p2",
    print: "0f0f0f0f0f0f0f0e",
    caseId: "b",
    number: "20261120-00002",
    before: false,
    ...parts,
  });
  const kinds = (change: Partial<PhotoAround>, picture: PictureFacts = photo) =>
    photoMarks(picture, { ...around, ...change }, rules).map(({ kind }) => kind);

  it("is its place, its time, or that it was shown before", () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ metres: 151 })).toEqual(["far"]);
    expect(kinds({ reportedAt: 2001 })).toEqual(["early"]);
    expect(kinds({ uses: [use({})] })).toEqual(["reused"]);
    expect(kinds({ uses: [use({ photoId: "p1", print: null })] })).toEqual(["reused"]);
    expect(kinds({ uses: [use({ caseId: "a", before: true })] })).toEqual(["reused"]);
  });

  it("is nothing where nothing is known, and not its own use in this case", () => {
    expect(kinds({ metres: null }, { ...photo, takenAt: null, print: null })).toEqual([]);
    expect(kinds({ uses: [use({ caseId: "a" })] })).toEqual([]);
    expect(kinds({ uses: [use({ print: "f0f0f0f0f0f0f0f0" })] })).toEqual([]);
  });
});
