/** Photos of a case, before and after beside each other; a press opens the whole picture. */
import { useState } from "preact/hooks";
import type { CasePhoto } from "../../server/domain/case.ts";
import { words } from "../words.ts";
import styles from "./PhotoStrip.module.css";

export function PhotoStrip({ photos }: { readonly photos: readonly CasePhoto[] }) {
  if (photos.length === 0) return null;
  return (
    <ul class={styles["strip"]}>
      {photos.map((photo, index) => (
        <li key={`${photo.id}-${index}`}>
          <Shown photo={photo} at={index + 1} />
        </li>
      ))}
    </ul>
  );
}

function Shown({ photo: { id, stage }, at }: { readonly photo: CasePhoto; readonly at: number }) {
  const [isGone, setGone] = useState(false);
  const name = words.photo.stages[stage];
  if (isGone) return <p class="muted">{words.photo.gone}</p>;
  return (
    <a href={`/api/photos/${id}`} target="_blank" rel="noreferrer">
      <img
        src={`/api/photos/${id}`}
        alt={words.photo.ofStage(name, at)}
        loading="lazy"
        onError={() => setGone(true)}
      />
      <span class={styles["stage"]}>{name}</span>
    </a>
  );
}
