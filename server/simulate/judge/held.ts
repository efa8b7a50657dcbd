/** Is every open case in somebody's hands, with a clock that runs? And is its lamp the earliest of them? */
import { type Case, isOpen } from "../../domain/case.ts";
import type { Clock } from "../../domain/clock.ts";
import type { Findings } from "../findings.ts";

export function judgeHeld(found: Case, clocks: Iterable<Clock>, findings: Findings): void {
  const blame = (detail: string) =>
    findings.blame("heldBySomebody", found.number, `${found.state}: ${detail}`);
  const running = [...clocks].filter((clock) => clock.runningSince !== null);
  const timed = running.filter(({ kind }) => kind !== "ladder");
  if (isOpen(found.state)) {
    if (found.holder === null) blame("nobody has it");
    if (timed.length === 0) blame("no clock runs");
  } else if (found.state === "merged" && running.length > 0) blame(`${running[0]?.kind} runs on`);
  const earliest = Math.min(...timed.map(({ dueAt }) => dueAt));
  if ((found.dueAt ?? Infinity) !== earliest) blame(`lamp ${found.dueAt}, clocks ${earliest}`);
}
