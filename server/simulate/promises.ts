/** What was sent and what was acknowledged: a promise of the house that the judges hold it to. */
import type { Inspector } from "../../db/inspector.ts";
import type { Findings } from "./findings.ts";

export interface Promises {
  sent(reportId: string): void;
  /** The house said that it has this report, as this case. */
  reportTaken(reportId: string, caseId: string): void;
  /** The house said no: it must not be there. */
  reportRefused(reportId: string): void;
  commandDone(caseId: string, commandId: string): void;
  /** Reports that nobody has answered for yet. */
  open(): number;
  /** Looks whether what was promised since the last time is kept. */
  judge(inspector: Inspector): void;
  readonly taken: () => number;
}

export function createPromises(findings: Findings): Promises {
  const caseByReport = new Map<string, string>();
  const waiting = new Set<string>();
  let refused: string[] = [];
  let freshReports: string[] = [];
  let freshCommands: (readonly [caseId: string, commandId: string])[] = [];

  function judgeReport(reportId: string, inspector: Inspector): void {
    const stored = inspector.casesOfReport(reportId);
    if (stored.length !== 1 || stored[0] !== caseByReport.get(reportId))
      findings.blame("storedOnce", reportId, `acknowledged, stored ${stored.length} times`);
  }

  return {
    sent: (reportId) => void waiting.add(reportId),
    reportTaken(reportId, caseId) {
      const before = caseByReport.get(reportId);
      if (before !== undefined && before !== caseId)
        findings.blame("storedOnce", reportId, `acknowledged as ${before} and as ${caseId}`);
      waiting.delete(reportId);
      caseByReport.set(reportId, caseId);
      freshReports.push(reportId);
    },
    reportRefused(reportId) {
      waiting.delete(reportId);
      refused.push(reportId);
    },
    commandDone: (caseId, commandId) => void freshCommands.push([caseId, commandId]),
    open: () => waiting.size,
    taken: () => caseByReport.size,
    judge(inspector) {
      for (const reportId of freshReports) judgeReport(reportId, inspector);
      for (const reportId of refused)
        if (inspector.casesOfReport(reportId).length > 0)
          findings.blame("storedOnce", reportId, "refused, and stored all the same");
      for (const [caseId, commandId] of freshCommands) {
        const acted = inspector.eventsOf(caseId).filter((event) => event.commandId === commandId).length;
        if (acted !== 1) findings.blame("actedOnce", caseId, `command ${commandId} acted ${acted} times`);
      }
      [freshReports, refused, freshCommands] = [[], [], []];
    },
  };
}
