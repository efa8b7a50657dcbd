/**
 * The row rebuilt from the events alone (replay): what a case has become can be checked against its record, and a bent
 * row is found. Only what events tell is rebuilt; texts, photos and the reading are not part of it.
 */
import { type Case, type CaseEvent, type CaseState, type Fact, isOver } from "./case.ts";

/** The part of a case that its history alone decides. */
export type Lived = Pick<
  Case,
  | "state"
  | "version"
  | "itemCode"
  | "cellCode"
  | "townshipCode"
  | "leadUnit"
  | "holder"
  | "returns"
  | "reworks"
  | "urges"
  | "missed"
  | "closedAt"
>;

const unborn: Lived = {
  state: "reported",
  version: 0,
  itemCode: null,
  cellCode: null,
  townshipCode: null,
  leadUnit: null,
  holder: null,
  returns: 0,
  reworks: 0,
  urges: 0,
  missed: 0,
  closedAt: null,
};

/** @param events a whole history, in order of `seq`. */
export function fold(events: readonly CaseEvent[]): Lived {
  return events.reduce(after, unborn);
}

function after(lived: Lived, event: CaseEvent): Lived {
  const { action, facts } = event;
  const counts = (name: CaseEvent["action"]) => (action === name ? 1 : 0);
  return {
    ...lived,
    ...placeIn(facts),
    state: event.to,
    version: event.seq,
    itemCode: action === "report" || action === "file" ? text(facts["itemCode"]) : lived.itemCode,
    leadUnit: leadAfter(lived, event),
    holder: "holder" in facts ? text(facts["holder"]) : lived.holder,
    returns: lived.returns + counts("return") + counts("dispute"),
    reworks: lived.reworks + counts("rework"),
    urges: lived.urges + counts("urge"),
    missed: lived.missed + counts("overdue"),
    closedAt: closedAfter(lived, event),
  };
}

function leadAfter({ leadUnit }: Lived, { action, facts }: CaseEvent): string | null {
  if (action === "dispatch" || action === "rule") return text(facts["unit"]);
  if (action === "report") return text(facts["leadUnit"]);
  // A merged case is concluded by the unit of its lead case, and un-merged with the unit it had.
  if (action === "conclude" || action === "unmerge") return text(facts["leadUnit"]);
  // 随主件重办: told where the lead came back to another unit
  if (action === "rejoin") return "leadUnit" in facts ? text(facts["leadUnit"]) : leadUnit;
  // 机构接续: told where the lead changed; a unit that only helped leaves it as it was
  if (action === "succeed" || action === "unsucceed") return text(facts["leadUnit"]) ?? leadUnit;
  return action === "return" || action === "relieve" ? null : leadUnit;
}

const ends: readonly CaseState[] = ["declined", "withdrawn", "closed", "unsolved"];

function closedAfter({ closedAt }: Lived, { from, to, at }: CaseEvent): Case["closedAt"] {
  if (!isOver(to)) return null;
  return from !== to && ends.includes(to) ? at : closedAt;
}

function placeIn(facts: CaseEvent["facts"]): Partial<Lived> {
  return "cellCode" in facts
    ? { cellCode: text(facts["cellCode"]), townshipCode: text(facts["townshipCode"]) }
    : {};
}

function text(fact: Fact | undefined): string | null {
  return typeof fact === "string" ? fact : null;
}
