import type { CaseState } from "../../server/domain/case.ts";
import { stateWords } from "../../server/domain/words.ts";
import styles from "./StateBadge.module.css";

export function StateBadge({ state }: { readonly state: CaseState }) {
  return <span class={`${styles["badge"]} ${styles[state] ?? ""}`}>{stateWords[state]}</span>;
}
