/** 草稿箱: reports begun and not sent, of whoever is signed in. */
import { signal } from "@preact/signals";
import { type Draft, isBlank } from "./draft.ts";
import { withNotedWords } from "./draftWords.ts";
import { dropDraft, keepDraft } from "./queue.ts";
import { account } from "./session.ts";
import { deviceStore } from "./store.ts";

export const drafts = signal<readonly Draft[]>([]);

export async function loadDrafts(): Promise<void> {
  const by = account.peek()?.id ?? null;
  const kept = await deviceStore()
    .then((store) => store.getAll("drafts"))
    .catch(() => []);
  drafts.value = withNotedWords(kept)
    .filter((draft) => draft.by === by && !isBlank(draft))
    .toSorted((a, b) => b.startedAt - a.startedAt);
}

/** @returns a way to bring it back. */
export async function throwAway(draft: Draft): Promise<() => Promise<void>> {
  await dropDraft(draft.id);
  await loadDrafts();
  return async () => {
    await keepDraft(draft);
    await loadDrafts();
  };
}
