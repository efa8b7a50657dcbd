/** The pen: which tool is in hand, what is chosen, and every state of the sheet, so that each act can be undone. */
import { batch, computed, signal } from "@preact/signals";
import type { CellKind, Position } from "../../geo/cell.ts";
import { moveCorner, removeCorner } from "../../geo/edit/corners.ts";
import { freeCode, relabel } from "../../geo/edit/label.ts";
import { mergeCells } from "../../geo/edit/merge.ts";
import { isRefused, type PenRefusal, type Sheet, sheetOf } from "../../geo/edit/sheet.ts";
import { splitCell } from "../../geo/edit/split.ts";
import { degreeScale } from "../../geo/near.ts";
import { gridWords as words } from "../gridWords.ts";
import { draft, saveCells } from "../state/grid.ts";
import { say } from "../state/toast.ts";

export type Tool = "select" | "move" | "split" | "merge";

export const tool = signal<Tool>("select");
/** Codes of chosen cells, the first chosen first. */
export const chosen = signal<readonly string[]>([]);
/** The line of a cut as far as it is drawn. */
export const line = signal<readonly Position[]>([]);
/** The corner that is held, or that the arrow keys move. */
export const corner = signal<Position | null>(null);
/** The cell that was looked for by name: the map shows it. */
export const sought = signal<string | null>(null);
export const saving = signal(false);

const past = signal<readonly Sheet[]>([]);
const future = signal<readonly Sheet[]>([]);
export const sheet = signal<Sheet | null>(null);
const saved = signal<Sheet | null>(null);

export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);
export const isSaved = computed(() => sheet.value === saved.value);

/** Takes the draft under the pen. */
export function openPen(): void {
  const cells = draft.peek()?.cells;
  if (cells === undefined) return;
  batch(() => {
    sheet.value = sheetOf(cells);
    saved.value = sheet.value;
    past.value = [];
    future.value = [];
    take("select");
    chosen.value = [];
    sought.value = null;
  });
}

export function closePen(): void {
  void save();
  sheet.value = null;
}

export function take(next: Tool): void {
  tool.value = next;
  cancel();
  if (next !== "merge") chosen.value = chosen.peek().slice(0, 1);
}

/** Lets go of what is under way, not of what was chosen. */
export function cancel(): void {
  line.value = [];
  corner.value = null;
}

export function choose(code: string): void {
  cancel();
  if (tool.peek() !== "merge") chosen.value = [code];
  else if (chosen.peek().includes(code)) chosen.value = chosen.peek().filter((other) => other !== code);
  else chosen.value = [...chosen.peek(), code];
}

/** Chooses a cell that may be out of sight. */
export function seek(code: string): void {
  choose(code);
  sought.value = code;
}

/** @param reach how near to the border the ends of the line may stop, in metres. */
export function cut(reach: number): void {
  const now = sheet.peek();
  const [code] = chosen.peek();
  const cell = now?.find((row) => row.code === code);
  if (!now || !cell) return;
  const used = [...(draft.peek()?.usedCodes ?? []), ...now.map((row) => row.code)];
  const as = { code: freeCode(cell.code, used), name: words.pen.newName(cell.name) };
  const isDone = act(splitCell(now, { code: cell.code, line: line.peek(), reach, as }));
  line.value = [];
  if (!isDone) return;
  chosen.value = [as.code];
  say(words.pen.splitDone(as.name), undoAct);
}

export function join(): void {
  const now = sheet.peek();
  if (!now || !act(mergeCells(now, chosen.peek()))) return;
  chosen.value = chosen.peek().slice(0, 1);
  say(words.pen.merged, undoAct);
}

/** @returns whether it moved. */
export function moveTo(from: Position, to: Position): boolean {
  const now = sheet.peek();
  if (!now || !act(moveCorner(now, from, to))) return false;
  corner.value = to;
  return true;
}

/** Moves the held corner by metres. */
export function nudge(east: number, north: number): void {
  const from = corner.peek();
  if (from === null) return;
  const scale = degreeScale(from[1]);
  const at = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
  moveTo(from, [at(from[0] + east / scale.lng), at(from[1] + north / scale.lat)]);
}

export function dropCorner(): void {
  const now = sheet.peek();
  const at = corner.peek();
  if (now && at && act(removeCorner(now, at))) corner.value = null;
}

/** Notes the held corner as the beginning of a cut, or cuts from the one noted to it. */
export function markCorner(): void {
  const at = corner.peek();
  if (at === null) return;
  line.value = [...line.peek(), at];
  if (line.peek().length > 1) cut(1);
}

/** The next corner of the chosen cell, for those who have no pointer. */
export function nextCorner(step: number): void {
  const cell = sheet.peek()?.find(({ code }) => code === chosen.peek()[0]);
  const corners = cell?.rings.flat(2) ?? [];
  const held = corner.peek();
  const place = corners.findIndex(([x, y]) => x === held?.[0] && y === held[1]);
  corner.value = corners[(place + step + corners.length) % corners.length] ?? null;
}

export function label(code: string, given: { code: string; name: string; kind: CellKind }): void {
  const now = sheet.peek();
  if (now && act(relabel(now, code, given))) chosen.value = [given.code];
}

export function undo(): void {
  step(past, future);
}

export function redo(): void {
  step(future, past);
}

const undoAct = { label: words.pen.undo, run: undo };

function step(from: typeof past, to: typeof past): void {
  const back = from.peek().at(-1);
  const now = sheet.peek();
  if (back === undefined || now === null) return;
  batch(() => {
    from.value = from.peek().slice(0, -1);
    to.value = [...to.peek(), now];
    sheet.value = back;
    cancel();
    const codes = new Set(back.map(({ code }) => code));
    chosen.value = chosen.peek().filter((code) => codes.has(code));
  });
  saveSoon();
}

/** @returns whether the act was done; otherwise it says why not. */
function act(answer: Sheet | PenRefusal): boolean {
  if (isRefused(answer)) {
    say(words.refusals[answer.code]);
    return false;
  }
  const now = sheet.peek();
  batch(() => {
    if (now) past.value = [...past.peek(), now];
    future.value = [];
    sheet.value = answer;
  });
  saveSoon();
  return true;
}

const PAUSE = 1_500;
let timer: ReturnType<typeof setTimeout> | undefined;

function saveSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void save(), PAUSE);
}

/** Keeps the sheet on the server; what is drawn meanwhile is kept next. */
export async function save(): Promise<void> {
  clearTimeout(timer);
  const now = sheet.peek();
  if (now === null || saving.peek() || now === saved.peek()) return;
  saving.value = true;
  const isKept = await saveCells(now);
  saving.value = false;
  if (!isKept) return;
  saved.value = now;
  if (sheet.peek() !== null && sheet.peek() !== now) saveSoon();
}
