/** How papers say instants, limits and long texts. One A4 page holds so much and no more. */
import { budgetWords } from "../domain/words.ts";
import type { Budget } from "../domain/taxonomy.ts";
import { type Instant, wallClock } from "../domain/time.ts";
import { paper } from "./printWords.ts";

/** `2026年11月25日 18:00` */
export function moment(at: Instant): string {
  const [day = "", clock = ""] = wallClock(at).split(" ");
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日 ${clock}`;
}

/** `11-25 18:00`, for tables. */
export function brief(at: Instant): string {
  return wallClock(at).slice(5);
}

export function budgetText({ value, unit }: Budget): string {
  return `${value} ${budgetWords[unit]}`;
}

/** At most so many characters; what is left out is said. Line breaks become spaces. */
export function cut(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const letters = Array.from(segmenter.segment(line), ({ segment }) => segment);
  return letters.length <= most ? line : `${letters.slice(0, most).join("")}${paper.cut}`;
}

const segmenter = new Intl.Segmenter("zh");
