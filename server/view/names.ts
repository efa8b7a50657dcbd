/** Codes → the names people know: units, townships, cells, items. */
import type { Named } from "../domain/named.ts";
import type { Reference } from "../domain/reference.ts";

/** Each answers null for null; an unknown code is shown as itself, so that a gap in the data is seen. */
export interface Names {
  item(code: string | null): Named | null;
  cell(code: string | null): Named | null;
  township(code: string | null): Named | null;
  /** A unit, a township or a cell: whoever can hold a case. */
  holder(code: string | null): Named | null;
  /** True for a code that is a unit of the county or a township. */
  isUnit(code: string): boolean;
  isCell(code: string): boolean;
  /** The name of whatever has this code: unit, township, item, condition, cell; the code itself where it is unknown. */
  readonly any: (code: string) => string;
}

/**
 * @param reference asked anew each time: the county may rename what it has.
 * @param cellNames likewise: another version of the grid may come into force.
 */
export function createNames(reference: () => Reference, cellNames: () => ReadonlyMap<string, string>): Names {
  const kept = new WeakMap<Reference, Names>();
  const now = (): Names => {
    const asked = reference();
    const known = kept.get(asked) ?? namesOf(asked, cellNames);
    kept.set(asked, known);
    return known;
  };
  return {
    item: (code) => now().item(code),
    cell: (code) => now().cell(code),
    township: (code) => now().township(code),
    holder: (code) => now().holder(code),
    isUnit: (code) => now().isUnit(code),
    isCell: (code) => now().isCell(code),
    any: (code) => now().any(code),
  };
}

function namesOf(reference: Reference, cellNames: () => ReadonlyMap<string, string>): Names {
  const townshipNames = new Map(reference.townships.map((township) => [township.code, township.name]));
  const { items, majors } = reference.taxonomy;
  const conditionNames = new Map(
    items.flatMap((item) => item.conditions.map(({ code, fileWhen }) => [code, fileWhen])),
  );
  const classNames = new Map(
    majors.flatMap((major) => [major, ...major.minors]).map(({ code, name }) => [code, name]),
  );
  const unitName = (code: string) => townshipNames.get(code) ?? reference.unitsByCode.get(code)?.name;
  const named = (code: string | null, name: (code: string) => string | undefined): Named | null =>
    code === null ? null : { code, name: name(code) ?? code };
  return {
    item: (code) => named(code, (known) => reference.taxonomy.lookUp(known)?.name),
    cell: (code) => named(code, (known) => cellNames().get(known)),
    township: (code) => named(code, (known) => townshipNames.get(known)),
    holder: (code) => named(code, (known) => unitName(known) ?? cellNames().get(known)),
    isUnit: (code) => unitName(code) !== undefined,
    isCell: (code) => cellNames().has(code),
    any: (code) =>
      unitName(code) ??
      cellNames().get(code) ??
      conditionNames.get(code) ??
      classNames.get(code) ??
      reference.taxonomy.lookUp(code)?.name ??
      code,
  };
}
