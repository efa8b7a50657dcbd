/** The written rules as they stand: weights, what counts as satisfied, every formula with its source. */
import type { EvaluationAnswer } from "../../server/domain/evaluate/answers.ts";
import { familyWords } from "../../server/domain/evaluate/words.ts";
import { evaluationWords } from "../evaluationWords.ts";
import styles from "./RulesView.module.css";

const words = evaluationWords.rules;

export function RulesView({ answer }: { readonly answer: EvaluationAnswer }) {
  return (
    <div class={styles["page"]}>
      <p>
        {words.version(answer.rulesVersion)} <span class="muted">{words.source}</span>
      </p>
      <Schemes answer={answer} />
      <ScaleTable answer={answer} />
      <section class={`card ${styles["card"]}`} aria-label={words.indicators}>
        <h2>{words.indicators}</h2>
        <dl>
          {answer.indicators.map((row) => (
            <div key={row.code} class={styles["rule"]}>
              <dt>
                {row.name} <small class="muted">{familyWords[row.family]}</small>
              </dt>
              <dd>{row.formula}</dd>
              <dd class="muted">{row.basis}</dd>
              {row.exclusions.length > 0 && (
                <dd class="muted">
                  {evaluationWords.cases.excludedBecause(...row.exclusions.map(({ name }) => name))}
                </dd>
              )}
              {row.unconfirmed !== null && <Unconfirmed text={row.unconfirmed} />}
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function Schemes({ answer }: { readonly answer: EvaluationAnswer }) {
  const indicatorOf = (code: string) => answer.indicators.find((row) => row.code === code);
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.scheme}>
      <h2>{words.scheme}</h2>
      <dl>
        {answer.schemes.map((scheme) => (
          <div key={scheme.code} class={styles["rule"]}>
            <dt>
              {scheme.name}
              {scheme.code === answer.weights && <span class={styles["now"]}>{words.inForce}</span>}
            </dt>
            <dd>
              <ul class={styles["weights"]}>
                {scheme.parts.map(({ indicator, weight }) => (
                  <li key={indicator}>
                    {indicatorOf(indicator)?.name ?? indicator} <strong>{weight}</strong>
                    {indicatorOf(indicator)?.better === "low" && <small class="muted"> {words.lower}</small>}
                  </li>
                ))}
              </ul>
            </dd>
            <dd class="muted">{scheme.basis}</dd>
            {scheme.unconfirmed !== null && <Unconfirmed text={scheme.unconfirmed} />}
          </div>
        ))}
      </dl>
    </section>
  );
}

function ScaleTable({ answer: { scale } }: { readonly answer: EvaluationAnswer }) {
  if (scale === null) return null;
  return (
    <section class={`card ${styles["card"]}`} aria-label={words.scale}>
      <h2>
        {words.scale} <small class="muted">{scale.name}</small>
      </h2>
      <ul class={`${styles["rule"]} ${styles["weights"]}`}>
        {scale.levels.map(({ name, scores, good }) => (
          <li key={name}>
            {name} <strong>{words.scores(scores)}</strong>{" "}
            <small class="muted">{good ? words.good : words.bad}</small>
          </li>
        ))}
      </ul>
      <p class={`muted ${styles["rule"]}`}>{scale.basis}</p>
    </section>
  );
}

function Unconfirmed({ text }: { readonly text: string }) {
  return (
    <dd class={styles["open"]}>
      {evaluationWords.figure.unconfirmed} · {text}
    </dd>
  );
}
