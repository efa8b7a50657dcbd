/** The frame of the three pages of supervision: title, pages, calendar warning, the states that are not the plain one. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { hear } from "../state/live.ts";
import { momentText } from "../state/moment.ts";
import { type Timed, loadTimed, now } from "../state/serverTime.ts";
import { ladder } from "../state/supervision.ts";
import { supervisionWords } from "../supervisionWords.ts";
import { HouseNotice } from "./HouseNotice.tsx";
import { CalendarNotice } from "./CalendarNotice.tsx";
import { Loading, ProblemNotice } from "./Notice.tsx";
import styles from "./SupervisionFrame.module.css";

const pages = [
  { name: "ladder", href: "/supervision" },
  { name: "reviews", href: "/supervision/reviews" },
  { name: "signs", href: "/supervision/signs" },
] as const;

interface FrameProps {
  readonly here: (typeof pages)[number]["name"];
  readonly of: Timed;
  readonly children: ComponentChildren;
}

const GATHER = 1500;

export function SupervisionFrame({ here, of, children }: FrameProps) {
  useEffect(() => {
    void loadTimed(of);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = hear(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void loadTimed(of), GATHER);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [of]);
  const found = of.value.value;
  const problem = of.problem.value;
  const text = supervisionWords;
  const open = ladder.value.value?.reviews ?? 0;
  return (
    <div class={styles["page"]}>
      <header class={styles["head"]}>
        <h1>{text.title}</h1>
        {found && <span class="muted">{text.asOf(momentText(found.now, now.value))}</span>}
      </header>
      <nav class={styles["pages"]} aria-label={text.pagesLabel}>
        {pages.map(({ name, href }) => (
          <a key={name} href={href} aria-current={name === here ? "page" : undefined}>
            {text.pages[name]}
            {name === "reviews" && open > 0 && <b>{open}</b>}
          </a>
        ))}
      </nav>
      <HouseNotice />
      <CalendarNotice />
      {problem && <ProblemNotice problem={problem} retry={() => loadTimed(of)} />}
      {found ? children : !problem && <Loading />}
    </div>
  );
}
