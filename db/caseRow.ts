/** A case as a row and back: optional parts are NULL, and what the map and partial indexes ask for is spelled out. */
import { type Case, isOpen } from "../server/domain/case.ts";
import { rulesOf, wholeRules } from "../server/domain/caseRules.ts";
import { marksOf } from "../server/domain/marks.ts";
import { bondsOf } from "../server/domain/linking/bonds.ts";
import { pinOf } from "../server/domain/report.ts";
import { standingOf } from "../server/domain/permit.ts";
import type { Instant } from "../server/domain/time.ts";
import type { Point } from "../geo/point.ts";
import type { Tables } from "./tables.ts";

export type CaseRow = Tables["cases"]["$inferSelect"];

/**
 * Column by column: spreading the case and adding to it takes ten times as long as one literal.
 * @param sweepAt when the sweep looks at the case.
 */
export function caseToRow(found: Case, headHash: string, sweepAt: Instant | null): CaseRow {
  const { rating, desk, photos } = found;
  const place = mapPoint(found);
  return {
    id: found.id,
    number: found.number,
    version: found.version,
    turn: found.turn,
    reportId: found.reportId,
    trackingCode: found.trackingCode,
    state: found.state,
    open: isOpen(found.state),
    channel: found.channel,
    reportedAt: found.reportedAt,
    reportedBy: found.reportedBy,
    text: found.text,
    address: found.address,
    point: found.point,
    lng: place?.lng ?? null,
    lat: place?.lat ?? null,
    placement: found.placement,
    cellCode: found.cellCode,
    townshipCode: found.townshipCode,
    itemCode: found.itemCode,
    conditionCode: found.conditionCode,
    urgency: found.urgency,
    reading: found.reading,
    desk: desk.length === 0 ? null : desk,
    confidential: found.confidential,
    contactable: found.contactable,
    leadUnit: found.leadUnit,
    holder: found.holder,
    handledBy: found.handledBy,
    returns: found.returns,
    reworks: found.reworks,
    urges: found.urges,
    missed: found.missed,
    warnAt: found.warnAt,
    dueAt: found.dueAt,
    severeAt: found.severeAt,
    dueBy: found.dueBy,
    followUp: found.followUp,
    ratingScore: rating?.score ?? null,
    ratingBy: rating?.by ?? null,
    ratedAt: rating?.at ?? null,
    photos: photos.length === 0 ? null : photos,
    closedAt: found.closedAt,
    updatedAt: found.updatedAt,
    headHash,
    rules: found.rules ?? null,
    parties: partiesOf(found),
    marks: marksIn(found),
    mergedInto: bondsOf(found).merged?.into ?? null,
    parentCase: bondsOf(found).parent,
    componentCode: rulesOf(found).component?.code ?? null,
    sweepAt,
    tallied: false,
  };
}

/**
 * Columns that a decision changed: naming only these, SQLite leaves the indexes of all others alone. Version and head vouch for
 * what stands in the rest. What an older program stored of the rules is made whole each time (`wholeRules`).
 */
export function changedColumns(before: Case, after: CaseRow): readonly (keyof CaseRow)[] {
  // As lists: looking so many members up by their names takes several times as long
  const was: readonly unknown[] = Object.values(caseToRow(before, "", null));
  const is: readonly unknown[] = Object.values(after);
  return columnsOf(after).filter((name, at) => was[at] !== is[at] || alwaysWritten.has(name));
}

const alwaysWritten: ReadonlySet<keyof CaseRow> = new Set<keyof CaseRow>([
  "headHash",
  "rules",
  "sweepAt",
  "tallied",
]);

function columnsOf(row: CaseRow): readonly (keyof CaseRow)[] {
  return Object.keys(row) as (keyof CaseRow)[];
}

/** Member by member for the same reason: every later step copies the case, and copies of a rest are slow. */
export function rowToCase(row: CaseRow): Case {
  const { ratingScore, ratingBy, ratedAt, rules } = row;
  const rated = ratingScore !== null && ratingBy !== null && ratedAt !== null;
  const found: Case = {
    id: row.id,
    number: row.number,
    version: row.version,
    turn: row.turn,
    reportId: row.reportId,
    trackingCode: row.trackingCode,
    state: row.state,
    channel: row.channel,
    reportedAt: row.reportedAt,
    reportedBy: row.reportedBy,
    text: row.text,
    address: row.address,
    point: row.point,
    placement: row.placement,
    cellCode: row.cellCode,
    townshipCode: row.townshipCode,
    itemCode: row.itemCode,
    conditionCode: row.conditionCode,
    urgency: row.urgency,
    reading: row.reading,
    desk: row.desk ?? [],
    confidential: row.confidential,
    contactable: row.contactable,
    leadUnit: row.leadUnit,
    holder: row.holder,
    handledBy: row.handledBy,
    returns: row.returns,
    reworks: row.reworks,
    urges: row.urges,
    missed: row.missed,
    warnAt: row.warnAt,
    dueAt: row.dueAt,
    severeAt: row.severeAt,
    dueBy: row.dueBy,
    followUp: row.followUp,
    rating: rated ? { score: ratingScore, by: ratingBy, at: ratedAt } : null,
    photos: row.photos ?? [],
    closedAt: row.closedAt,
    updatedAt: row.updatedAt,
    headHash: row.headHash,
  };
  return rules === null ? found : { ...found, rules: wholeRules(rules) };
}

function marksIn(found: Case): string | null {
  const marks = marksOf(found);
  return marks.length === 0 ? null : `,${marks.join(",")},`;
}

/** As the column has it. */
export function partiesOf(found: Case): string | null {
  const { parties } = standingOf(found);
  return parties.length === 0 ? null : `,${parties.join(",")},`;
}

/** Each of a column of parties, once. */
export function eachParty(parties: string | null): readonly string[] {
  return [...new Set((parties ?? "").split(",").filter((unit) => unit !== ""))];
}

/** WGS-84: what the placement found; without one, the reported point when it was measured in that datum. */
function mapPoint({ placement, point }: Case): Point | null {
  if (placement !== null) return pinOf(placement);
  const global = point?.datum === undefined || point.datum === "wgs84" || point.datum === "cgcs2000";
  return global ? point : null;
}
