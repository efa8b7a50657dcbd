/** Whom to ask for at a unit, asked once while somebody is signed in. */
import { computed, signal } from "@preact/signals";
import type { ContactsAnswer, UnitContact } from "../../server/domain/contacts.ts";
import { ask } from "../api.ts";

const rows = signal<readonly UnitContact[] | null>(null);
const byCode = computed(() => new Map((rows.value ?? []).map((row) => [row.code, row])));
let asking = false;

/** Asks when the first place needs it; another place in the meantime waits for the same answer. */
export async function loadContacts(): Promise<void> {
  if (rows.peek() !== null || asking) return;
  asking = true;
  const answer = await ask<ContactsAnswer>("/api/contacts");
  asking = false;
  if (answer.kind === "answer") rows.value = answer.value.rows;
}

export function contactOf(code: string): UnitContact | null {
  return byCode.value.get(code) ?? null;
}

/** The county changed its units, or somebody else sits here now. */
export function forgetContacts(): void {
  rows.value = null;
}
