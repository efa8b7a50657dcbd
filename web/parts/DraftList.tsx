/** 草稿箱: thumbnail, what, where, when; go on with it or throw it away. */
import { useEffect, useState } from "preact/hooks";
import { homeWords } from "../homeWords.ts";
import type { Draft } from "../state/draft.ts";
import { drafts, loadDrafts, throwAway } from "../state/drafts.ts";
import { momentText } from "../state/moment.ts";
import { itemOf } from "../state/reference.ts";
import { now } from "../state/serverTime.ts";
import { say } from "../state/toast.ts";
import { words } from "../words.ts";
import styles from "./DraftList.module.css";
import { Icon } from "./Icon.tsx";
import { InstallHint } from "./InstallHint.tsx";
import kept from "./Kept.module.css";

/** What this phone holds of one's own: below the tasks of the first page. */
export function DraftList() {
  useEffect(() => void loadDrafts(), []);
  return (
    <>
      {drafts.value.length > 0 && (
        <section aria-label={homeWords.drafts}>
          <h2>
            {homeWords.drafts} <b class={styles["count"]}>{drafts.value.length}</b>
          </h2>
          <ul class="card">
            {drafts.value.map((draft) => (
              <Row key={draft.id} draft={draft} />
            ))}
          </ul>
        </section>
      )}
      <InstallHint />
    </>
  );
}

function Row({ draft }: { readonly draft: Draft }) {
  const what = draft.text.trim() || (itemOf(draft.itemCode)?.name ?? homeWords.nothing);
  const where = draft.address || (draft.point ? homeWords.located : homeWords.noPlace);
  const photos = draft.photos.length > 0 ? [homeWords.photos(draft.photos.length)] : [];

  async function drop(): Promise<void> {
    const bringBack = await throwAway(draft);
    say(homeWords.dropped, { label: words.undo, run: () => void bringBack() });
  }

  return (
    <li class={kept["row"]}>
      <Thumb draft={draft} />
      <span class={kept["text"]}>
        {what}
        <small>{[where, momentText(draft.startedAt, now.value), ...photos].join(" · ")}</small>
      </span>
      <a class="button" href={`/report?draft=${draft.id}`}>
        {homeWords.resume}
      </a>
      <button
        type="button"
        class="button quiet"
        aria-label={homeWords.drop(what)}
        onClick={() => void drop()}
      >
        <Icon name="close" size={16} />
      </button>
    </li>
  );
}

function Thumb({ draft: { photos } }: { readonly draft: Draft }) {
  const blob = photos[0]?.blob;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return (
    <span class={styles["thumb"]}>
      {address === null ? <Icon name="text" size={22} /> : <img src={address} alt="" />}
    </span>
  );
}
