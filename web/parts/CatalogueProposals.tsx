/** Rules that rulings and repeated dispatches speak for; one press takes one into the draft. */
import type { CatalogueAnswer } from "../../server/domain/catalogue/answers.ts";
import { catalogueWords } from "../catalogueWords.ts";
import { saveRule, working } from "../state/catalogue.ts";
import { words as common } from "../words.ts";
import styles from "./Panel.module.css";

const words = catalogueWords.proposals;

export function CatalogueProposals({ proposals }: { readonly proposals: CatalogueAnswer["proposals"] }) {
  if (proposals.length === 0) return null;
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>
        {proposals.map(({ row, numbers, isRuled }) => (
          <li key={row.rule.code} class={styles["rule"]}>
            <div>
              <b>{isRuled ? words.ruled : words.agreed}</b>
              <p>{`${row.asks} → ${row.lead.name}`}</p>
              <p class="muted">{words.cases(numbers.join(common.comma))}</p>
            </div>
            <button
              type="button"
              class="button"
              disabled={working.value}
              onClick={() => void saveRule(row.rule)}
            >
              {words.take}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
