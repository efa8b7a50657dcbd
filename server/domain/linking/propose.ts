/** Which open cases a desk should look at together: groups around one lead, each pair with what speaks for it. */
import type { CaseState } from "../case.ts";
import type { LinkingRules } from "./linkingRules.ts";
import { type Metres, type Prepared, prepare, suspect, type Suspicion, type Told } from "./suspect.ts";

export interface OpenCase extends Told {
  readonly state: CaseState;
  /** Others were merged into it already. */
  readonly leads: boolean;
  /** Ids it was found not to be the same as. */
  readonly apart: readonly string[];
  /** The case its reporter held it to be the same as. */
  readonly sameAs: string | null;
}

export interface Suspect<Row extends OpenCase = OpenCase> extends Suspicion {
  readonly row: Row;
  /** Its reporter said so. */
  readonly said: boolean;
}

export interface ProposedGroup<Row extends OpenCase = OpenCase> {
  readonly lead: Row;
  readonly others: readonly Suspect<Row>[];
}

/** Cases that may be the same matter as one report, likeliest first. */
export function suspectsOf<Row extends OpenCase>(
  one: OpenCase,
  among: readonly Row[],
  rules: LinkingRules,
  metresOf: Metres,
): readonly Suspect<Row>[] {
  return suspectsAmong(one, among.map(prepare), rules, metresOf);
}

/** The same with words that were made ready before. */
export function suspectsAmong<Row extends OpenCase>(
  one: OpenCase,
  among: readonly Prepared<Row>[],
  rules: LinkingRules,
  metresOf: Metres,
): readonly Suspect<Row>[] {
  const prepared = prepare(one);
  return among
    .flatMap((other) => weighed(prepared, other, rules, metresOf))
    .sort((a, b) => Number(b.said) - Number(a.said) || b.score - a.score);
}

/**
 * Groups of which every member is near to the lead itself, never only to another member: a row of street lights is no
 * single matter. A case stands in one group.
 */
export function proposeGroups<Row extends OpenCase>(
  rows: readonly Row[],
  rules: LinkingRules,
  metresOf: Metres,
): readonly ProposedGroup<Row>[] {
  const prepared = rows.toSorted(byLeading).map(prepare);
  const nearby = createNeighbourhood(prepared, rules);
  const taken = new Set<string>();
  const groups: ProposedGroup<Row>[] = [];
  for (const lead of prepared) {
    if (taken.has(lead.row.id)) continue;
    const free = nearby(lead).filter(({ row }) => !taken.has(row.id) && !row.leads && row.id !== lead.row.id);
    const others = free
      .flatMap((other) => weighed(lead, other, rules, metresOf))
      .sort((a, b) => b.score - a.score);
    if (others.length === 0) continue;
    for (const { row } of others) taken.add(row.id);
    taken.add(lead.row.id);
    groups.push({ lead: lead.row, others });
  }
  return groups;
}

function weighed<Row extends OpenCase>(
  one: Prepared<OpenCase>,
  other: Prepared<Row>,
  rules: LinkingRules,
  metresOf: Metres,
): readonly Suspect<Row>[] {
  const [a, b] = [one.row, other.row];
  if (a.id === b.id || a.apart.includes(b.id) || b.apart.includes(a.id)) return [];
  const said = a.sameAs === b.id || b.sameAs === a.id;
  const found = suspect(one, other, rules, metresOf);
  if (found !== null && (said || found.score >= rules.proposeAbove))
    return [{ ...found, row: other.row, said }];
  if (!said) return [];
  return [{ score: 0, metres: null, hours: 0, alike: 0, sameItem: false, row: other.row, said }];
}

/** Who leads: the one that leads already, then the one furthest on, then the oldest. */
function byLeading(a: OpenCase, b: OpenCase): number {
  return Number(b.leads) - Number(a.leads) || far(b.state) - far(a.state) || a.at - b.at;
}

const onward: readonly CaseState[] = [
  "reported",
  "verifying",
  "filed",
  "dispatched",
  "waiting",
  "suspended",
  "accepted",
  "split",
];

function far(state: CaseState): number {
  return onward.indexOf(state);
}

/**
 * Squares as wide as the widest radius: what can be near stands in the same or a neighbouring one. What a reporter named
 * as the same may lie anywhere.
 */
function createNeighbourhood<Row extends OpenCase>(
  all: readonly Prepared<Row>[],
  { near }: LinkingRules,
): (one: Prepared<Row>) => readonly Prepared<Row>[] {
  const widest = Math.max(near.metres, ...near.items.map(({ metres }) => metres));
  const side = (widest / METRES_PER_DEGREE) * WIDER;
  const squares = new Map<string, Prepared<Row>[]>();
  const saidOf = new Map<string, Prepared<Row>[]>();
  const placeless: Prepared<Row>[] = [];
  const square = ({ row }: Prepared<Row>) =>
    row.spot && ([Math.floor(row.spot.lng / side), Math.floor(row.spot.lat / side)] as const);
  for (const each of all) {
    const { sameAs } = each.row;
    if (sameAs !== null) saidOf.set(sameAs, [...(saidOf.get(sameAs) ?? []), each]);
    const at = square(each);
    if (at === null) {
      placeless.push(each);
      continue;
    }
    const members = squares.get(at.join()) ?? [];
    squares.set(at.join(), members);
    members.push(each);
  }
  return (one) => {
    const at = square(one);
    // Without a place the words have to say it all, so everything may be meant.
    if (at === null) return all;
    const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => `${at[0] + x},${at[1] + y}`));
    const said = saidOf.get(one.row.id) ?? [];
    return [...new Set([...around.flatMap((key) => squares.get(key) ?? []), ...placeless, ...said])];
  };
}

const METRES_PER_DEGREE = 111_000;
/** A degree of longitude is shorter than one of latitude: wide enough up to 60° north. */
const WIDER = 2;
