/** The gallery: every part in every state, in the theme that is chosen. In development only. */
import { useLocation } from "preact-iso/router";
import { chooseTheme, theme, themes } from "../state/theme.ts";
import { blocks } from "./exhibits/blocks.tsx";
import { boards } from "./exhibits/boards.tsx";
import { caseFile } from "./exhibits/caseFile.tsx";
import { deciding } from "./exhibits/deciding.tsx";
import { entries } from "./exhibits/entries.tsx";
import type { Exhibit } from "./exhibits/exhibit.ts";
import { keeping } from "./exhibits/keeping.tsx";
import { lists } from "./exhibits/lists.tsx";
import { signs } from "./exhibits/signs.tsx";
import styles from "./Gallery.module.css";
import { galleryWords as words } from "./galleryWords.ts";
import { setStage } from "./stage.ts";
import { Tokens } from "./Tokens.tsx";

setStage();

const exhibits: readonly Exhibit[] = [
  ...signs,
  ...lists,
  ...caseFile,
  ...entries,
  ...blocks,
  ...boards,
  ...deciding,
  ...keeping,
];

export function Gallery() {
  const { query } = useLocation();
  const shown = exhibits.filter(({ part }) => (query["part"] ?? part) === part);
  return (
    <div class={styles["page"]}>
      <header class={styles["head"]}>
        <h1>{words.title}</h1>
        <p class="muted">{words.lead}</p>
        <div role="group" aria-label={words.title}>
          {themes.map((name) => (
            <button
              key={name}
              type="button"
              class="button"
              aria-pressed={theme.value === name}
              onClick={() => chooseTheme(name)}
            >
              {words.themes[name]}
            </button>
          ))}
        </div>
      </header>
      <Tokens />
      {shown.map((exhibit) => (
        <Shown key={exhibit.part} exhibit={exhibit} />
      ))}
    </div>
  );
}

function Shown({ exhibit: { part, states, onBar = false, floats = false } }: { readonly exhibit: Exhibit }) {
  return (
    <section class={styles["part"]} data-part={part} aria-label={part}>
      <h2>
        <a href={`/gallery?part=${part}`}>{part}</a>
      </h2>
      <div class={styles["states"]}>
        {(Object.keys(states) as (keyof typeof states)[]).map((name) => (
          <figure key={name} data-state={name}>
            <figcaption class="muted">{words.states[name]}</figcaption>
            <div class={`${styles["stage"]} ${onBar ? styles["bar"] : ""} ${floats ? styles["floats"] : ""}`}>
              {states[name]?.()}
            </div>
          </figure>
        ))}
      </div>
    </section>
  );
}
