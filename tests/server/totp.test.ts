import { describe, expect, it } from "vitest";
import { codeAt, fromBase32, keyUri, newSecret, stepOf, stepOfCode, toBase32 } from "../../server/totp.ts";

const seed = Buffer.from("12345678901234567890");

describe("one-time codes", () => {
  it("are those of RFC 4226, appendix D", () => {
    const codes = Array.from({ length: 10 }, (_, counter) => codeAt(seed, counter));
    expect(codes).toEqual("755224 287082 359152 969429 338314 254676 287922 162583 399871 520489".split(" "));
  });

  it.each([
    [59, "94287082"],
    [1_111_111_109, "07081804"],
    [1_111_111_111, "14050471"],
    [1_234_567_890, "89005924"],
    [2_000_000_000, "69279037"],
    [20_000_000_000, "65353130"],
  ])("are those of RFC 6238, appendix B, at second %i", (second, code) => {
    expect(codeAt(seed, stepOf(second * 1000), 8)).toBe(code);
  });

  it("hold one step either way, and once", () => {
    const now = 1_234_567_890_000;
    const secret = toBase32(seed);
    const at = (steps: number) => codeAt(seed, stepOf(now) + steps);
    for (const steps of [-1, 0, 1]) expect(stepOfCode(secret, at(steps), now, 0)).toBe(stepOf(now) + steps);
    for (const steps of [-2, 2]) expect(stepOfCode(secret, at(steps), now, 0)).toBeNull();
    expect(stepOfCode(secret, at(0), now, stepOf(now))).toBeNull();
    expect(stepOfCode(secret, at(1), now, stepOf(now))).toBe(stepOf(now) + 1);
  });
});

describe("a secret", () => {
  it("is written as in RFC 4648, §10", () => {
    const written = ["f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => toBase32(Buffer.from(text)));
    expect(written).toEqual(["MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"]);
    expect(fromBase32("MZXW6YTBOI").toString()).toBe("foobar");
  });

  it("has 160 bits and goes into an app by its address", () => {
    const secret = newSecret();
    expect(fromBase32(secret)).toHaveLength(20);
    expect(newSecret()).not.toBe(secret);
    const uri = new URL(keyUri(secret, "admin"));
    expect([uri.protocol, uri.host, uri.searchParams.get("secret")]).toEqual(["otpauth:", "totp", secret]);
    expect(decodeURIComponent(uri.pathname)).toBe("/呼应:admin");
  });
});
