/** Where a frozen limit comes from, in words: the county's policy, or the line of the item it was written for. */
import type { PolicyCode, Reference } from "../domain/reference.ts";

/** @param code `check`, or `020101-1:handle` for a limit of a filing condition or item. */
export function limitSource(
  code: string,
  { policyTexts, taxonomy }: Reference,
): { readonly name: string; readonly basis: string } {
  const [source = "", kind] = code.split(":");
  const general = policyTexts.get((kind ?? source) as PolicyCode);
  if (kind === undefined) return { name: general?.name ?? code, basis: general?.basis ?? "" };
  const item = taxonomy.lookUp(source.split("-")[0] ?? "");
  const condition = item?.conditions.find((row) => row.code === source);
  return { name: general?.name ?? kind, basis: [item?.name, condition?.fileWhen].filter(Boolean).join("：") };
}
