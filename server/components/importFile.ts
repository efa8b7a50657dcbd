/** A file of components judged as a whole and, when wanted, stored: the same for the command and the page. */
import { toWgs84 } from "../../geo/datum.ts";
import { systematicOffset, type SystematicOffset } from "../../geo/offset.ts";
import type { Datum, Point } from "../../geo/point.ts";
import type { Deps } from "../deps.ts";
import {
  checkRows,
  type ComponentFault,
  type PlacedPoint,
  type RowsContext,
} from "../domain/component/checkRows.ts";
import type { Component } from "../domain/component/component.ts";
import { cellOf } from "../domain/report.ts";
import { readComponentFile } from "./file.ts";
import { type ComponentOffer, offersFor, type Reading } from "./offers.ts";

export interface ComponentImport {
  readonly kind: "import";
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly faults: readonly ComponentFault[];
  /** Columns that were not used. */
  readonly unused: readonly string[];
  /** Known components all lie off by this: the stated datum is probably wrong, and nothing is stored. */
  readonly offset: SystematicOffset | null;
  /** Other ways to read the file that bring rows into the county, to accept with one tap. */
  readonly offers: readonly ComponentOffer[];
  /** Rows that were read with latitude and longitude exchanged. */
  readonly turned: number;
  readonly stored: boolean;
}

export interface ImportOrder {
  readonly name: string;
  readonly bytes: Buffer;
  readonly datum: Datum;
  /** Rows that look exchanged are read the other way round. */
  readonly swap: boolean;
  readonly dryRun: boolean;
}

export async function importComponents(
  { name, bytes, datum, swap, dryRun }: ImportOrder,
  deps: Deps,
): Promise<ComponentImport | { readonly kind: "fault"; readonly message: string }> {
  const file = await readComponentFile(name, bytes);
  if (file.kind === "fault") return file;
  const readAs = (reading: Reading) => checkRows(file.rows, contextOf(name, reading, deps));
  const checked = readAs({ datum, swap });
  const { components, faults } = checked;
  const known = await deps.store.components.byCodes(components.map(({ code }) => code));
  const knownByCode = new Map(known.map((row) => [row.code, row]));
  const offset = systematicOffset(pairsOf(components, knownByCode)) ?? null;
  const news = components.filter(({ code }) => !knownByCode.has(code));
  const changed = components.filter((row) => differs(row, knownByCode.get(row.code)));
  const stored = !dryRun && offset === null;
  if (stored) await deps.store.components.put([...news, ...changed]);
  return {
    kind: "import",
    rows: file.rows.length,
    added: news.length,
    changed: changed.length,
    same: components.length - news.length - changed.length,
    faults,
    unused: file.unused,
    offset,
    offers: offersFor(checked, { datum, swap }, readAs),
    turned: swap ? checked.swapped : 0,
    stored,
  };
}

function contextOf(source: string, reading: Reading, deps: Deps): RowsContext {
  const { reference, clock } = deps;
  const codeByName = new Map(
    reference.units.flatMap(({ code, name, shortName, aliases }) =>
      [...namesIn(name), code, shortName, ...aliases].map((called) => [called, code] as const),
    ),
  );
  return {
    book: reference.components,
    county: reference.townships[0]?.code.slice(0, 6) ?? "",
    unitCalled: (name) => codeByName.get(name) ?? null,
    place: (lng, lat) => placed({ lng, lat }, reading, deps),
    source,
    now: clock.now(),
  };
}

/** 县市政公用服务中心（路灯管理所）is called by its whole name and by either half of it. */
function namesIn(name: string): readonly string[] {
  return [name, ...name.split(/[（）()]/u).filter((part) => part !== "")];
}

function placed(
  given: Point,
  { datum, swap }: Reading,
  { locate }: Pick<Deps, "locate">,
): PlacedPoint | null {
  const at = (point: Point) => {
    const placement = locate({ ...point, datum });
    return placement.kind === "refusal"
      ? null
      : { ...rounded(toWgs84(point, datum)), cell: cellOf(placement) };
  };
  const straight = at(given);
  if (straight !== null && straight.cell !== null) return { ...straight, isSwapped: false };
  const turned = at({ lng: given.lat, lat: given.lng });
  const isSwapped = turned !== null && turned.cell !== null;
  if (isSwapped && swap) return { ...turned, isSwapped };
  return straight === null && !isSwapped ? null : { ...given, ...straight, cell: null, isSwapped };
}

/** To a centimetre, as coordinates are kept. */
function rounded({ lng, lat }: { readonly lng: number; readonly lat: number }) {
  return { lng: Math.round(lng * 1e7) / 1e7, lat: Math.round(lat * 1e7) / 1e7 };
}

function pairsOf(components: readonly Component[], known: ReadonlyMap<string, Component>) {
  return components.flatMap((given) => {
    const before = known.get(given.code);
    return before === undefined ? [] : [{ given, known: before }];
  });
}

function differs(row: Component, known: Component | undefined): boolean {
  if (known === undefined) return false;
  const keys = ["name", "owner", "unit", "lng", "lat", "state", "cellCode"] as const;
  return keys.some((key) => row[key] !== known[key]);
}
