/** 撤销 of a report just sent: out of the queue while it waits there, taken back at the server once it has arrived. */
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import { post } from "../api.ts";
import { queueWords } from "../queueWords.ts";
import { randomUUID } from "./ids.ts";
import { drop, records } from "./queue.ts";
import { account } from "./session.ts";

/** @returns why it could not be taken back, in words; null when it was. */
export async function takeBack(id: string): Promise<string | null> {
  const record = records.peek().find((row) => row.id === id);
  if (!record) return queueWords.gone;
  if (record.receipt) return await takeBackAtServer(record.receipt);
  // What is on its way cannot be caught: the server would have it, and the phone would not know
  if (record.state === "sending") return queueWords.onItsWay;
  await drop(id);
  return null;
}

async function takeBackAtServer({ id, number, trackingCode }: ReportAnswer): Promise<string | null> {
  const commandId = randomUUID();
  const answer = account.peek()
    ? await post(`/api/cases/${encodeURIComponent(id)}/moves`, { action: "retract", version: 1, commandId })
    : await post(`/api/progress/${encodeURIComponent(number)}/moves`, {
        action: "withdraw",
        code: trackingCode,
        commandId,
      });
  return answer.kind === "problem" ? answer.detail : null;
}
