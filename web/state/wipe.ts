/**
 * What a device forgets when somebody leaves it (decision 0050). Reports that have not arrived stay until they have: they are
 * nowhere else.
 */
import { forgetDraftOf } from "./draftWords.ts";
import { forgetFormsOf, NOBODY } from "./keptForm.ts";
import { forgetTaught } from "./readerStore.ts";
import { deviceStore } from "./store.ts";

/** What was taken along: fetched again by whoever signs in. */
const TAKEN_ALONG = "huying-field";

/** @param why who signed out themselves finds their drafts again; an ended device may be in anybody's hands. */
export async function wipe(by: string, why: "signedOut" | "ended"): Promise<void> {
  // Residents have no account that could end: whoever leaves the device takes their unsent words off it as well
  forgetFormsOf(NOBODY);
  if (!("indexedDB" in globalThis)) return;
  indexedDB.deleteDatabase(TAKEN_ALONG);
  if (why === "ended") {
    forgetDraftOf(by);
    forgetFormsOf(by);
  }
  try {
    await forgetTaught();
    const store = await deviceStore();
    await store.delete("components", by);
    for (const { id, draft, state } of await store.getAll("queue"))
      if (draft.by === by && state === "sent") await store.delete("queue", id);
    if (why === "signedOut") return;
    for (const draft of await store.getAll("drafts"))
      if (draft.by === by) await store.delete("drafts", draft.id);
  } catch {
    // A store that cannot be opened holds nothing that anybody could read
  }
}
