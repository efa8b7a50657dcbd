/** The id of an imported report: always the same for the same entry, so that importing twice makes no doubles. */
import { createHash } from "node:crypto";
import type { ReportedPoint } from "../../geo/point.ts";
import type { Origin, Report } from "../domain/report.ts";

/** By source and its number; an entry without a number is known by everything it says. */
export function reportIdOf(
  report: Pick<Report, "text" | "address" | "point" | "reporter">,
  origin: Origin,
): string {
  const identity =
    origin.sourceNumber === null
      ? [report.text, report.address, written(report.point), report.reporter, origin.claimedAt]
      : origin.sourceNumber;
  return `import-${hashOf([origin.source, identity])}`;
}

/** What an entry says, to tell a repeated row from another one that bears the same number. */
export function contentHashOf(report: Report): string {
  const { text, address, point, reporter, origin } = report;
  return hashOf([text, address, written(point), reporter, origin?.claimedAt]);
}

/** Of a point what the file says; that it came by an import is the same for all. */
function written(point: ReportedPoint | null): unknown {
  if (point === null) return null;
  const { source: _, ...rest } = point;
  return rest;
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}
