/** Under the search of a list: units, townships, matters and cells that the words may mean, each as a filter. */
import { useEffect, useMemo } from "preact/hooks";
import { keyWords } from "../keyWords.ts";
import { changed, type FilterName, type Filters, listAddress, type ListPage } from "../state/filters.ts";
import { createFinder } from "../state/finder.ts";
import styles from "./NameHints.module.css";

interface NameHintsProps {
  readonly typed: string;
  readonly filters: Filters;
  readonly page: ListPage;
}

const MOST = 5;
const kinds: readonly string[] = ["unit", "township", "item", "cell"] satisfies readonly FilterName[];

export function NameHints({ typed, filters, page }: NameHintsProps) {
  const finder = useMemo(createFinder, []);
  useEffect(() => finder.look(typed), [typed]);
  const meant = finder.rows.value.filter(({ kind }) => kinds.includes(kind)).slice(0, MOST);
  if (typed.trim() === "" || meant.length === 0) return null;
  const { q: _, ...bare } = filters;
  return (
    <nav class={styles["hints"]} aria-label={keyWords.named}>
      <span class="muted">{keyWords.named}</span>
      {meant.map(({ kind, code, name }) => (
        <a key={`${kind} ${code}`} href={listAddress(changed(bare, kind as FilterName, code), page)}>
          {name}
          <small>{keyWords.kinds[kind]}</small>
        </a>
      ))}
    </nav>
  );
}
