/** Bytes of a file that somebody exported somewhere → text. Chinese systems export GB18030 as often as UTF-8. */

export type Encoding = "UTF-8" | "GB18030" | "UTF-16LE";

export type Decoded =
  | { readonly kind: "text"; readonly text: string; readonly encoding: Encoding }
  /** Not text at all: what it looks like. */
  | { readonly kind: "notText"; readonly looksLike: "workbook" | "oldWorkbook" | "binary" };

/** .xlsx is a zip, .xls an OLE file. */
const WORKBOOK = [0x50, 0x4b, 0x03, 0x04];
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];

/** A byte order mark is never part of the text. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (beginsWith(bytes, WORKBOOK)) return { kind: "notText", looksLike: "workbook" };
  if (beginsWith(bytes, OLD_WORKBOOK)) return { kind: "notText", looksLike: "oldWorkbook" };
  if (beginsWith(bytes, [0xff, 0xfe])) return textOf(bytes, "UTF-16LE");
  if (bytes.subarray(0, 4096).includes(0)) return { kind: "notText", looksLike: "binary" };
  // GB18030 text is almost never well-formed UTF-8, while the reverse is common: so UTF-8 is tried first.
  return isUtf8(bytes) ? textOf(bytes, "UTF-8") : textOf(bytes, "GB18030");
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function textOf(bytes: Uint8Array, encoding: Encoding): Decoded {
  return { kind: "text", text: new TextDecoder(encoding).decode(bytes), encoding };
}
