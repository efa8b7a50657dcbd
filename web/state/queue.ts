/** The queue at work: reports leave the device by themselves, one after the other, photos first, each acknowledged. */
import { computed, signal } from "@preact/signals";
import type { PhotoAnswer, ReportAnswer } from "../../server/domain/reportAnswers.ts";
import type { Taken } from "../../server/domain/closing/exif.ts";
import { type Answer, ask, post, queryOf } from "../api.ts";
import { type Draft, type DraftPhoto, wholeDraft } from "./draft.ts";
import { forgetWords, noteWords } from "./draftWords.ts";
import { randomUUID } from "./ids.ts";
import { itemOf } from "./reference.ts";
import {
  afterAnswer,
  bodyOf,
  isDue,
  isOld,
  type QueuedReport,
  queued,
  type Stuck,
  stuckBy,
} from "./sending.ts";
import { account, ended } from "./session.ts";
import { deviceStore } from "./store.ts";

export const records = signal<readonly QueuedReport[]>([]);
export const online = signal(typeof navigator === "undefined" ? true : navigator.onLine);
/** Ids of reports and drafts that the device had no room for: they live as long as this page does. */
export const unkept = signal<ReadonlySet<string>>(new Set());
/** What a person may read here: their own, and what was written by nobody in particular. */
export function isReadable({ draft }: QueuedReport): boolean {
  return draft.by === null || draft.by === account.value?.id;
}

/** Everything that has not arrived yet. */
export const waiting = computed(() => records.value.filter((record) => record.state !== "sent"));

/** What has not arrived, by what keeps it. */
export function stuck(by: Stuck): readonly QueuedReport[] {
  return records.value.filter((record) => stuckBy(record, account.value?.id ?? ended.value) === by);
}

let busy = false;

/** Puts a draft into the queue (it is safe from here on) and tries at once, unless it is being tried already. */
export async function send(draft: Draft): Promise<void> {
  const record = queued(draft, account.value === null ? "public" : channelOf(), Date.now());
  await keep(record);
  await dropDraft(draft.id);
  await sendAll("asked");
}

/**
 * Takes what the server refused out of the queue and makes it a draft again, to be mended. @returns its id, which is new: the old
 * one may belong to what was sent from another window.
 */
export async function revise(record: QueuedReport): Promise<string> {
  const draft = { ...record.draft, id: randomUUID() };
  await keepDraft(draft);
  await drop(record.id);
  return draft.id;
}

/** A full or forbidden store must not stop anybody from writing and sending: it is said, and the page holds on to it. */
export async function keepDraft(draft: Draft): Promise<void> {
  noteWords(draft);
  await kept(draft.id, async () => void (await (await deviceStore()).put("drafts", draft)));
}

/** It is in the queue, or nobody wants it. */
export async function dropDraft(id: string): Promise<void> {
  forgetWords(id);
  await kept(id, async () => (await deviceStore()).delete("drafts", id));
}

/** @param why `asked` does not wait for the next try: a person pressed the button or just came back. */
export async function sendAll(why: "asked" | "timer"): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    for (const { id } of records.value) {
      const record = records.value.find((row) => row.id === id);
      const at = why === "asked" ? Number.POSITIVE_INFINITY : Date.now();
      if (record && isDue(record, at, account.value?.id ?? ended.value)) await sendOne(record);
    }
    await wipeWhenEnded();
  } finally {
    busy = false;
  }
}

export async function drop(id: string): Promise<void> {
  records.value = records.value.filter((record) => record.id !== id);
  await kept(id, async () => (await deviceStore()).delete("queue", id));
}

/** Brings back what was dropped a moment ago. */
export async function bringBack(record: QueuedReport): Promise<void> {
  await keep(record);
}

/** Starts the queue: what is on the device is loaded, and line, screen and time set it going. */
export async function startQueue(): Promise<void> {
  const stored = await (await deviceStore()).getAll("queue").catch(() => []);
  for (const record of stored) if (isOld(record, Date.now())) await drop(record.id);
  records.value = stored
    .filter((record) => !isOld(record, Date.now()))
    .map((record) => ({ ...record, draft: wholeDraft(record.draft) }))
    .map((record) => (record.state === "sending" ? { ...record, state: "waiting" as const } : record))
    .sort((a, b) => a.queuedAt - b.queuedAt);
  addEventListener("beforeunload", (event) => unkept.value.size > 0 && event.preventDefault());
  addEventListener("online", () => ((online.value = true), void sendAll("asked")));
  addEventListener("offline", () => (online.value = false));
  document.addEventListener("visibilitychange", () => void (document.hidden || sendAll("asked")));
  setInterval(() => void sendAll("timer"), 1000);
  await sendAll("asked");
}

/** A device that was ended keeps nothing of whoever had it once the last report is out. */
async function wipeWhenEnded(): Promise<void> {
  const whose = ended.value;
  if (whose === null || waiting.value.some(({ draft }) => draft.by === whose)) return;
  await (await import("./wipe.ts")).wipe(whose, "ended");
  forgetRecordsOf(whose);
}

/** They were taken off the device. */
export function forgetRecordsOf(by: string): void {
  records.value = records.value.filter(({ draft, state }) => draft.by !== by || state !== "sent");
}

async function sendOne(record: QueuedReport): Promise<void> {
  await keep({ ...record, state: "sending" });
  const { record: ready, answer } = await withPhotos({ ...record, state: "sending" });
  const last = answer ?? (await post<ReportAnswer>("/api/reports", bodyOf(ready, nameOfItem)));
  await keep(afterAnswer(ready, last, Date.now()));
}

/** Sends the photos that have no id yet; stops at the first problem, keeping those that arrived. */
async function withPhotos(
  record: QueuedReport,
): Promise<{ readonly record: QueuedReport; readonly answer: Answer<ReportAnswer> | null }> {
  let current = record;
  for (const photo of [...record.draft.photos, ...record.draft.photosAfter]) {
    if (photo.sentId !== null) continue;
    const answer = await sendPhoto(photo.blob);
    if (answer.kind === "problem") return { record: current, answer };
    const told = (row: DraftPhoto) => (row.key === photo.key ? { ...row, sentId: answer.value.id } : row);
    const { draft } = current;
    const photos = draft.photos.map(told);
    current = { ...current, draft: { ...draft, photos, photosAfter: draft.photosAfter.map(told) } };
    await keep(current);
  }
  return { record: current, answer: null };
}

/** @param taken when and where, told of closing photos only: what residents send says neither. */
export function sendPhoto(blob: Blob, taken: Taken | null = null): Promise<Answer<PhotoAnswer>> {
  const told = queryOf({ takenAt: taken?.at, lng: taken?.lng?.toFixed(6), lat: taken?.lat?.toFixed(6) });
  return ask<PhotoAnswer>(`/api/photos${told}`, { method: "POST", blob, timeout: 60_000 });
}

async function keep(record: QueuedReport): Promise<void> {
  const others = records.value.filter((row) => row.id !== record.id);
  records.value = [...others, record].sort((a, b) => a.queuedAt - b.queuedAt);
  await kept(record.id, async () => void (await (await deviceStore()).put("queue", record)));
  if (record.state === "sent") forgetUnkept(record.id);
}

/** Does something with the store of the device; when there is no room, the id is among the unkept. */
async function kept(id: string, put: () => Promise<void>): Promise<void> {
  try {
    await put();
    forgetUnkept(id);
  } catch {
    if (!unkept.value.has(id)) unkept.value = new Set([...unkept.value, id]);
  }
}

function forgetUnkept(id: string): void {
  if (unkept.value.has(id)) unkept.value = new Set([...unkept.value].filter((other) => other !== id));
}

function channelOf(): QueuedReport["channel"] {
  const role = account.value?.role;
  if (role === "township" || role === "department" || role === "centre" || role === "leader") return role;
  return "gridWorker";
}

function nameOfItem(code: string): string {
  return itemOf(code)?.name ?? code;
}
