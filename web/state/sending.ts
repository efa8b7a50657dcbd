/** The rules of the queue, without network and store: what is sent, what an answer means, when to try again. */
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import type { Channel } from "../../server/domain/case.ts";
import type { Instant } from "../../server/domain/time.ts";
import type { Answer } from "../api.ts";
import { queueWords } from "../queueWords.ts";
import { type Draft, newDraft } from "./draft.ts";

/** 待发送 → 发送中 → 已送达, with the side states 被退回（要改）and 等登录. */
export type SendState = "waiting" | "sending" | "sent" | "refused" | "signIn";

export interface QueuedReport {
  readonly id: string;
  readonly draft: Draft;
  readonly channel: Channel;
  readonly queuedAt: Instant;
  readonly state: SendState;
  readonly tries: number;
  readonly nextTryAt: Instant;
  /** Why the last try failed, in words. */
  readonly problem: string | null;
  readonly receipt: ReportAnswer | null;
  readonly sentAt: Instant | null;
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 300_000;
const KEEP_RECEIPT = 7 * 86_400_000;

/** 1, 2, 4 … 300 seconds. */
export function waitAfter(tries: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, tries - 1));
}

export function queued(draft: Draft, channel: Channel, at: Instant): QueuedReport {
  return {
    id: draft.id,
    draft,
    channel,
    queuedAt: at,
    state: "waiting",
    tries: 0,
    nextTryAt: at,
    problem: null,
    receipt: null,
    sentAt: null,
  };
}

/** The body of POST /api/reports; every photo has its id by now. */
export function bodyOf({ draft, channel }: QueuedReport, titleOf: (code: string) => string): object {
  const text = draft.text.trim() === "" ? titleOf(draft.itemCode ?? "") : draft.text.trim();
  const told = draft.by === null || draft.onBehalf;
  const reporter = told ? { ...given("name", draft.name), ...given("phone", draft.phone) } : {};
  return {
    id: draft.id,
    text,
    channel,
    ...(draft.point === null ? {} : { point: draft.point }),
    ...given("address", draft.address),
    ...given("itemCode", draft.itemCode ?? ""),
    photos: idsOf(draft.photos),
    ...(draft.onBehalf ? { onBehalf: true } : {}),
    ...(draft.solved
      ? { solvedOnSpot: { result: draft.result.trim(), photosAfter: idsOf(draft.photosAfter) } }
      : {}),
    ...given("sameAs", draft.sameAs ?? ""),
    ...given("componentCode", draft.component?.code ?? ""),
    ...(Object.keys(reporter).length === 0 && !draft.confidential
      ? {}
      : { reporter: { ...reporter, ...(draft.confidential ? { confidential: true } : {}) } }),
  };
}

function idsOf(photos: Draft["photos"]): readonly string[] {
  return photos.map((photo) => photo.sentId).filter((id) => id !== null);
}

/** What became of a record after an answer: nothing is ever dropped. */
export function afterAnswer(record: QueuedReport, answer: Answer<ReportAnswer>, at: Instant): QueuedReport {
  if (answer.kind === "answer") return delivered(record, answer.value, at);
  const tries = record.tries + 1;
  const problem = answer.code === "duplicate" ? queueWords.sentBefore : answer.detail;
  const tried = { ...record, tries, problem, nextTryAt: at + waitAfter(tries) };
  if (answer.status === 401) return { ...tried, state: "signIn" };
  return { ...tried, state: mayPass(answer.status) ? "waiting" : "refused" };
}

/** May be tried by itself: not refused, not waiting for the person who wrote it. */
export function isDue(record: QueuedReport, at: Instant, who: string | null): boolean {
  if (record.draft.by !== null && record.draft.by !== who) return false;
  return (record.state === "waiting" || record.state === "signIn") && record.nextTryAt <= at;
}

export type Stuck = "toSend" | "signIn" | "refused" | "others";

/**
 * What keeps a report from arriving: only time and a line (`toSend`), its writer's sign-in, something to be mended, or
 * that its writer is another person than the one who is signed in. Null: it has arrived.
 * @param who is signed in, or whose device it was until somebody ended it.
 */
export function stuckBy({ state, draft }: QueuedReport, who: string | null): Stuck | null {
  if (state === "sent") return null;
  if (draft.by !== null && draft.by !== who) return who === null ? "signIn" : "others";
  return state === "refused" || state === "signIn" ? state : "toSend";
}

/** A receipt is kept for seven days. */
export function isOld(record: QueuedReport, at: Instant): boolean {
  return record.sentAt !== null && at - record.sentAt > KEEP_RECEIPT;
}

function delivered(record: QueuedReport, receipt: ReportAnswer, at: Instant): QueuedReport {
  // The receipt needs no reporter, no address, no photos: what has arrived is not kept here any longer than it must be
  const { id, by, startedAt, itemCode, confidential, text } = record.draft;
  const draft = { ...newDraft(by, startedAt), id, itemCode, text: confidential ? "" : text };
  return { ...record, draft, state: "sent", receipt, sentAt: at, problem: null };
}

/** No line, a busy or broken server, a full disk: try again. Everything else the server meant. */
function mayPass(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

function given(name: string, value: string): Readonly<Record<string, string>> {
  return value.trim() === "" ? {} : { [name]: value.trim() };
}
