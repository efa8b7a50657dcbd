/** Photos of a case, before and after beside each other; a press opens the whole picture. */
import type { CasePhoto } from "../../server/domain/case.ts";
import { words } from "../words.ts";
import styles from "./PhotoStrip.module.css";

export function PhotoStrip({ photos }: { readonly photos: readonly CasePhoto[] }) {
  if (photos.length === 0) return null;
  return (
    <ul class={styles["strip"]}>
      {photos.map((photo, index) => (
        <li key={`${photo.id}-${index}`}>
          <a href={`/api/photos/${photo.id}`} target="_blank" rel="noreferrer">
            <img
              src={`/api/photos/${photo.id}`}
              alt={words.photo.ofStage(words.photo.stages[photo.stage], index + 1)}
              loading="lazy"
            />
            <span class={styles["stage"]}>{words.photo.stages[photo.stage]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
