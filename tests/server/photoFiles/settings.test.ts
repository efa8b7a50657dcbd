import { describe, expect, it } from "vitest";
import { isMistakes, readConfig } from "../../../server/config.ts";

const whole = {
  S3_ENDPOINT: "https://s3.example.gov.cn/",
  S3_BUCKET: "huying-photos",
  S3_KEY_ID: "AKID",
  S3_SECRET: "kept/quiet+secret",
};

describe("settings of the bucket", () => {
  it("are all empty, or whole", () => {
    expect(readConfig({})).toMatchObject({ bucket: null });
    expect(readConfig(whole)).toMatchObject({
      bucket: {
        endpoint: "https://s3.example.gov.cn",
        bucket: "huying-photos",
        region: "us-east-1",
        prefix: "photos/",
        style: "path",
      },
    });
  });

  it.each([
    ["an address with a path", { S3_ENDPOINT: "https://s3.example.gov.cn/bucket" }, "S3_ENDPOINT"],
    ["an address with an account", { S3_ENDPOINT: "https://a:b@s3.example.gov.cn" }, "S3_ENDPOINT"],
    ["no address at all", { S3_ENDPOINT: "s3.example.gov.cn" }, "S3_ENDPOINT"],
    ["a bucket without an address", { S3_ENDPOINT: "" }, "S3_BUCKET"],
    ["no bucket", { S3_BUCKET: "" }, "S3_BUCKET"],
    ["a bucket that no storage allows", { S3_BUCKET: "照片" }, "S3_BUCKET"],
    ["no key", { S3_KEY_ID: "" }, "S3_KEY_ID"],
    ["no secret", { S3_SECRET: "" }, "S3_SECRET"],
    ["a style that is none", { S3_STYLE: "virtual" }, "S3_STYLE"],
    ["a prefix without its end", { S3_PREFIX: "photos" }, "S3_PREFIX"],
    ["a prefix that leads out", { S3_PREFIX: "/photos/" }, "S3_PREFIX"],
  ])("with %s are told by name", (_name, change, named) => {
    const read = readConfig({ ...whole, ...change });
    if (!isMistakes(read)) throw new Error("Taken.");
    expect(read.sentences.join("\n")).toContain(`${named} 的值`);
  });

  it("never show the secret", () => {
    const read = readConfig(whole);
    expect(JSON.stringify(isMistakes(read) ? read : read.shown)).not.toContain(whole.S3_SECRET);
    const wrong = readConfig({ ...whole, S3_SECRET: "two words" });
    expect(JSON.stringify(wrong)).not.toContain("two words");
  });
});
