/** Files → tables: reference data on every start, the demo grid and the demo accounts where there are none yet. */
import type { Account, ReferenceRow, Store } from "../db/store.ts";
import { loadCounty } from "../fixtures/demo/county.ts";
import { loadPeople } from "../fixtures/load.ts";
import type { Cell } from "../geo/cell.ts";
import type { Reference } from "./domain/reference.ts";
import { dayNumber, dayOf, type Instant } from "./domain/time.ts";
import { hashPassword } from "./password.ts";

/** Idempotent: rows are known by kind and code. @returns how many were new or changed. */
export function seedReference(store: Store, reference: Reference): Promise<number> {
  const rows = (kind: string, bodies: readonly { readonly code: string }[]) =>
    bodies.map((body): ReferenceRow => ({ kind, code: body.code, body }));
  const { taxonomy, units, townships, reasons, years, hours, calls, policies } = reference;
  return store.reference.put([
    ...rows("item", taxonomy.items),
    ...rows("unit", units),
    ...rows("township", townships),
    ...rows("call", calls),
    ...rows("order", reference.orders),
    ...rows("sign", reference.signs),
    ...rows("policy", [...policies.values()]),
    ...rows("reason.decline", reasons.decline),
    ...rows("reason.return", reasons.return),
    ...rows("reason.rework", reasons.rework),
    ...years.map((year) => ({ kind: "calendarYear", code: String(year.year), body: year })),
    ...hours.map((row) => ({ kind: "officeHours", code: `${row.validFrom}:${row.seasonFrom}`, body: row })),
  ]);
}

/** Every life of every cell of the governance grid; an empty demo is given the grid of the demo county first. */
export async function seedGrid(
  store: Store,
  { demo, now }: { demo: boolean; now: Instant },
): Promise<readonly Cell[]> {
  const kept = await store.grid.cells("governance");
  if (kept.length > 0 || !demo) return kept;
  const { cells } = loadCounty();
  await store.grid.publish(
    {
      layer: "governance",
      validFrom: cells[0]?.validFrom ?? dayOf(dayNumber(now)),
      note: "演示县网格",
      source: "fixtures/demo/cells.json",
      by: "system",
      at: now,
      kept: [],
      begun: cells,
      ended: [],
    },
    null,
  );
  return cells;
}

/** Demo accounts, all with the one demo password. */
export async function seedDemoPeople(store: Store, cells: readonly Cell[], now: Instant): Promise<void> {
  const { people, password } = loadPeople();
  const hash = await hashPassword(password);
  for (const { communities, ...person } of people) {
    const account: Account = {
      posts: [],
      ...person,
      id: `demo-${person.username}`,
      cells: cells.filter((cell) => communities.includes(cell.communityCode)).map((cell) => cell.code),
      disabled: false,
      demo: true,
      createdAt: now,
    };
    await store.people.put(account, hash);
  }
}
