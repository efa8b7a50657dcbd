/** Open cases near a report, and the groups a desk should look at. */
import type { ComparedCase } from "../db/store.ts";
import type { Deps } from "./deps.ts";
import type { Case } from "./domain/case.ts";
import { isFollower } from "./domain/linking/bonds.ts";
import {
  type OpenCase,
  type ProposedGroup,
  proposeGroups,
  type Suspect,
  suspectsAmong,
} from "./domain/linking/propose.ts";
import { type Prepared, prepare, type Spot } from "./domain/linking/suspect.ts";
import { underWay } from "./domain/moves/linking.ts";
import { inScope, type Scope } from "./domain/permit.ts";
import { HOUR } from "./domain/time.ts";
import { comparable, type Compared, metresOf, toCompare } from "./view/boundRow.ts";

/** A desk that has more open cases than this at once needs people before it needs proposals. */
const MOST = 3000;
/** Near one spot: enough for the densest square of a town. */
const MOST_NEAR = 300;
const SHOWN = 5;

/** What a case may be one with, for who looks at its file. Nothing for one that has a result or follows another. */
export async function suspectsOfCase(
  found: Case,
  scope: Scope,
  deps: Deps,
): Promise<readonly Suspect<Compared>[]> {
  const states: readonly string[] = underWay;
  if (isFollower(found) || !states.includes(found.state)) return [];
  const one = toCompare(comparable(found));
  const near = await around(one.spot, scope, deps);
  const isNear = near.some(({ row }) => row.id === one.sameAs);
  const said = isNear ? null : await saidToBe(one, scope, deps);
  const among = said === null ? near : [...near, prepare(toCompare(said))];
  return suspectsAmong(one, among, deps.reference.linking, metresOf).slice(0, SHOWN);
}

/** The case its reporter held it to be the same as, wherever it lies. */
async function saidToBe({ sameAs }: OpenCase, scope: Scope, { store }: Deps): Promise<ComparedCase | null> {
  const named = sameAs === null ? null : await store.cases.byId(sameAs);
  const states: readonly string[] = underWay;
  return named && inScope(scope, named) && states.includes(named.state) ? comparable(named) : null;
}

/** What a report that is being written may be one with, whoever may see it. */
export async function suspectsNear(
  told: Pick<OpenCase, "text" | "itemCode" | "reading"> & { readonly spot: Spot },
  deps: Deps,
): Promise<readonly Suspect<Compared>[]> {
  const one: OpenCase = {
    ...told,
    id: "",
    cellCode: null,
    at: deps.clock.now(),
    state: "reported",
    leads: false,
    apart: [],
    sameAs: null,
  };
  const among = await around(told.spot, { kind: "all" }, deps);
  return suspectsAmong(one, among, deps.reference.linking, metresOf)
    .filter(({ metres }) => metres !== null)
    .slice(0, SHOWN);
}

export interface Proposed {
  readonly groups: readonly ProposedGroup<Compared>[];
  readonly compared: number;
  readonly cut: boolean;
}

export async function proposedFor(scope: Scope, deps: Deps): Promise<Proposed> {
  const rows = await deps.store.linking.compared(scope, { since: since(deps), limit: MOST });
  const groups = proposeGroups(rows.map(toCompare), deps.reference.linking, metresOf);
  return { groups, compared: rows.length, cut: rows.length === MOST };
}

/** With a place, what lies within the widest radius of it; without one the whole of the scope. */
async function around(spot: Spot | null, scope: Scope, deps: Deps): Promise<readonly Prepared<Compared>[]> {
  const within = { since: since(deps), limit: MOST_NEAR };
  if (spot === null) {
    const rows = await deps.store.linking.compared(scope, within);
    return rows.map((row) => prepare(toCompare(row)));
  }
  const { near } = deps.reference.linking;
  const metres = Math.max(near.metres, ...near.items.map((row) => row.metres));
  return await deps.heldCases.openAround(spot, metres, { ...within, scope });
}

function since({ clock, reference: { linking } }: Deps): number {
  return clock.now() - Math.max(linking.near.hours, ...linking.near.items.map((row) => row.hours)) * HOUR;
}
