/** A file of components judged as a whole and, when wanted, stored: the same for the command and the page. */
import { toWgs84 } from "../../geo/datum.ts";
import { systematicOffset, type SystematicOffset } from "../../geo/offset.ts";
import type { Datum } from "../../geo/point.ts";
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
  readonly stored: boolean;
}

export interface ImportOrder {
  readonly name: string;
  readonly bytes: Buffer;
  readonly datum: Datum;
  readonly dryRun: boolean;
}

export async function importComponents(
  { name, bytes, datum, dryRun }: ImportOrder,
  deps: Deps,
): Promise<ComponentImport | { readonly kind: "fault"; readonly message: string }> {
  const file = await readComponentFile(name, bytes);
  if (file.kind === "fault") return file;
  const { components, faults } = checkRows(file.rows, contextOf(name, datum, deps));
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
    stored,
  };
}

function contextOf(source: string, datum: Datum, deps: Deps): RowsContext {
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
    place: (lng, lat) => placed(lng, lat, datum, deps),
    source,
    now: clock.now(),
  };
}

/** 县市政公用服务中心（路灯管理所）is called by its whole name and by either half of it. */
function namesIn(name: string): readonly string[] {
  return [name, ...name.split(/[（）()]/u).filter((part) => part !== "")];
}

function placed(lng: number, lat: number, datum: Datum, deps: Pick<Deps, "locate">): PlacedPoint | null {
  const straight = deps.locate({ lng, lat, datum });
  if (straight.kind === "refusal") {
    const turned = deps.locate({ lng: lat, lat: lng, datum });
    if (turned.kind === "refusal" || cellOf(turned) === null) return null;
    return { lng, lat, cell: null, isSwapped: true };
  }
  const point = toWgs84({ lng, lat }, datum);
  const cell = cellOf(straight);
  if (cell !== null) return { ...rounded(point), cell, isSwapped: false };
  const turned = deps.locate({ lng: lat, lat: lng, datum });
  return { ...point, cell: null, isSwapped: turned.kind !== "refusal" && cellOf(turned) !== null };
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
