/** Shapes of values that people and programs send; built once, checked at the door and printed into the API document. */
import * as v from "valibot";
import type { ReportedPoint } from "../geo/point.ts";
import { type FieldKind, type FieldName, fields } from "./domain/fields.ts";

/** Control characters and halves of letters can be stored by no two databases alike. */
const ordinary = /^[^\p{Surrogate}\p{Cc}]*$/u;
const ordinaryLines = /^(?:[^\p{Surrogate}\p{Cc}]|[\n\r\t])*$/u;

/** One line of text. */
export function line(max: number) {
  return v.pipe(v.string(), v.maxLength(max), v.regex(ordinary, "不含换行和控制字符的文字"));
}

/** Free text in several lines. */
export function words(max: number) {
  return v.pipe(v.string(), v.maxLength(max), v.regex(ordinaryLines, "不含控制字符的文字"));
}

/** Made by the sender: a random name of 6 to 64 letters, so that sending twice acts once. */
export const senderId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.:-]{6,64}$/, "6 到 64 个字母、数字或 _.:-"));

/** A code of reference data. */
export const code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{1,40}$/, "代码（字母和数字）"));

/** A day as it is written; whether the calendar has it is judged by whoever counts with it. */
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, "日期，如 2026-12-31"));

/** How many rows of a page. */
export const pageLimit = v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|100)$/, "1 到 100 的整数")), "50");

/** Degrees in a query, with as many digits as a phone gives. @param most as far as they go from the middle of the world. */
export function degrees(most: 90 | 180) {
  return v.pipe(
    v.string(),
    v.regex(/^-?\d{1,3}(\.\d{1,15})?$/, "度，如 118.83"),
    v.transform(Number),
    v.minValue(-most, `-${most} 到 ${most} 度`),
    v.maxValue(most, `-${most} 到 ${most} 度`),
  );
}

/** With the key behind the name, where the answer to the upload had one (domain/photoRights.ts). */
export const photoIds = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}(\.[0-9a-f]{32})?$/, "上传照片后得到的编号"))),
  v.maxLength(6),
);

/** Of a latitude beyond the pole. */
export const LATITUDE = "不大于 90；像是经度，经度和纬度可能写反了";

export const point = v.strictObject({
  lng: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90, LATITUDE)),
  accuracy: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000))),
  datum: v.optional(v.picklist(["wgs84", "cgcs2000", "gcj02", "bd09"])),
  source: v.optional(v.picklist(["satellite", "hand", "words", "import", "register"])),
});

/** An absent member instead of one that is `undefined`, as `ReportedPoint` wants it. */
export function reportedPoint(sent: v.InferOutput<typeof point>): ReportedPoint {
  return {
    lng: sent.lng,
    lat: sent.lat,
    ...(sent.accuracy === undefined ? {} : { accuracy: sent.accuracy }),
    ...(sent.datum === undefined ? {} : { datum: sent.datum }),
    ...(sent.source === undefined ? {} : { source: sent.source }),
  };
}

/** The shape of a field that moves ask for; the rules behind it are the core's. */
export function fieldSchema(name: FieldName): v.GenericSchema {
  const kind: FieldKind = fields[name];
  switch (kind.input) {
    case "words":
      return words(kind.max);
    case "reason":
    case "assistant":
    case "unit":
    case "item":
    case "condition":
    case "component":
      return code;
    case "units":
      return v.pipe(v.array(code), v.maxLength(kind.max));
    case "account":
      return line(64);
    case "point":
      return point;
    case "photos":
      return photoIds;
    case "score":
      return v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));
    case "yesNo":
      return v.boolean();
    case "evidence":
      return v.pipe(v.array(code), v.maxLength(20));
    case "parts":
      return v.pipe(
        v.array(v.strictObject({ text: words(2000), itemCode: v.optional(code) })),
        v.minLength(2),
        v.maxLength(8),
      );
    case "case":
      return v.pipe(v.string(), v.regex(/^\d{8}-\d{5,}$/, "案卷号，如 20261120-00042"));
    case "date":
      return day;
  }
}
