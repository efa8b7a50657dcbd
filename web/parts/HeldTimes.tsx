/** Where time is lost: how long cases lay at each stage and in whose hands, lawful pauses apart. */
import type { HeldAnswer } from "../../server/domain/evaluate/answers.ts";
import { HOUR } from "../../server/domain/time.ts";
import { stateWords } from "../../server/domain/words.ts";
import { evaluationWords } from "../evaluationWords.ts";
import { heldAddress } from "../state/evaluationAddress.ts";
import styles from "./HeldTimes.module.css";
import { Empty } from "./Notice.tsx";

const words = evaluationWords.held;

export function HeldTimes({ answer }: { readonly answer: HeldAnswer }) {
  const { from, to } = answer;
  if (answer.total === 0)
    return (
      <section class="card">
        <Empty title={words.empty} hint={evaluationWords.emptyHint} icon="clock" />
      </section>
    );
  return (
    <div class={styles["page"]}>
      <p>
        {words.total(hours(answer.total), words.units(answer.byUnit.length))}
        <span class="muted"> {words.note}</span>
      </p>
      <div class={styles["columns"]}>
        <section class={`card ${styles["card"]}`} aria-label={words.byState}>
          <h2>{words.byState}</h2>
          <ul>
            {answer.byState.map((row) => (
              <Bar
                key={row.state}
                name={stateWords[row.state]}
                href={heldAddress({ from, to, state: row.state })}
                note={[
                  words.times(row.cases),
                  row.pause ? words.pause : words.perCase(hours(row.held / Math.max(1, row.cases))),
                ].join(" · ")}
                held={row.held}
                whole={answer.total}
                calm={row.pause}
              />
            ))}
          </ul>
        </section>
        <section class={`card ${styles["card"]}`} aria-label={words.byUnit}>
          <h2>{words.byUnit}</h2>
          <ul>
            {answer.byUnit.map((row) => (
              <Bar
                key={row.unit.code}
                name={row.unit.name}
                href={heldAddress({ from, to, unit: row.unit.code })}
                note={[
                  words.times(timesOf(row.states)),
                  ...row.states.slice(0, 2).map(({ state, held }) => `${stateWords[state]} ${hours(held)}`),
                  ...(row.paused > 0 ? [words.paused(hours(row.paused))] : []),
                ].join(" · ")}
                held={row.held}
                whole={answer.total}
                calm={false}
              />
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** 件次: a case counts once for each stage it lay at. */
function timesOf(states: HeldAnswer["byUnit"][number]["states"]): number {
  return states.reduce((all, { cases }) => all + cases, 0);
}

interface BarProps {
  readonly name: string;
  readonly href: string;
  readonly note: string;
  readonly held: number;
  readonly whole: number;
  /** A lawful pause: nobody's fault. */
  readonly calm: boolean;
}

function Bar({ name, href, note, held, whole, calm }: BarProps) {
  return (
    <li>
      <a class={styles["row"]} href={href}>
        <span>{name}</span>
        <span class={styles["amount"]}>
          {hours(held)} · {words.share(held / whole)}
        </span>
        <span class={styles["track"]} aria-hidden="true">
          <span
            class={`${styles["bar"]} ${calm ? styles["calm"] : ""}`}
            style={{ width: `${(held / whole) * 100}%` }}
          />
        </span>
        <small>{note}</small>
      </a>
    </li>
  );
}

function hours(milliseconds: number): string {
  return words.hours(milliseconds / HOUR);
}
