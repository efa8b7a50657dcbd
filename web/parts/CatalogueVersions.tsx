/** Every version that ever counted; an old one can be brought back under a new number. */
import type { CatalogueAnswer } from "../../server/domain/catalogue/answers.ts";
import { catalogueWords } from "../catalogueWords.ts";
import { restoreVersion, working } from "../state/catalogue.ts";
import { momentText } from "../state/moment.ts";
import styles from "./Panel.module.css";

const words = catalogueWords.versions;

export function CatalogueVersions({ found }: { readonly found: CatalogueAnswer }) {
  if (found.versions.length === 0) return null;
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>
        {found.versions.map((row) => (
          <li key={row.version} class={styles["rule"]}>
            <div>
              <b>{words.version(row.version)}</b> {row.version === found.version && words.current}
              <p>{row.restores === null ? row.note : words.restores(row.restores)}</p>
              <p class="muted">
                {row.validFrom !== null && words.from(row.validFrom)} {row.by}{" "}
                {momentText(row.publishedAt ?? row.changedAt, found.now)}
              </p>
            </div>
            {found.mayEdit && row.version !== found.version && (
              <button
                type="button"
                class="button"
                disabled={working.value || found.draft !== null}
                onClick={() => {
                  if (confirm(words.restoreSure(row.version))) void restoreVersion(row.version);
                }}
              >
                {words.restore}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
