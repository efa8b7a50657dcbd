/** A case beside another one, as far as this person may know it. */
import type { ComparedCase } from "../../db/store.ts";
import { metresBetween } from "../../geo/near.ts";
import type { Actor, Case } from "../domain/case.ts";
import type { BoundRow, SuspectRow } from "../domain/linking/answers.ts";
import { bondsOf } from "../domain/linking/bonds.ts";
import type { OpenCase, Suspect } from "../domain/linking/propose.ts";
import { inScope, scopeOf } from "../domain/permit.ts";
import { pinOf } from "../domain/report.ts";
import type { Names } from "./names.ts";

type Shown = Pick<
  Case,
  | "id"
  | "number"
  | "state"
  | "reportedAt"
  | "itemCode"
  | "leadUnit"
  | "text"
  | "cellCode"
  | "townshipCode"
  | "reportedBy"
  | "rules"
>;

/** @param told may its text be read although it is out of scope: it belongs to a case that is not. */
export function boundRow(found: Shown, actor: Actor, names: Names, told: "told" | "own" = "own"): BoundRow {
  const visible = inScope(scopeOf(actor), found);
  return {
    id: found.id,
    number: found.number,
    state: found.state,
    reportedAt: found.reportedAt,
    item: names.item(found.itemCode),
    leadUnit: names.holder(found.leadUnit),
    text: visible || told === "told" ? found.text : null,
    visible,
  };
}

export type Compared = OpenCase & { readonly case: ComparedCase };

export function toCompare(found: ComparedCase): Compared {
  const { id, text, itemCode, reading, spot, cellCode, state } = found;
  const { group, apart, sameAs } = bondsOf(found);
  const leads = group !== null;
  return {
    id,
    text,
    itemCode,
    reading,
    spot,
    cellCode,
    at: found.reportedAt,
    state,
    leads,
    apart,
    sameAs,
    case: found,
  };
}

/** The same of a whole case. */
export function comparable(found: Case): ComparedCase {
  return { ...found, spot: pinOf(found.placement) };
}

export function suspectRow(suspect: Suspect<Compared>, actor: Actor, names: Names): SuspectRow {
  const { row, score, metres, hours, alike, sameItem, said } = suspect;
  const base = boundRow(row.case, actor, names);
  const address = base.visible ? row.case.address : null;
  return { ...base, address, score, metres, hours, alike, sameItem, said };
}

export const metresOf = metresBetween;
