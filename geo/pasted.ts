import type { Point } from "./point.ts";

/** A pair of degrees somebody pasted into a line of text, in the order in which it stands there: first is taken for lng. */
export function pastedPoint(text: string): Point | null {
  const match = /(?<![\d.])(\d{1,3}\.\d{2,15})\s*[°]?\s*[,，、;；/\s]\s*(\d{1,3}\.\d{2,15})(?![\d.])/u.exec(
    text.normalize("NFKC"),
  );
  if (!match) return null;
  const [lng = 0, lat = 0] = match.slice(1).map(Number);
  return lng <= 180 && lat <= 180 ? { lng, lat } : null;
}
