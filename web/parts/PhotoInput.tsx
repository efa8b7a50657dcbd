/** Camera or album, thumbnails, removal. What becomes of the pictures is the owner's business. */
import { useEffect, useState } from "preact/hooks";
import { MOST_PHOTOS, shrink } from "../state/photo.ts";
import { words } from "../words.ts";
import { Icon } from "./Icon.tsx";
import styles from "./PhotoInput.module.css";

interface Photo {
  readonly key: string;
  readonly blob: Blob;
  readonly state?: string;
  /** It did not arrive; the picture itself is still here. */
  readonly again?: (() => void) | undefined;
}

interface PhotoInputProps {
  readonly label: string;
  readonly photos: readonly Photo[];
  readonly add: (blobs: readonly Blob[]) => void;
  readonly remove: (key: string) => void;
}

export function PhotoInput({ label, photos, add, remove }: PhotoInputProps) {
  const [problem, setProblem] = useState<string | null>(null);

  async function take(input: HTMLInputElement): Promise<void> {
    const chosen = [...(input.files ?? [])].slice(0, MOST_PHOTOS - photos.length);
    const small = await Promise.all(chosen.map(shrink));
    input.value = "";
    setProblem(small.includes(null) ? words.photo.unreadable : null);
    add(small.filter((blob) => blob !== null));
  }

  return (
    <div>
      <div class={styles["row"]}>
        {photos.length < MOST_PHOTOS && (
          <label class={styles["take"]}>
            <Icon name="camera" size={26} />
            <span>{photos.length === 0 ? words.photo.take : words.photo.another}</span>
            <input
              class="visuallyHidden"
              type="file"
              accept="image/*"
              multiple
              aria-label={label}
              onCancel={() => setProblem(photos.length === 0 ? words.photo.cancelled : null)}
              onChange={(event) => void take(event.currentTarget)}
            />
          </label>
        )}
        {photos.map((photo, index) => (
          <figure key={photo.key} class={styles["thumb"]}>
            <Thumb blob={photo.blob} alt={words.photo.nth(index + 1)} />
            {photo.state && <figcaption>{photo.state}</figcaption>}
            {photo.again && (
              <button
                type="button"
                class={styles["again"]}
                aria-label={words.photo.again(index + 1)}
                onClick={photo.again}
              >
                {words.retry}
              </button>
            )}
            <button
              type="button"
              class={styles["remove"]}
              aria-label={words.photo.remove(index + 1)}
              onClick={() => remove(photo.key)}
            >
              <Icon name="close" size={14} />
            </button>
          </figure>
        ))}
      </div>
      {problem !== null && (
        <p class={styles["problem"]} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function Thumb({ blob, alt }: { readonly blob: Blob; readonly alt: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address === null ? null : <img src={address} alt={alt} />;
}
