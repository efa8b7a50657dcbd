/** 催办 from a list: the same move as in the case file. */
import { isHeldByOthers } from "../../server/domain/holding.ts";
import type { CaseRow } from "../../server/domain/listAnswers.ts";
import { post } from "../api.ts";
import { randomUUID } from "./ids.ts";
import { unit } from "./session.ts";
import { say } from "./toast.ts";
import { overviewWords } from "../overviewWords.ts";

/** A desk urges whoever holds the case, never itself. */
export function mayUrge({ holder }: Pick<CaseRow, "holder">): boolean {
  return isHeldByOthers(holder?.code ?? null, unit.value?.code ?? null);
}

export async function urgeCase(row: Pick<CaseRow, "id" | "version" | "number">): Promise<void> {
  const answer = await post(`/api/cases/${row.id}/moves`, {
    action: "urge",
    version: row.version,
    commandId: randomUUID(),
  });
  say(answer.kind === "answer" ? overviewWords.urged(row.number) : answer.detail);
}
