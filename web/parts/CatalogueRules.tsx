/** All rules, found by a word; long lists begin short. */
import { useState } from "preact/hooks";
import type { RuleRow } from "../../server/domain/catalogue/answers.ts";
import type { CatalogueRule } from "../../server/domain/catalogue/rule.ts";
import { townshipRoleWords } from "../../server/domain/catalogue/words.ts";
import { catalogueWords } from "../catalogueWords.ts";
import { removeRule, working } from "../state/catalogue.ts";
import { words as common } from "../words.ts";
import styles from "./Panel.module.css";

const words = catalogueWords.rules;
const SHORT = 40;

interface CatalogueRulesProps {
  readonly rows: readonly RuleRow[];
  readonly mayEdit: boolean;
  readonly edit: (rule: CatalogueRule) => void;
}

export function CatalogueRules({ rows, mayEdit, edit }: CatalogueRulesProps) {
  const [sought, setSought] = useState("");
  const [isWhole, setWhole] = useState(false);
  const fitting = rows.filter((row) => speaksOf(row, sought.trim()));
  const shown = isWhole ? fitting : fitting.slice(0, SHORT);
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <input
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        value={sought}
        onInput={(event) => setSought(event.currentTarget.value)}
      />
      <p class="muted" role="status">
        {words.count(shown.length, fitting.length)}
      </p>
      {fitting.length === 0 && <p>{words.none}</p>}
      <ul>
        {shown.map((row) => (
          <li key={row.rule.code} class={styles["rule"]}>
            <Rule row={row} />
            {mayEdit && (
              <div class={styles["acts"]}>
                <button type="button" class="button quiet" onClick={() => edit(row.rule)}>
                  {words.edit}
                  <span class="visuallyHidden">{row.rule.name}</span>
                </button>
                <button
                  type="button"
                  class="button quiet"
                  disabled={working.value}
                  onClick={() => void removeRule(row.rule.code)}
                >
                  {words.remove}
                  <span class="visuallyHidden">{row.rule.name}</span>
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {shown.length < fitting.length && (
        <button type="button" class="button" onClick={() => setWhole(true)}>
          {words.more}
        </button>
      )}
    </section>
  );
}

function Rule({ row: { rule, asks, lead, assist, closed } }: { readonly row: RuleRow }) {
  return (
    <div>
      <b>{rule.name}</b> <code class="muted">{rule.code}</code>
      <p>{asks}</p>
      <p>
        <span class={styles["label"]}>{words.columns.lead}</span>
        <strong>{lead.name}</strong>
        {assist.length > 0 && (
          <>
            <span class={styles["label"]}>{words.columns.assist}</span>
            {assist.map((unit) => unit.name).join(common.comma)}
          </>
        )}
      </p>
      {closed.map((sentence) => (
        <p key={sentence} class={styles["warning"]}>
          {sentence}
        </p>
      ))}
      <p class="muted">
        {townshipRoleWords[rule.townshipRole]} {common.semicolon} {words.basis(rule.basis)}
      </p>
    </div>
  );
}

function speaksOf({ rule, asks, lead, assist }: RuleRow, word: string): boolean {
  if (word === "") return true;
  const said = [rule.code, rule.name, asks, lead.name, ...assist.map(({ name }) => name), ...rule.items];
  return said.some((part) => part.includes(word));
}
