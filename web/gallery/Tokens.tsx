/** Colours of the theme that is worn, each on the grounds it is used on, with the contrast as it is now. */
import { theme } from "../state/theme.ts";
import { contrast, pairs, TEXT } from "./contrast.ts";
import styles from "./Gallery.module.css";
import { galleryWords as words } from "./galleryWords.ts";

export function Tokens() {
  // Read anew when another theme is put on
  const style = theme.value && getComputedStyle(document.documentElement);
  const value = (name: string) => (style ? style.getPropertyValue(`--${name}`).trim() : "");
  return (
    <section class={styles["part"]} data-part="tokens" aria-label={words.tokens}>
      <h2>{words.tokens}</h2>
      <p class="muted">{words.tokensHint}</p>
      <ul class={styles["tokens"]}>
        {pairs.map(({ ink, ground, least }) => {
          const ratio = contrast(value(ink), value(ground));
          return (
            <li key={`${ink} ${ground} ${least}`} data-ratio={ratio} data-least={least}>
              {least === TEXT ? (
                <span
                  class={styles["swatch"]}
                  style={{ color: `var(--${ink})`, background: `var(--${ground})` }}
                >
                  {ink}
                </span>
              ) : (
                <span
                  class={`${styles["swatch"]} ${styles["edge"]}`}
                  style={{ borderColor: `var(--${ink})`, background: `var(--${ground})` }}
                />
              )}
              <small>
                {least === TEXT ? "" : `${ink} `}
                {words.on(ground)} {words.ratio(ratio)}
              </small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
