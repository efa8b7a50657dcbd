/** The two ends of an import: into the house for good, or only to see what would happen. */
import { cellOf, deskReasons } from "../domain/report.ts";
import type { Actor } from "../domain/case.ts";
import type { Deps } from "../deps.ts";
import { placementOf, takeIn } from "../intake.ts";
import type { Take } from "./importRows.ts";

/** Imports are nobody's own reports: no account stands behind them. */
const importer: Actor = { id: "import", role: "system", unit: null, cells: [] };

export function takeIntoHouse(deps: Deps): Take {
  return async (report) => {
    const taken = await takeIn(report, importer, deps);
    if (taken.kind === "refusal") return taken;
    if (!taken.isNew) return { kind: "known" };
    const { cell, sure, desk } = taken.answer;
    return { kind: "opened", placed: cell !== null, sure, desk };
  };
}

/** Reads and places as `takeIn` does, and stores nothing. */
export function tryOnly(deps: Deps): Take {
  return async (report) => {
    if ((await deps.store.cases.byReportId(report.id)) !== null) return { kind: "known" };
    const reading = deps.reader.classify(report.text);
    const placed = placementOf(report, deps);
    const placement = placed?.kind === "refusal" ? null : placed;
    const desk = deskReasons(report, reading, placement);
    return { kind: "opened", placed: cellOf(placement) !== null, sure: reading.sure, desk };
  };
}
