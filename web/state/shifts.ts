/** 系统偏移 on the screen: what was found, trying a correction, making it, and taking it back. */
import type { ShiftDoneAnswer, ShiftRow, ShiftsAnswer } from "../../server/domain/shift/answers.ts";
import type { WindowDays } from "../../server/domain/shift/window.ts";
import { type Answer, ask, post } from "../api.ts";
import { createResource } from "./resource.ts";

export const shifts = createResource<ShiftsAnswer>(() => ask("/api/shifts"));

/** Names a finding as long as it is the same one. */
export function keyOf({ source, shift }: ShiftRow): string {
  return `${source.kind}-${source.key}-${shift?.cause.kind ?? ""}`;
}

export interface ShiftStep {
  readonly reason: string;
  readonly dryRun: boolean;
}

/** @param row one with a shift. @param days chosen instead of the window that was found; null for that one. */
export async function correct(
  { source, shift }: ShiftRow,
  { reason, dryRun }: ShiftStep,
  days: WindowDays | null,
): Promise<Answer<ShiftDoneAnswer>> {
  const window = days === null ? {} : { window: days };
  const order = { source, cause: shift?.cause, ...window, reason, dryRun };
  return await settled(await post("/api/shifts", order), dryRun);
}

export async function undoBatch(id: string, { reason, dryRun }: ShiftStep): Promise<Answer<ShiftDoneAnswer>> {
  const path = `/api/shifts/${encodeURIComponent(id)}/undo`;
  return await settled(await post(path, { reason, dryRun }), dryRun);
}

async function settled(answer: Answer<ShiftDoneAnswer>, dryRun: boolean): Promise<Answer<ShiftDoneAnswer>> {
  const isOld = answer.kind === "problem" && answer.status === 409;
  if (isOld || (answer.kind === "answer" && !dryRun)) await shifts.load();
  return answer;
}
