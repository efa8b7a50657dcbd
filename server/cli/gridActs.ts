/** What `huying grid` does with the versions in the database: import, list, compare, re-assign. */
import { buildGrid } from "../../geo/grid.ts";
import { ownersIn } from "../../geo/reassign.ts";
import { changeTo, type GridChange } from "../../geo/versions.ts";
import type { Store } from "../../db/store.ts";
import { exitCode, type Terminal } from "../command.ts";
import type { Deps } from "../deps.ts";
import type { CheckedGrid } from "../../geo/check/check.ts";
import type { Columns } from "../../geo/check/drawing.ts";
import type { Datum } from "../../geo/point.ts";
import type { GridLayer, GridVersion } from "../domain/gridVersion.ts";
import { gridFaultSentence } from "../domain/gridWords.ts";
import { sentenceOf } from "../refusalSentence.ts";
import { publishGrid } from "../grid/publish.ts";
import { readGridFile } from "./gridFile.ts";

export interface ImportAsked {
  readonly file: string;
  readonly layer: GridLayer;
  readonly from: string;
  readonly datum?: Datum;
  readonly prefix?: string;
  readonly note: string;
  readonly columns: Columns;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Reads, judges and publishes a file; with `dryRun` it says what would change. */
export async function importGrid(asked: ImportAsked, deps: Deps, terminal: Terminal): Promise<number> {
  const { file, layer, from, datum, prefix, json } = asked;
  const digits = deps.reference.grid.layers.find(({ code }) => code === layer)?.codeDigits ?? 15;
  const published = layer === "governance" ? deps.cells : (deps.grid.others().get(layer)?.cells ?? []);
  const checked = await readGridFile(file, {
    digits,
    validFrom: from,
    published,
    columns: asked.columns,
    ...(prefix && { prefix }),
    ...(datum && { datum }),
  });
  if ("message" in checked) return fail(terminal, checked.message);
  const faults = checked.faults.map((fault) => ({ ...fault, message: gridFaultSentence(fault) }));
  const errors = faults.filter(({ severity }) => severity === "error");
  const change = changeTo(checked.cells, await deps.store.grid.cells(layer), from);
  const isSound = errors.length === 0 && checked.cells.length > 0;
  const version = isSound && !asked.dryRun ? await publishFile(asked, checked, deps) : null;
  if (typeof version === "string") return fail(terminal, version);
  const said = { version, layer, from, datum: checked.datum, ...countsOf(change) };
  if (json) terminal.out(`${JSON.stringify({ ...said, cells: checked.cells.length, faults })}\n`);
  else terminal.out(importText(said, faults, { isSound, dryRun: asked.dryRun }));
  return isSound ? exitCode.done : exitCode.partly;
}

/** @returns the number of the version, or a sentence why it cannot be. */
async function publishFile(
  { file, layer, from, note }: ImportAsked,
  { cells, datum }: CheckedGrid,
  deps: Deps,
): Promise<number | string> {
  const source = `${file.split(/[/\\]/u).at(-1) ?? file}（${datum}）`;
  const made = { layer, drawn: cells, validFrom: from, note, source, by: "system", seen: null };
  const answer = await publishGrid(made, deps);
  return typeof answer === "number" ? answer : sentenceOf(answer);
}

/** Every version with whether its cells still have its hash. */
export async function listVersions(store: Store, json: boolean, terminal: Terminal): Promise<number> {
  const versions = await store.grid.versions();
  const rows = await Promise.all(
    versions.map(async (row) => ({ ...row, intact: await isIntact(row, store) })),
  );
  if (json) terminal.out(`${JSON.stringify(rows)}\n`);
  else if (rows.length === 0) terminal.out("还没有发布过网格。\n");
  else terminal.out(rows.map(versionLine).join(""));
  return rows.every(({ intact }) => intact) ? exitCode.done : exitCode.partly;
}

/** What changed between two versions of one layer. */
export async function compareVersions(
  { before, after, json }: { readonly before: number; readonly after: number; readonly json: boolean },
  store: Store,
  terminal: Terminal,
): Promise<number> {
  const versions = await store.grid.versions();
  const missing = [before, after].find((version) => !versions.some((row) => row.version === version));
  if (missing !== undefined)
    return fail(terminal, `没有网格版本 ${missing}。用 huying grid versions 看有哪些`);
  const day = versions.find((row) => row.version === after)?.validFrom ?? "";
  const old = (await store.grid.cellsOf(before)).map((cell) => ({ ...cell, validFrom: "" }));
  const change = changeTo(await store.grid.cellsOf(after), old, day);
  const codes = (cells: GridChange["begun"]) => cells.map(({ code, name }) => ({ code, name }));
  const said = { before, after, ...countsOf(change) };
  if (json) {
    const lists = { begunCells: codes(change.begun), endedCells: codes(change.ended) };
    terminal.out(`${JSON.stringify({ ...said, ...lists })}\n`);
    return exitCode.done;
  }
  const lines = [
    ...change.ended.map(({ code, name }) => `- ${code} ${name}\n`),
    ...change.begun.map(({ code, name }) => `+ ${code} ${name}\n`),
  ];
  terminal.out(`${lines.join("")}沿用 ${said.kept}，新起用 ${said.begun}，停用 ${said.ended}。\n`);
  return exitCode.done;
}

const PAGE = 100_000;

/** Looks at every case with coordinates on another version: how many would lie in another cell, and how fast that went. */
export async function reassignCases(
  { version, json }: { readonly version: number; readonly json: boolean },
  { store, clock }: Pick<Deps, "store" | "clock">,
  terminal: Terminal,
): Promise<number> {
  const cells = await store.grid.cellsOf(version);
  if (cells.length === 0) return fail(terminal, `没有网格版本 ${version}。用 huying grid versions 看有哪些`);
  const grid = buildGrid(cells, String(version));
  let [rows, moved, nowhere, spent] = [0, 0, 0, 0];
  const start = clock.now();
  for (let after = ""; ;) {
    const page = await store.grid.points(after, PAGE);
    const points = Float64Array.from(page.flatMap(({ lng, lat }) => [lng, lat]));
    const began = performance.now();
    const owners = ownersIn(grid, points);
    spent += performance.now() - began;
    for (const [place, owner] of owners.entries()) {
      if (owner < 0) nowhere += 1;
      else if (cells[owner]?.code !== page[place]?.cell) moved += 1;
    }
    rows += page.length;
    after = page.at(-1)?.id ?? "";
    if (page.length < PAGE) break;
  }
  const perSecond = spent === 0 ? 0 : Math.round((rows / spent) * 1000);
  const said = {
    version,
    rows,
    moved,
    nowhere,
    ms: clock.now() - start,
    placingMs: spent,
    rowsPerSecond: perSecond,
  };
  terminal.out(
    json
      ? `${JSON.stringify(said)}\n`
      : `${rows} 个有坐标的案卷：按第 ${version} 版，${moved} 个落在别的网格，${nowhere} 个不在唯一的网格内（案卷本身不变）。每秒 ${perSecond} 行。\n`,
  );
  return exitCode.done;
}

async function isIntact({ version, hash }: GridVersion, store: Store): Promise<boolean> {
  return hash === "" || (await store.grid.hashOf(version)) === hash;
}

function versionLine({
  version,
  layer,
  validFrom,
  cells,
  kept,
  begun,
  ended,
  note,
  hash,
  intact,
}: GridVersion & { intact: boolean }) {
  const seal = hash === "" ? "未留哈希" : `${hash.slice(0, 12)} ${intact ? "完好" : "不符"}`;
  return `${version}\t${layer}\t${validFrom} 起\t${cells} 个（沿用 ${kept}，新 ${begun}，停 ${ended}）\t${seal}\t${note}\n`;
}

function countsOf({ kept, begun, ended }: GridChange) {
  return { kept: kept.length, begun: begun.length, ended: ended.length };
}

const SHOWN = 50;

function importText(
  { version, kept, begun, ended }: { version: number | null; kept: number; begun: number; ended: number },
  faults: readonly { readonly severity: string; readonly message: string }[],
  { isSound, dryRun }: { readonly isSound: boolean; readonly dryRun: boolean },
): string {
  const lines = faults.slice(0, SHOWN).map(({ severity, message }) => {
    return `${severity === "error" ? "错误" : "提醒"}  ${message}\n`;
  });
  const more = faults.length > SHOWN ? `……还有 ${faults.length - SHOWN} 处，用 --json 看全部\n` : "";
  const change = `沿用 ${kept}，新起用 ${begun}，停用 ${ended}`;
  const done = version === null ? `没有发布。${change}` : `已发布第 ${version} 版：${change}`;
  const verdict = isSound
    ? `${dryRun ? `可以发布：${change}` : done}。\n`
    : "有错误，没有发布；改好再导入。\n";
  return [...lines, more, verdict].join("");
}

function fail(terminal: Terminal, message: string): number {
  terminal.err(`${message}\n`);
  return exitCode.failed;
}
