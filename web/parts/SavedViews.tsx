/** 常用视图: a person's own filters as links, and the way to keep the present ones. */
import { useEffect, useState } from "preact/hooks";
import { type Filters, isNarrowed, listAddress } from "../state/filters.ts";
import { account } from "../state/session.ts";
import { say } from "../state/toast.ts";
import { LONGEST_NAME, openViews, removeView, saveView, views } from "../state/views.ts";
import { viewWords } from "../viewWords.ts";
import { words } from "../words.ts";
import { Icon } from "./Icon.tsx";
import styles from "./SavedViews.module.css";

export function SavedViews({ filters }: { readonly filters: Filters }) {
  const owner = account.value?.id;
  useEffect(() => {
    if (owner !== undefined) openViews(owner);
  }, [owner]);
  const here = listAddress(filters);
  const isKept = views.value.some(({ address }) => address === here);
  const mayKeep = isNarrowed(filters) && !isKept;
  if (views.value.length === 0 && !mayKeep) return null;
  return (
    <nav class={styles["views"]} aria-label={viewWords.label}>
      {views.value.map(({ name, address }) => (
        <span key={name} class={styles["view"]}>
          <a href={address} aria-current={address === here ? "page" : undefined}>
            {name}
          </a>
          <button type="button" aria-label={viewWords.remove(name)} onClick={() => takeAway(name)}>
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      {mayKeep && <Keep key={here} filters={filters} />}
    </nav>
  );
}

function takeAway(name: string): void {
  const bringBack = removeView(name);
  say(viewWords.removed(name), { label: words.undo, run: bringBack });
}

function Keep({ filters }: { readonly filters: Filters }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");

  function submit(event: Event): void {
    event.preventDefault();
    saveView(name, filters);
    say(viewWords.saved(name.trim()));
  }

  if (!open)
    return (
      <button type="button" class="button" onClick={() => setOpen(true)}>
        {viewWords.save}
      </button>
    );
  return (
    <form class={styles["form"]} onSubmit={submit}>
      <label class="visuallyHidden" for="view-name">
        {viewWords.name}
      </label>
      <input
        id="view-name"
        value={name}
        maxLength={LONGEST_NAME}
        placeholder={viewWords.nameHint(LONGEST_NAME)}
        ref={(input) => void (document.activeElement?.id !== "view-name" && name === "" && input?.focus())}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button primary" disabled={name.trim() === ""}>
        {viewWords.keep}
      </button>
    </form>
  );
}
