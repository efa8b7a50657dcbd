/** County data on the screen: what counts, the draft on the server, and what is being edited here. */
import { signal } from "@preact/signals";
import type { CountyAnswer, CountyTrial, SubjectAnswer } from "../../server/domain/county/answers.ts";
import type { CountyBody, CountySubject } from "../../server/domain/county/subjects.ts";
import { type Answer, ask, type Problem, post } from "../api.ts";
import { countyWords as words } from "../countyWords.ts";
import { forgetContacts } from "./contacts.ts";
import { createResource } from "./resource.ts";
import { loadTimed } from "./serverTime.ts";
import { say } from "./toast.ts";

export const county = createResource<CountyAnswer>(() => ask("/api/county"));

const asked = signal<CountySubject>("calendar");
export const subject = createResource<SubjectAnswer>(() => ask(`/api/county/${asked.peek()}`));
export const trial = signal<CountyTrial | null>(null);
/** What the server objected to. */
export const objection = signal<Problem | null>(null);
export const working = signal(false);

/** What was changed here and not saved yet, by subject: another page may be looked at meanwhile. */
export const edits = signal<Partial<Record<CountySubject, CountyBody>>>({});

export async function openSubject(name: CountySubject): Promise<void> {
  if (subject.value.peek()?.subject !== name) subject.put(null);
  asked.value = name;
  trial.value = null;
  objection.value = null;
  await loadTimed(subject);
}

/** The content as it would be with what was changed here. */
export function shownBody(found: SubjectAnswer): CountyBody {
  return { ...(found.draft?.body ?? found.body), ...edits.value[found.subject] };
}

export function edit(name: CountySubject, file: string, value: unknown): void {
  edits.value = { ...edits.value, [name]: { ...edits.value[name], [file]: value } };
}

export function forgetEdits(name: CountySubject): void {
  const { [name]: _gone, ...rest } = edits.value;
  edits.value = rest;
}

/** Only files that differ from what counts go into the draft. */
export async function saveDraft(found: SubjectAnswer): Promise<void> {
  const body = shownBody(found);
  const changed = Object.fromEntries(
    Object.entries(body).filter(
      ([file, value]) => JSON.stringify(value) !== JSON.stringify(found.body[file]),
    ),
  );
  const saved = await change(
    found,
    "draft",
    { revision: found.draft?.revision ?? null, body: changed },
    words.done.saved,
  );
  if (saved) forgetEdits(found.subject);
}

export async function discardDraft(found: SubjectAnswer): Promise<void> {
  forgetEdits(found.subject);
  if (found.draft) await change(found, "discard", { revision: found.draft.revision }, words.done.discarded);
}

export const publishDraft = (found: SubjectAnswer, validFrom: string, note: string): Promise<boolean> =>
  change(found, "publish", { revision: found.draft?.revision ?? 1, validFrom, note }, words.done.published);

export const restoreVersion = (found: SubjectAnswer, version: number): Promise<boolean> =>
  change(found, "restore", { version }, words.done.restored);

export async function runTrial(found: SubjectAnswer): Promise<void> {
  working.value = true;
  const answer: Answer<CountyTrial> = await post(`/api/county/${found.subject}/trial`, {});
  working.value = false;
  objection.value = answer.kind === "problem" ? answer : null;
  trial.value = answer.kind === "answer" ? answer.value : null;
}

async function change(found: SubjectAnswer, act: string, body: unknown, done: string): Promise<boolean> {
  working.value = true;
  const answer: Answer<SubjectAnswer> = await post(`/api/county/${found.subject}/${act}`, body);
  working.value = false;
  objection.value = answer.kind === "problem" ? answer : null;
  if (answer.kind === "problem") {
    if (answer.status === 409) await subject.load();
    return false;
  }
  trial.value = null;
  if (found.subject === "units") forgetContacts();
  subject.put(answer.value);
  say(done);
  return true;
}
