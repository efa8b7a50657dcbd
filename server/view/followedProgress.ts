/**
 * The page of somebody whose report was merged into another (并案): their own receipt goes on working and tells what
 * becomes of the lead case, without a word of the others who reported it.
 */
import type { ProgressAnswer } from "../domain/reportAnswers.ts";
import { isOver } from "../domain/case.ts";
import { bondsOf } from "../domain/linking/bonds.ts";
import { type ProgressMaterial, type ProgressViewer, progressAnswer } from "./progressAnswer.ts";

/** What the lead's unit did; who else reported, rated or added something is not this reporter's business. */
const shared = new Set(["file", "dispatch", "accept", "handle", "decline"]);

export function followedProgress(
  own: ProgressMaterial,
  lead: ProgressMaterial,
  viewer: ProgressViewer,
): ProgressAnswer {
  const mine = progressAnswer(own, viewer);
  const theirs = progressAnswer(lead, { ...viewer, actor: { ...viewer.actor, caseId: lead.case.id } });
  const over = isOver(own.case.state);
  const entries = [...mine.entries, ...theirs.entries.filter((entry) => shared.has(entry.action))];
  return {
    ...mine,
    step: over ? mine.step : theirs.step,
    unit: theirs.unit,
    promisedBy: over ? null : theirs.promisedBy,
    entries: entries.sort((a, b) => a.at - b.at),
    mayReopen: over && theirs.mayReopen,
  };
}

export function isSplit({ case: found }: Pick<ProgressMaterial, "case">): boolean {
  return bondsOf(found).parts.length > 0;
}

/** Id of the lead case whose result this one waits for or got. */
export function leadIdOf({ case: found }: Pick<ProgressMaterial, "case">): string | null {
  return bondsOf(found).merged?.into ?? null;
}

/** The page of somebody whose report was split (分办): each matter with how far it is, and one tap for all of them. */
export function splitProgress(
  own: ProgressMaterial,
  parts: readonly Omit<ProgressMaterial, "events">[],
  viewer: ProgressViewer,
): ProgressAnswer {
  const told = parts.map((part) => {
    const actor = { ...viewer.actor, caseId: part.case.id };
    return progressAnswer({ ...part, events: [] }, { ...viewer, actor });
  });
  return {
    ...progressAnswer(own, viewer),
    mayReopen: isOver(own.case.state) && told.some((part) => part.mayReopen),
    parts: told.map(({ text, step, unit }) => ({ text, step, unit })),
  };
}
