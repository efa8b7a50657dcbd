import { useEffect } from "preact/hooks";
import { AutomationPanel } from "../parts/AutomationPanel.tsx";
import { LessonList } from "../parts/LessonList.tsx";
import { CalibrationCurve } from "../parts/CalibrationCurve.tsx";
import { ItemMarksTable, UnitMarksTable } from "../parts/MarksTables.tsx";
import { Empty, Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { TrainingPanel } from "../parts/TrainingPanel.tsx";
import { learning, marks, refused } from "../state/marks.ts";
import { account } from "../state/session.ts";
import { marksWords as words } from "../marksWords.ts";
import { words as common } from "../words.ts";
import styles from "../parts/Panel.module.css";

export function Marks() {
  const role = account.value?.role;
  const keeps = role === "centre" || role === "admin";
  useEffect(() => {
    void marks.load();
    if (keeps) void learning.load();
  }, [keeps]);
  return (
    <div class={styles["page"]}>
      <header>
        <h1>{words.title}</h1>
        <p class="muted">{words.lead}</p>
      </header>
      <MarksBody />
      {keeps && <Keeping />}
    </div>
  );
}

function MarksBody() {
  const found = marks.value.value;
  const problem = marks.problem.value;
  if (!found) return problem ? <ProblemNotice problem={problem} retry={marks.load} /> : <Loading />;
  if (found.rows === 0) return <Empty title={words.empty} hint={words.emptyHint} icon="gauge" />;
  const lines = found.lines.map(({ precision, line, covers }) => ({
    name: words.tiles.covers(common.percent(precision)),
    value: line > 1 ? words.noLine : common.percent(covers),
  }));
  const tiles = [
    { name: words.tiles.rows, value: String(found.rows) },
    { name: words.tiles.accuracy, value: common.percent(found.accuracy) },
    { name: words.tiles.topThree, value: common.percent(found.topThree) },
    { name: words.tiles.calibrationError, value: found.calibrationError.toFixed(3) },
    ...lines,
  ];
  return (
    <>
      <p class="muted">{words.model(found.model)}</p>
      <dl class={styles["tiles"]}>
        {tiles.map(({ name, value }) => (
          <div key={name} class="card">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section class={`card ${styles["card"]}`} aria-label={words.noticed}>
        <h2>{words.noticed}</h2>
        {found.noticed.length === 0 && <p>{words.nothing}</p>}
        {found.noticed.map((sentence) => (
          <Hint key={sentence}>{sentence}</Hint>
        ))}
      </section>
      <div class={styles["columns"]}>
        <CalibrationCurve bands={found.bands} />
        <section class={`card ${styles["card"]}`} aria-label={words.confused.title}>
          <h2>{words.confused.title}</h2>
          {found.confused.length === 0 && <p>{words.confused.none}</p>}
          <ol class={styles["list"]}>
            {found.confused.map(({ item, takenFor, rows }) => (
              <li key={`${item.code} ${takenFor.code}`}>
                {words.confused.row(item.name, takenFor.name)} <b>{words.confused.times(rows)}</b>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <ItemMarksTable items={found.items} />
      <UnitMarksTable units={found.units} />
    </>
  );
}

function Keeping() {
  const found = learning.value.value;
  const problem = learning.problem.value;
  if (!found) return problem ? <ProblemNotice problem={problem} retry={learning.load} /> : <Loading />;
  return (
    <>
      {refused.value && <ProblemNotice problem={refused.value} />}
      <AutomationPanel automation={found.automation} />
      <TrainingPanel found={found} />
      <LessonList lessons={found.lessons} now={found.now} />
    </>
  );
}
