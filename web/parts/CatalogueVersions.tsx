/** Every version that ever counted; an old one can be brought back under a new number. */
import type { CatalogueAnswer } from "../../server/domain/catalogue/answers.ts";
import { catalogueWords } from "../catalogueWords.ts";
import { restoreVersion, working } from "../state/catalogue.ts";
import styles from "./Panel.module.css";
import { VersionLine } from "./VersionLine.tsx";

const words = catalogueWords.versions;

export function CatalogueVersions({ found }: { readonly found: CatalogueAnswer }) {
  if (found.versions.length === 0) return null;
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>
        {found.versions.map((row) => (
          <VersionLine key={row.version} row={row} isCurrent={row.version === found.version} now={found.now}>
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
          </VersionLine>
        ))}
      </ul>
    </section>
  );
}
