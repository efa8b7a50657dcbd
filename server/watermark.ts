/** 水印: the words that pages, papers and tables bear of whoever takes them out of the house. */
import type { Deps } from "./deps.ts";
import { wallClock } from "./domain/time.ts";
import type { Session } from "./session.ts";

/** @returns null where the county has switched it off. */
export function markOf(
  { account }: Pick<Session, "account">,
  { config, names, clock }: Pick<Deps, "config" | "names" | "clock">,
): string | null {
  if (!config.watermark) return null;
  const unit = names.holder(account.unit)?.name;
  return [account.name, unit, wallClock(clock.now())].filter(Boolean).join(" ");
}

/** The last line of a table: the first stays the head that programs look for. */
export function markLine(mark: string | null): readonly string[][] {
  return mark === null ? [] : [[`水印：${mark} 导出，请勿外传`]];
}
