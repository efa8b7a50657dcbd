/** The reasons themselves, fetched with their answer when somebody asks. */
import type { ReasonsAnswer } from "../../server/domain/learning/answers.ts";
import { reasonWords as words } from "../reasonWords.ts";
import { words as common } from "../words.ts";

export function ReasonLists({ found }: { readonly found: ReasonsAnswer }) {
  return (
    <>
      {found.items.map((row) => (
        <section key={row.item.code}>
          <h3>{`${row.item.name} ${common.percent(row.probability)}`}</h3>
          <dl>
            <div>
              <dt>{words.for}</dt>
              <dd>{listed(row.for)}</dd>
            </div>
            <div>
              <dt>{words.against}</dt>
              <dd>{listed(row.against)}</dd>
            </div>
            <div>
              <dt>{words.duty}</dt>
              <dd>{row.duty}</dd>
            </div>
          </dl>
        </section>
      ))}
      <section>
        <h3>{words.alike}</h3>
        {found.alike.length === 0 && <p class="muted">{words.noAlike}</p>}
        <ul>
          {found.alike.map((row, index) => (
            <li key={row.number ?? index}>
              {row.id === null ? common.elsewhere : <a href={`/cases/${row.id}`}>{row.number}</a>}{" "}
              {words.row(row.item.name, row.unit?.name ?? common.none)}
            </li>
          ))}
        </ul>
      </section>
      {found.rules.length > 0 && (
        <section>
          <h3>{words.filing}</h3>
          <ul>
            {found.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function listed(parts: readonly string[]): string {
  return parts.length === 0 ? words.none : parts.join(common.comma);
}
