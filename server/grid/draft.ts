/** Drafts of the grid as the page sees them: judged once for each revision, compared with the grid in force. */
import type { Cell } from "../../geo/cell.ts";
import type { CheckedGrid } from "../../geo/check/check.ts";
import { buildGrid } from "../../geo/grid.ts";
import { cellsAt } from "../../geo/resettle.ts";
import { changeTo, type GridChange } from "../../geo/versions.ts";
import type { Deps } from "../deps.ts";
import type { CellChange, GridDraftAnswer, GridTrialAnswer } from "../domain/gridAnswers.ts";
import type { DraftBody, GridDraft, GridLayer } from "../domain/gridVersion.ts";
import { gridFaultSentence } from "../domain/gridWords.ts";
import { type Day, dayNumber, dayOf } from "../domain/time.ts";
import { correctionFor, type JudgeOptions } from "./judge.ts";
import { judgeBeside } from "./beside.ts";

export interface GridDesk {
  /** Judges a draft as it stands. */
  judged(draft: GridDraft): Promise<CheckedGrid>;
  answer(draft: GridDraft, fields?: GridDraftAnswer["fields"]): Promise<GridDraftAnswer>;
  /** What publishing a drawing from a day on would change. */
  change(layer: GridLayer, drawn: readonly Cell[], validFrom: Day): Promise<GridChange>;
  trial(draft: GridDraft, validFrom: Day): Promise<GridTrialAnswer>;
}

const MOST_ROWS = 200;

export function createGridDesk(deps: Deps): GridDesk {
  const { store, clock, reference } = deps;
  const held = new Map<string, Promise<CheckedGrid>>();
  const today = () => dayOf(dayNumber(clock.now()));

  function optionsFor(layer: GridLayer): JudgeOptions {
    const digits = reference.grid.layers.find(({ code }) => code === layer)?.codeDigits ?? 15;
    const counties = new Set(reference.townships.map(({ code }) => code.slice(0, 6)));
    const [prefix] = counties;
    const published = layer === "governance" ? deps.cells : (deps.grid.others().get(layer)?.cells ?? []);
    return {
      digits,
      validFrom: today(),
      published,
      ...(prefix !== undefined && counties.size === 1 && published.length > 0 && { prefix }),
    };
  }

  async function judged({ layer, revision, source, changedAt, body }: GridDraft): Promise<CheckedGrid> {
    // A draft that follows one that was thrown away counts its saves from one again
    const key = `${layer} ${revision} ${changedAt} ${source} ${deps.gridVersion}`;
    const known = held.get(key);
    if (known) return await known;
    const judging = judgeBeside(body, optionsFor(layer));
    // One draft for each layer is looked at again and again; older revisions never
    for (const old of held.keys()) if (old.startsWith(`${layer} `)) held.delete(old);
    held.set(key, judging);
    return await judging;
  }

  const change: GridDesk["change"] = async (layer, drawn, validFrom) =>
    changeTo(drawn, await store.grid.cells(layer), validFrom);

  return {
    judged,
    change,

    async answer(draft, fields = []) {
      const { cells, faults } = await judged(draft);
      const { layer, revision, source, changedAt, changedBy, body } = draft;
      const lives = await store.grid.cells(layer);
      return {
        layer,
        revision,
        source,
        changedAt,
        by: await nameOf(changedBy, deps),
        datum: body.datum,
        stated: body.stated,
        cells: cells.map(drawnCell),
        faults: faults.map((fault) => ({
          code: fault.code,
          grave: fault.severity === "error",
          cells: fault.cells,
          at: fault.at ?? null,
          message: gridFaultSentence(fault),
          correction: correctionFor(fault),
        })),
        usedCodes: [...new Set(lives.map(({ code }) => code))],
        fields,
      };
    },

    async trial(draft, validFrom) {
      const { cells } = await judged(draft);
      const made = await change(draft.layer, cells, validFrom);
      return {
        validFrom,
        kept: made.kept.length,
        begun: made.begun.length,
        ended: made.ended.length,
        cells: changesIn(made),
        open: await openMoved({ before: [...made.kept, ...made.ended], after: cells }, deps),
        workers: draft.layer === "governance" ? await workersWithout(cells, deps) : [],
      };
    },
  };
}

/** A draft that begins as the cells in force. */
export function bodyOf(cells: readonly Cell[]): DraftBody {
  const drawn = cells.map((cell) => ({
    ...drawnCell(cell),
    hasCode: true,
    rings: cell.rings.map(closedRings),
  }));
  return { drawing: { cells: drawn, faults: [] }, datum: "wgs84", stated: true };
}

/** Files write the first corner again at the end. */
export function closedRings(part: Cell["rings"][number]): Cell["rings"][number] {
  return part.map((ring) => {
    const [first] = ring;
    const last = ring.at(-1);
    const isClosed =
      first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
    return first === undefined || isClosed ? ring : [...ring, first];
  });
}

export function drawnCell({ code, name, kind, rings }: Cell) {
  return { code, name, kind, rings };
}

export async function nameOf(id: string, { store }: Pick<Deps, "store">): Promise<string> {
  return (await store.people.byId(id))?.name ?? "系统";
}

function changesIn({ begun, ended }: GridChange): GridTrialAnswer["cells"] {
  const before = new Set(ended.map(({ code }) => code));
  const after = new Set(begun.map(({ code }) => code));
  const row =
    (change: CellChange) =>
    ({ code, name }: Cell) => ({ code, name, change });
  return [
    ...begun.filter(({ code }) => before.has(code)).map(row("changed")),
    ...begun.filter(({ code }) => !before.has(code)).map(row("begun")),
    ...ended.filter(({ code }) => !after.has(code)).map(row("ended")),
  ];
}

async function openMoved(
  drawn: { readonly before: readonly Cell[]; readonly after: readonly Cell[] },
  { store }: Deps,
): Promise<GridTrialAnswer["open"]> {
  const open = await store.grid.openPoints();
  const points = Float64Array.from(open.flatMap(({ lng, lat }) => [lng, lat]));
  // What its point says on both sides: a case that waits for a cell, or was given another, is not moved by the drawing
  const [before, after] = [drawn.before, drawn.after].map((cells) =>
    cellsAt(buildGrid(cells, "draft"), points),
  );
  const moved = open.flatMap(({ number }, place) => {
    const [was, then] = [before?.[place] ?? null, after?.[place] ?? null];
    return was === then ? [] : [{ number, before: was, after: then }];
  });
  return { looked: open.length, moved: moved.length, rows: moved.slice(0, MOST_ROWS) };
}

/** Whoever works in cells that will be no more has to be given others. */
async function workersWithout(cells: readonly Cell[], { store }: Deps): Promise<GridTrialAnswer["workers"]> {
  const codes = new Set(cells.map(({ code }) => code));
  const workers = (await store.people.list()).filter(
    ({ role, disabled }) => role === "gridWorker" && !disabled,
  );
  return workers.flatMap(({ name, cells: own }) => {
    const lost = own.filter((code) => !codes.has(code));
    return lost.length === 0 ? [] : [{ name, cells: lost }];
  });
}
