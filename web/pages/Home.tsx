import { useEffect } from "preact/hooks";
import { CaseRows } from "../parts/CaseRows.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Later } from "../parts/Later.tsx";
import { MissedPart } from "../parts/MissedPart.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { QueueList } from "../parts/QueueList.tsx";
import { hear } from "../state/live.ts";
import { counts, loadHome, mine, tasks } from "../state/home.ts";
import { records } from "../state/queue.ts";
import { session } from "../state/session.ts";
import { worklistWords } from "../worklistWords.ts";
import { words } from "../words.ts";
import styles from "./Home.module.css";

const phoneHints = () => import("../parts/PhoneHints.tsx").then((part) => part.PhoneHints);
const draftList = () => import("../parts/DraftList.tsx").then((part) => part.DraftList);

export function Home() {
  useEffect(() => {
    void loadHome();
    return hear(() => void loadHome());
  }, []);
  const known = session.value;
  const cells = typeof known === "string" ? [] : known.cells;
  return (
    <div class={styles["page"]}>
      <h1 class={styles["cells"]}>
        {cells[0] ? words.home.cells(cells[0].name, cells.length) : words.home.title}
      </h1>
      <Later load={phoneHints} props={{}} />
      <Tiles />
      <Tasks />
      {records.value.length > 0 && (
        <section aria-label={words.home.queue}>
          <h2>{words.home.queue}</h2>
          <QueueList />
        </section>
      )}
      <Later load={draftList} props={{}} missed={MissedPart} />
      <Mine />
      <a class={styles["report"]} href="/report">
        <Icon name="camera" size={26} />
        {words.home.report}
      </a>
    </div>
  );
}

function Tiles() {
  const known = counts.value.value;
  const late = known ? (known.byLamp.red ?? 0) + (known.byLamp.severe ?? 0) : undefined;
  const soon = known ? (known.byLamp.amber ?? 0) : undefined;
  const tiles = [
    { href: "/cases?tab=todo", label: words.home.todo, count: known?.total, late: false },
    { href: "/cases?tab=todo&lamp=amber", label: words.home.soon, count: soon, late: false },
    { href: "/cases?tab=todo&due=overdue", label: words.home.late, count: late, late: (late ?? 0) > 0 },
  ];
  return (
    <ul class={styles["tiles"]}>
      {tiles.map((tile) => (
        <li key={tile.href}>
          <a class="card" href={tile.href}>
            <strong class={tile.late ? styles["late"] : ""}>{tile.count ?? words.none}</strong>
            <span>{tile.label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Tasks() {
  const rows = tasks.value.value?.rows;
  const problem = tasks.problem.value;
  return (
    <section aria-label={words.home.tasks}>
      <h2>
        {words.home.tasks} <a href="/tasks">{words.home.walk}</a>
      </h2>
      {problem && !rows && <ProblemNotice problem={problem} retry={loadHome} />}
      {!rows && !problem && <Loading />}
      {rows?.length === 0 && <Empty title={words.home.noTasks} hint={worklistWords.empty.hints.gridWorker} />}
      {rows && rows.length > 0 && <CaseRows rows={rows} />}
    </section>
  );
}

function Mine() {
  const rows = mine.value.value?.rows ?? [];
  return rows.length === 0 ? null : (
    <section aria-label={words.home.mine}>
      <h2>
        {words.home.mine} <a href="/cases?tab=all&mine=1">{words.home.all}</a>
      </h2>
      <CaseRows rows={rows} />
    </section>
  );
}
