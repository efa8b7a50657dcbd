/** What may never leave the county's data: codes that stand in cases. They are closed or retired, not taken away. */
import type { Reference } from "../reference.ts";

export interface LostCode {
  readonly kind: "unit" | "township" | "item" | "condition" | "calendar";
  readonly code: string;
  readonly name: string;
}

export function lostCodes(
  before: Reference,
  after: Reference,
  retired: readonly string[],
): readonly LostCode[] {
  const gone = new Set(retired);
  const conditions = ({ taxonomy }: Reference) =>
    taxonomy.items
      .filter(({ code }) => !gone.has(code))
      .flatMap((item) => item.conditions.map(({ code, fileWhen }) => ({ code, name: fileWhen })));
  return [
    ...lost("unit", before.units, after.units),
    ...lost("township", before.townships, after.townships),
    ...lost("item", before.taxonomy.items, after.taxonomy.items).filter(({ code }) => !gone.has(code)),
    ...lost("condition", conditions(before), conditions(after)),
    ...lost("calendar", before.calendars, after.calendars),
  ];
}

type Coded = { readonly code: string; readonly name: string };

function lost(
  kind: LostCode["kind"],
  before: readonly Coded[],
  after: readonly Coded[],
): readonly LostCode[] {
  const there = new Set(after.map(({ code }) => code));
  return before.filter(({ code }) => !there.has(code)).map(({ code, name }) => ({ kind, code, name }));
}
