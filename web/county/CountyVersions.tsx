/** Every version of a subject that ever counted, the program's own first; a former one can be brought back. */
import type { SubjectAnswer } from "../../server/domain/county/answers.ts";
import { countyWords } from "../countyWords.ts";
import { restoreVersion, working } from "../state/county.ts";
import { VersionLine } from "../parts/VersionLine.tsx";
import { publishWords } from "../publishWords.ts";
import styles from "../parts/Panel.module.css";

const words = countyWords.versions;

export function CountyVersions({ found }: { readonly found: SubjectAnswer }) {
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>
        {found.versions.map((row) => (
          <VersionLine key={row.version} row={row} isCurrent={row.version === found.version} now={found.now}>
            <Acts found={found} version={row.version} />
          </VersionLine>
        ))}
        <li class={styles["rule"]}>
          <div>
            <b>{publishWords.version(1)}</b> {found.version === 1 && publishWords.current}
            <p>{words.first}</p>
          </div>
          <Acts found={found} version={1} />
        </li>
      </ul>
    </section>
  );
}

function Acts({ found, version }: { readonly found: SubjectAnswer; readonly version: number }) {
  return (
    <div class={styles["acts"]}>
      <a class="button" href={`/api/county/${found.subject}/versions/${version}`} download>
        {words.export}
      </a>
      {version !== found.version && (
        <button
          type="button"
          class="button"
          disabled={working.value || found.draft !== null}
          onClick={() => {
            if (confirm(words.restoreSure(version))) void restoreVersion(found, version);
          }}
        >
          {words.restore}
        </button>
      )}
    </div>
  );
}
