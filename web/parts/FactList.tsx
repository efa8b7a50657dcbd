/** Names with what is true of them, beneath each other. */
import styles from "./FactList.module.css";

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Read letter by letter: a number, a key, the name of a file. */
  readonly isCode?: boolean;
}

export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class={styles["facts"]}>
      {facts.map(({ name, value, isCode }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{isCode ? <code>{value}</code> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
