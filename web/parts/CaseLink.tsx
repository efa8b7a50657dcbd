/** A case in a row of a list of decisions: its words, number and kind, and the way to its file. */
import type { CaseRow } from "../../server/domain/listAnswers.ts";
import { worklistWords } from "../worklistWords.ts";
import styles from "./CaseLink.module.css";

export function CaseLink({ of }: { readonly of: Pick<CaseRow, "id" | "number" | "text" | "item"> }) {
  return (
    <a class={styles["link"]} href={`/cases/${of.id}`}>
      <span>{of.text}</span>
      <small>
        {of.number} · {of.item?.name ?? worklistWords.noItem}
      </small>
    </a>
  );
}
