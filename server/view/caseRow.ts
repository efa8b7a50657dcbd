import type { CaseRow } from "../domain/listAnswers.ts";
import type { ListedCase } from "../../db/store.ts";
import { marksOf } from "../domain/marks.ts";
import type { Actor } from "../domain/case.ts";
import { onlyAssists } from "./assignments.ts";
import type { Names } from "./names.ts";

/** A row of a worklist. What is asked for and argued is between the lead and its desk: who only helps sees no marks. */
export function caseRow(found: ListedCase, actor: Actor, names: Names): CaseRow {
  return {
    id: found.id,
    number: found.number,
    version: found.version,
    state: found.state,
    channel: found.channel,
    reportedAt: found.reportedAt,
    updatedAt: found.updatedAt,
    text: found.text,
    address: found.address,
    item: names.item(found.itemCode),
    urgency: found.urgency,
    township: names.township(found.townshipCode),
    cell: names.cell(found.cellCode),
    leadUnit: names.holder(found.leadUnit),
    holder: names.holder(found.holder),
    desk: found.desk,
    returns: found.returns,
    reworks: found.reworks,
    urges: found.urges,
    missed: found.missed,
    confidential: found.confidential,
    warnAt: found.warnAt,
    dueAt: found.dueAt,
    severeAt: found.severeAt,
    dueBy: found.dueBy,
    marks: onlyAssists(actor, found) ? [] : marksOf(found),
  };
}
