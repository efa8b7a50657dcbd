/** 系统设置: looked at here, changed where the process is started. */
import { useEffect } from "preact/hooks";
import type { SettingsAnswer } from "../../server/domain/settingAnswers.ts";
import { ask } from "../api.ts";
import { FactList } from "../parts/FactList.tsx";
import { Loading, ProblemNotice } from "../parts/Notice.tsx";
import styles from "../parts/Panel.module.css";
import { TableHead } from "../parts/TableHead.tsx";
import { settingsWords as words } from "../settingsWords.ts";
import { createResource } from "../state/resource.ts";

const found = createResource<SettingsAnswer>(() => ask("/api/settings"));

export function Settings() {
  useEffect(() => void found.load(), []);
  const shown = found.value.value;
  const problem = found.problem.value;
  if (!shown) return problem ? <ProblemNotice problem={problem} retry={found.load} /> : <Loading />;
  return (
    <div class={styles["page"]}>
      <header>
        <h1>{words.title}</h1>
        <p class="muted">{words.lead}</p>
      </header>
      <section class={`card ${styles["card"]}`} aria-label={words.elsewhere}>
        <h2>{words.elsewhere}</h2>
        <ul>
          {words.links.map(([href, name, hint]) => (
            <li key={href} class={styles["rule"]}>
              <div>
                <a href={href}>{name}</a> <span class="muted">{hint}</span>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section class={`card ${styles["card"]}`} aria-label={words.running}>
        <h2>{words.running}</h2>
        <FactList
          facts={[
            { name: words.engine, value: words.engines[shown.engine] },
            { name: words.runtime, value: shown.runtime },
            { name: words.grid, value: shown.gridVersion },
            { name: words.taxonomy, value: shown.taxonomyVersion },
          ]}
        />
      </section>
      <section class={`card ${styles["card"]}`} aria-label={words.settings}>
        <h2>{words.settings}</h2>
        <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={words.settings}>
          <table>
            <TableHead names={words.columns} />
            <tbody>
              {shown.settings.map((row) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  <td>{row.meaning}</td>
                  <td>{row.given ? row.value : words.preset}</td>
                  <td>{row.preset === "" ? words.empty : row.preset}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  );
}
