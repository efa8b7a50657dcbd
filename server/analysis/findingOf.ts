/** From cases that belong to one finding to the finding: where, since when, and a name that it keeps from day to day. */
import type { CaseTrace } from "../../db/store.ts";
import type { Finding, FindingKind } from "../domain/analysis/finding.ts";
import type { Instant } from "../domain/time.ts";

export interface Told {
  readonly kind: FindingKind;
  readonly subject: string | null;
  readonly traces: readonly CaseTrace[];
  readonly from: Instant;
  readonly expected: number | null;
  readonly chance: number | null;
  readonly component?: string;
}

export function findingOf(told: Told, now: Instant): Finding {
  const { kind, subject, traces, from, expected, chance, component = null } = told;
  const newest = traces.toSorted((a, b) => b.reportedAt - a.reportedAt || (a.id < b.id ? 1 : -1));
  const cells = heaviest(traces.flatMap(({ cellCode }) => cellCode ?? []));
  return {
    id: [kind, subject ?? "all", component ?? anchorOf(kind, cells, traces)].join(":"),
    kind,
    subject,
    cells,
    townshipCode: cells[0]?.slice(0, 9) ?? traces[0]?.townshipCode ?? null,
    point: middleOf(traces),
    from,
    to: now,
    cases: newest.map(({ id }) => id),
    expected,
    chance,
    component,
  };
}

/** A surge wanders from cell to cell of its community; a spot stays within some hundred metres. */
function anchorOf(kind: FindingKind, cells: readonly string[], traces: readonly CaseTrace[]): string {
  const [cell = ""] = cells;
  if (kind === "hotCell") return cell;
  if (kind === "surge") return cell.slice(0, 12);
  const middle = middleOf(traces);
  return middle === null ? cell : `${cell}:${middle.lng.toFixed(3)},${middle.lat.toFixed(3)}`;
}

function heaviest(codes: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1);
  return [...times].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([code]) => code);
}

function middleOf(traces: readonly CaseTrace[]): Finding["point"] {
  const placed = traces.flatMap(({ lng, lat }) => (lng === null || lat === null ? [] : [{ lng, lat }]));
  if (placed.length === 0) return null;
  const mean = (values: readonly number[]) =>
    Math.round((values.reduce((total, value) => total + value, 0) / values.length) * 1e6) / 1e6;
  return { lng: mean(placed.map(({ lng }) => lng)), lat: mean(placed.map(({ lat }) => lat)) };
}
