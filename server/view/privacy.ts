/**
 * What personal data of a case an actor may see (PIPL 最小必要; 保密件). The reporter is masked for everybody; on a
 * confidential case the unit that handles it sees nothing of them at all, not even which account sent the report.
 */
import type { ReporterAnswer } from "../domain/caseAnswers.ts";
import { onlyAssists } from "./assignments.ts";
import type { Actor, Case, Reporter } from "../domain/case.ts";
import { maskName, maskPhone } from "../domain/mask.ts";

/** The desks that speak with the reporter: the county's centre and the township of the place. */
export function isContactDesk(actor: Actor, found: Case): boolean {
  if (hidesReporter(actor, found)) return false;
  return actor.role === "centre" || (actor.role === "township" && actor.unit === found.townshipCode);
}

/**
 * Who may ask for the full number, with a reason that is logged first: the desks, and the unit that leads an ordinary
 * case, because its first contact (先行联系) is timed. It never learns the tracking code, which speaks for the reporter.
 */
export function mayReveal(actor: Actor, found: Case): boolean {
  if (hidesReporter(actor, found)) return false;
  return isContactDesk(actor, found) || (actor.role === "department" && actor.unit === found.leadUnit);
}

/** A unit that only assists has no business with the reporter: the lead speaks with them. */
export function hidesReporter(actor: Actor, found: Case): boolean {
  if (onlyAssists(actor, found)) return true;
  return found.confidential && (actor.role === "department" || actor.unit === found.leadUnit);
}

export function reporterAnswer(found: Case, reporter: Reporter | null, actor: Actor): ReporterAnswer | null {
  if (hidesReporter(actor, found)) return { name: null, phone: null, hidden: true, mayReveal: false };
  if (!reporter || (reporter.name === null && reporter.phone === null)) return null;
  return {
    name: reporter.name === null ? null : maskName(reporter.name),
    phone: reporter.phone === null ? null : maskPhone(reporter.phone),
    hidden: false,
    mayReveal: mayReveal(actor, found),
  };
}
