/** 督办台: each number is a list; the list that is open stands in the address. */
import { useLocation } from "preact-iso/router";
import type { SupervisionAnswer, SupervisionListName } from "../../server/domain/supervisionAnswers.ts";
import { Empty } from "../parts/Notice.tsx";
import { SupervisionFrame } from "../parts/SupervisionFrame.tsx";
import { SupervisionItem } from "../parts/SupervisionItem.tsx";
import { ladder } from "../state/supervision.ts";
import { supervisionWords } from "../supervisionWords.ts";
import styles from "./Supervision.module.css";

type List = SupervisionAnswer["lists"][number];

/** Lists that the worklist can open by the same mark; 迟复 is over and has none. */
const markOf: Readonly<Partial<Record<SupervisionListName, string>>> = {
  urge: "ladder:urge",
  supervise: "ladder:supervise",
  circulate: "ladder:circulate",
  answer: "answer",
  note: "note",
  unheard: "unheard",
};

const grave: ReadonlySet<SupervisionListName> = new Set(["circulate", "unheard"]);

export function Supervision() {
  const { query } = useLocation();
  const lists = ladder.value.value?.lists ?? [];
  const chosen = lists.find(({ name }) => name === query["list"]);
  const open = chosen ?? lists.find(({ count }) => count > 0) ?? lists[0];
  return (
    <SupervisionFrame here="ladder" of={ladder}>
      <nav aria-label={supervisionWords.listsLabel}>
        <ul class={styles["tiles"]}>
          {lists.map((list) => (
            <li key={list.name}>
              <Tile list={list} here={list === open} />
            </li>
          ))}
        </ul>
      </nav>
      {open && <ListCard list={open} />}
    </SupervisionFrame>
  );
}

function Tile({ list, here }: { readonly list: List; readonly here: boolean }) {
  const tone = list.count === 0 ? "" : grave.has(list.name) ? styles["red"] : styles["amber"];
  return (
    <a
      class={`card ${styles["tile"]}`}
      href={`/supervision?list=${list.name}`}
      aria-current={here ? "true" : undefined}
    >
      <span>{supervisionWords.lists[list.name].name}</span>
      <strong class={tone}>{list.count}</strong>
    </a>
  );
}

function ListCard({ list }: { readonly list: List }) {
  const text = supervisionWords;
  const mark = markOf[list.name];
  return (
    <section class={`card ${styles["list"]}`} aria-label={text.lists[list.name].name}>
      <header>
        <h2>{text.lists[list.name].name}</h2>
        <p class="muted">{text.lists[list.name].hint}</p>
        {mark !== undefined && list.count > 0 && (
          <a href={`/cases?tab=all&mark=${encodeURIComponent(mark)}`}>{text.openList}</a>
        )}
      </header>
      {list.rows.length === 0 && <Empty title={text.empty[list.name]} />}
      <ul>
        {list.rows.map((row) => (
          <SupervisionItem key={row.case.id} row={row} of={list.name} />
        ))}
      </ul>
    </section>
  );
}
