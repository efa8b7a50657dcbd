/** What a changed catalogue would have done with last month's cases. */
import type { TrialAnswer } from "../../server/domain/catalogue/answers.ts";
import { catalogueWords } from "../catalogueWords.ts";
import { words as common } from "../words.ts";
import { Hint } from "./Notice.tsx";
import { TableHead } from "./TableHead.tsx";
import styles from "./Panel.module.css";

const words = catalogueWords.trial;

export function CatalogueTrial({ found }: { readonly found: TrialAnswer }) {
  return (
    <section class={styles["list"]} aria-label={words.title} role="status">
      <h3>{words.title}</h3>
      <p>{words.summary(found.days, found.cases, found.moved)}</p>
      {found.newlyUnclear > 0 && <Hint tone="warn">{words.unclear(found.newlyUnclear)}</Hint>}
      {found.byUnit.length > 0 && (
        <ul class={styles["units"]}>
          {found.byUnit.map(({ unit, gained, lost }) => (
            <li key={unit.code}>
              <b>{unit.name}</b>
              {gained > 0 && <span>{` ${words.gained} ${gained}`}</span>}
              {lost > 0 && <span>{` ${words.lost} ${lost}`}</span>}
            </li>
          ))}
        </ul>
      )}
      {found.rows.length > 0 && (
        <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={words.title}>
          <table>
            <TableHead names={[words.number, words.item, words.before, words.after]} />
            <tbody>
              {found.rows.map((row, index) => (
                <tr key={row.number ?? index}>
                  <td>
                    {row.id === null ? common.elsewhere : <a href={`/cases/${row.id}`}>{row.number}</a>}
                  </td>
                  <td>
                    {row.item?.name ?? common.none}
                    {row.text !== null && <p class="muted">{row.text.slice(0, 40)}</p>}
                  </td>
                  <td>{row.before.name}</td>
                  <td>
                    {row.after.name}
                    {row.afterRule !== null && <p class="muted">{row.afterRule}</p>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.moved > found.rows.length && <p class="muted">{words.more(found.rows.length)}</p>}
    </section>
  );
}
