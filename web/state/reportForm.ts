/** The report in hand: a draft saved with every change, what the server thinks of it, and its way into the queue. */
import { computed, signal } from "@preact/signals";
import type { LocateAnswer } from "../../server/domain/mapAnswers.ts";
import type { ClassifyAnswer } from "../../server/domain/readerAnswers.ts";
import type { ReportAnswer } from "../../server/domain/reportAnswers.ts";
import type { NearComponent } from "../../server/domain/component/answers.ts";
import type { NearAnswer } from "../../server/domain/linking/answers.ts";
import type { PointValue } from "../../server/domain/fields.ts";
import type { Instant } from "../../server/domain/time.ts";
import { deadline } from "../../server/domain/worktime.ts";
import { type Answer, post, type Problem } from "../api.ts";
import { type Draft, isBlank, lacks, newDraft, type DraftPhoto, type SpotRule, wholeDraft } from "./draft.ts";
import { withNotedWords } from "./draftWords.ts";
import { noteUse } from "./frequent.ts";
import { randomUUID } from "./ids.ts";
import { keepWords, readOffline } from "./offlineReader.ts";
import { takenOf } from "./photo.ts";
import { dropDraft, keepDraft, records, revise, send } from "./queue.ts";
import { calendarOfUnit, itemOf } from "./reference.ts";
import { createResource } from "./resource.ts";
import { account } from "./session.ts";
import { deviceStore } from "./store.ts";
import { now } from "./serverTime.ts";

/** Words are read once the person pauses. */
const PAUSE = 500;

export type ReportForm = ReturnType<typeof createReportForm>;

export function createReportForm() {
  const draft = signal<Draft>(newDraft(account.peek()?.id ?? null, Date.now()));
  /** A draft found on the device: 继续上次未完成的上报? */
  const found = signal<Draft | null>(null);
  const inQueue = signal(false);
  /** Told by the queue, which may have sent it by itself a moment before or minutes after the button was pressed. */
  const receipt = computed<ReportAnswer | null>(() => {
    const record = records.value.find(({ id }) => id === draft.value.id);
    return (inQueue.value && record?.receipt) || null;
  });
  const sending = signal(false);
  const reading = createResource<ClassifyAnswer | null>(() => classify(draft.peek()));
  const place = createResource<LocateAnswer | null>(() => locate(draft.peek().point));
  const near = createResource<NearAnswer | null>(() => lookNear(draft.peek()));
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** @param wanted id of a draft to go on with at once: one that was sent back to be mended. */
  async function start(wanted: string | null = null): Promise<void> {
    void keepWords();
    const stored = await deviceStore()
      .then((store) => store.getAll("drafts"))
      .catch(() => []);
    const mine = withNotedWords(stored).filter((row) => row.by === draft.peek().by && !isBlank(row));
    const newest = [...mine].sort((a, b) => b.startedAt - a.startedAt)[0] ?? null;
    const asked = mine.find(({ id }) => id === wanted);
    found.value = asked ?? newest;
    if (asked) resume();
  }

  function change(part: Partial<Draft>): void {
    draft.value = { ...draft.peek(), ...part };
    void keepDraft(draft.peek());
    if (part.point !== undefined) {
      void place.load();
      void near.load();
    }
    if (part.text !== undefined || part.itemCode !== undefined || part.component !== undefined) {
      clearTimeout(timer);
      timer = setTimeout(() => void Promise.all([reading.load(), near.load()]), PAUSE);
    }
  }

  /** The thing says where it stands and, where it has one kind of fault only, what is wrong. */
  function chooseComponent(row: NearComponent | null): void {
    if (row === null) return change({ component: null });
    const [item, ...others] = row.items;
    const itemCode = draft.peek().itemCode ?? (others.length === 0 ? (item ?? null) : null);
    const { code, name, owner, point } = row;
    change({
      component: { code, name, owner: owner?.name ?? null },
      itemCode,
      point: { ...point, datum: "wgs84", source: "register" },
      pointSource: "register",
    });
  }

  function addPhotos(blobs: readonly Blob[], to: "photos" | "photosAfter" = "photos"): void {
    const fresh = blobs.map((blob) => ({
      key: randomUUID(),
      blob,
      sentId: null,
      takenAt: takenOf(blob)?.at ?? Date.now(),
    }));
    change({ [to]: [...draft.peek()[to], ...fresh] });
  }

  function removePhoto(key: string): void {
    const kept = (photo: DraftPhoto) => photo.key !== key;
    const { photos, photosAfter } = draft.peek();
    change({ photos: photos.filter(kept), photosAfter: photosAfter.filter(kept) });
  }

  function resume(): void {
    if (!found.peek()) return;
    draft.value = wholeDraft(found.peek() ?? draft.peek());
    found.value = null;
    change({ point: draft.peek().point, text: draft.peek().text });
  }

  async function discard(): Promise<void> {
    const old = found.peek();
    found.value = null;
    if (old) await dropDraft(old.id);
  }

  async function submit(): Promise<void> {
    if (lacking.peek() !== null || sending.peek()) return;
    sending.value = true;
    noteUse(draft.peek().itemCode);
    await send(await stampedHere(draft.peek()));
    sending.value = false;
    inQueue.value = true;
  }

  /** Without the drawer, as without a network, photos go as they are. */
  async function stampedHere(written: Draft): Promise<Draft> {
    if (written.by === null || written.photos.length + written.photosAfter.length === 0) return written;
    const cell = place.value.peek()?.cell?.name ?? null;
    return await import("./stamp.ts").then(
      ({ stampedDraft }) => stampedDraft(written, cell),
      () => written,
    );
  }

  function again(): void {
    draft.value = newDraft(draft.peek().by, Date.now());
    inQueue.value = false;
    reading.put(null);
    near.put(null);
  }

  /** 去改: what the server refused stands in the form again. */
  async function mend(): Promise<void> {
    const refused = records.peek().find(({ id }) => id === draft.peek().id);
    if (!refused) return;
    const id = await revise(refused);
    inQueue.value = false;
    change({ ...refused.draft, id });
  }

  /** 撤销: the report is gone, what was written stands in the form again. @returns why not, in words. */
  async function undo(): Promise<string | null> {
    const why = await (await import("./takeBack.ts")).takeBack(draft.peek().id);
    if (why !== null) return why;
    const kept = draft.peek();
    again();
    change({ ...kept, id: randomUUID() });
    return null;
  }

  const chosenItem = computed(() =>
    itemOf(draft.value.itemCode ?? reading.value.value?.suggestions[0]?.code),
  );

  /** 随手办结 of the chosen item; null until one is chosen. */
  const spotRule = computed<SpotRule | null>(() => {
    const item = itemOf(draft.value.itemCode);
    const role = account.value?.role;
    const local = role === "gridWorker" || role === "township";
    return item && { photoAfter: item.photoAfter, takenBack: local && item.townshipRole === "escalate" };
  });
  const lacking = computed(() => lacks(draft.value, spotRule.value));

  /** Deadlines as they would fall if it were sent now and dispatched at once. */
  const deadlines = computed<{ readonly accept: Instant; readonly handle: Instant } | null>(() => {
    const item = chosenItem.value;
    const counting = item && calendarOfUnit(item.leadUnit);
    if (!item || !counting) return null;
    const at = now.value;
    const due = (budget: typeof item.limits.handle) => deadline(at, budget, counting);
    return { accept: due(item.limits.respond), handle: due(item.limits.handle) };
  });

  return {
    draft,
    found,
    inQueue,
    receipt,
    sending,
    reading,
    place,
    near,
    chosenItem,
    spotRule,
    lacking,
    deadlines,
    start,
    change,
    chooseComponent,
    addPhotos,
    removePhoto,
    resume,
    discard,
    submit,
    undo,
    mend,
    again,
  };
}

async function classify(draft: Draft): Promise<Answer<ClassifyAnswer | null>> {
  if (draft.text.trim().length < 2 && draft.itemCode === null) return nothing;
  const answer = await post<ClassifyAnswer>("/api/classify", {
    text: draft.text,
    ...(draft.itemCode === null ? {} : { itemCode: draft.itemCode }),
    ...(draft.point === null ? {} : { point: draft.point }),
    ...(draft.component ? { componentCode: draft.component.code } : {}),
  });
  return answer.kind === "problem" && answer.status === 0 ? readHere(draft.text, answer) : answer;
}

/** Without a network the phone reads by itself; who is responsible is then the item's lead unit. */
async function readHere(text: string, unreached: Problem): Promise<Answer<ClassifyAnswer>> {
  const read = await readOffline(text);
  if (read === null) return unreached;
  const { candidates, sure, why, danger, speech } = read.reading;
  const named = (code: string) => ({ code, name: itemOf(code)?.name ?? code });
  const suggestions = candidates.map(({ code, probability, words }) => {
    return { ...named(code), probability, words: words.map(({ word }) => word) };
  });
  const parts = read.parts.map((part) => ({ text: part.text, item: named(part.code) }));
  const { times } = read;
  const value = { suggestions, sure, why, danger, speech, responsible: null, parts, times };
  return { kind: "answer", status: 200, value };
}

/** Needs a place and some words; where the server is not reached, nothing is proposed and nothing is lost. */
async function lookNear({ text, itemCode, point }: Draft): Promise<Answer<NearAnswer | null>> {
  if (point === null || (text.trim().length < 2 && itemCode === null)) return nothing;
  const answer = await post<NearAnswer>("/api/near", { text, point, itemCode });
  return answer.kind === "answer" ? answer : nothing;
}

async function locate(point: PointValue | null): Promise<Answer<LocateAnswer | null>> {
  return point === null ? nothing : post("/api/locate", { point });
}

const nothing = { kind: "answer", value: null, status: 200 } as const;
