/** Accounts, for administrators. A new password is shown once and kept nowhere. */
import { signal } from "@preact/signals";
import type { Role } from "../../server/domain/case.ts";
import type { PeopleAnswer, PersonRow } from "../../server/domain/peopleAnswers.ts";
import { ask, type Problem, post } from "../api.ts";
import { securityWords } from "../securityWords.ts";
import { words } from "../words.ts";
import { createResource } from "./resource.ts";
import { say } from "./toast.ts";
import { peopleWords } from "../peopleWords.ts";

export const people = createResource<PeopleAnswer>(() => ask("/api/people"));

/** Told once, to be handed over. */
export const newPassword = signal<{ readonly username: string; readonly password: string } | null>(null);

export interface NewPerson {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
  readonly cells: readonly string[];
}

export async function addPerson(person: NewPerson): Promise<Problem | null> {
  const answer = await post<{ readonly password?: string }>("/api/people", {
    ...person,
    unit: person.unit === "" ? null : person.unit,
  });
  if (answer.kind === "problem") return answer;
  tell(person.username, answer.value?.password);
  await people.load();
  return null;
}

export async function setDisabled(row: PersonRow, disabled: boolean): Promise<void> {
  const answer = await post(`/api/people/${row.id}/disable`, { disabled });
  if (answer.kind === "problem") say(answer.detail);
  else say(disabled ? peopleWords.disabled(row.name) : peopleWords.enabled(row.name), undo(row, !disabled));
  await people.load();
}

export async function setPosts(row: PersonRow, posts: PersonRow["posts"]): Promise<void> {
  const answer = await post(`/api/people/${row.id}/posts`, { posts });
  if (answer.kind === "problem") say(answer.detail);
  await people.load();
}

export async function resetPassword(row: PersonRow): Promise<void> {
  const answer = await post<{ readonly password?: string }>(`/api/people/${row.id}/password`, {});
  if (answer.kind === "problem") say(answer.detail);
  else tell(row.username, answer.value?.password);
}

export async function endSessions(row: PersonRow): Promise<void> {
  const answer = await post(`/api/people/${row.id}/sessions/end`, {});
  say(answer.kind === "problem" ? answer.detail : securityWords.people.ended(row.name));
}

export async function dropFactor(row: PersonRow): Promise<void> {
  const answer = await post(`/api/people/${row.id}/factor/drop`, {});
  say(answer.kind === "problem" ? answer.detail : securityWords.people.dropped(row.name));
}

function tell(username: string, password: string | undefined): void {
  newPassword.value = password === undefined ? null : { username, password };
}

function undo(row: PersonRow, disabled: boolean) {
  return { label: words.undo, run: () => void setDisabled(row, disabled) };
}
