/** Figures by group: every one of them opens how it was worked out and the cases behind it. */
import { useState } from "preact/hooks";
import type {
  EvaluationAnswer,
  FigureAnswer,
  GroupAnswer,
  IndicatorAnswer,
} from "../../server/domain/evaluate/answers.ts";
import type { Family } from "../../server/domain/evaluate/rules.ts";
import { familyWords } from "../../server/domain/evaluate/words.ts";
import { evaluationWords as words } from "../evaluationWords.ts";
import { type Asked, evaluationAddress } from "../state/evaluationAddress.ts";
import { figureText } from "../state/figureText.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { versionWords } from "../versionWords.ts";
import { words as common } from "../words.ts";
import { FigureDialog, type Opened } from "./FigureDialog.tsx";
import styles from "./FigureTable.module.css";
import bar from "./FilterBar.module.css";
import { Empty } from "./Notice.tsx";
import { CountedBy } from "./VersionPicker.tsx";

interface FigureTableProps {
  readonly asked: Asked;
  readonly answer: EvaluationAnswer;
}

export function FigureTable({ asked, answer }: FigureTableProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const known = [...new Set(answer.indicators.map(({ family }) => family))];
  const family = known.find((one) => one === asked.family) ?? known[0];
  const columns = answer.indicators.filter((row) => row.family === family);
  return (
    <section class="card" aria-label={words.table}>
      <Families asked={asked} known={known} shown={family} />
      <CountedBy version={answer.gridVersion} note={versionWords.resettled} />
      {answer.groups.length === 0 ? (
        <Empty title={words.empty} hint={words.emptyHint} icon="search" />
      ) : (
        <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={words.table}>
          <Table answer={answer} columns={columns} open={setOpened} />
        </div>
      )}
      <p class={`muted ${styles["foot"]}`}>
        {words.periodNote}
        {words.noRanking(answer.minimum)} {words.asOf(momentText(answer.now, now.value))}
      </p>
      {opened && <FigureDialog asked={asked} opened={opened} close={() => setOpened(null)} />}
    </section>
  );
}

interface FamiliesProps {
  readonly asked: Asked;
  readonly known: readonly Family[];
  readonly shown: Family | undefined;
}

function Families({ asked, known, shown }: FamiliesProps) {
  return (
    <nav class={`${bar["tabs"]} ${styles["families"]}`} aria-label={words.family}>
      {known.map((family) => (
        <a
          key={family}
          href={evaluationAddress({ ...asked, family })}
          aria-current={family === shown ? "page" : undefined}
        >
          {familyWords[family]}
        </a>
      ))}
    </nav>
  );
}

interface TableProps {
  readonly answer: EvaluationAnswer;
  readonly columns: readonly IndicatorAnswer[];
  readonly open: (opened: Opened) => void;
}

function Table({ answer, columns, open }: TableProps) {
  const ranks = answer.groups.some((row) => row.rank !== null);
  const scores = answer.by === "unit" || answer.by === "township";
  const told = ({ figures }: GroupAnswer) => columns.some(({ code }) => !isEmpty(figures[code]));
  const rows: readonly Row[] = [...answer.groups.filter(told), { ...answer.total, group: null, rank: null }];
  return (
    <table class={styles["table"]}>
      <thead>
        <tr>
          <th scope="col" class={styles["name"]}>
            {words.group[answer.by]}
          </th>
          {columns.map((row) => (
            <th key={row.code} scope="col">
              {row.name}
            </th>
          ))}
          {scores && <th scope="col">{words.score}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.group?.code ?? "total"} class={row.group === null ? styles["total"] : ""}>
            <th scope="row" class={styles["name"]}>
              {ranks && row.rank !== null && <span class={styles["rank"]}>{row.rank}</span>}
              {row.group?.name ?? words.total}
            </th>
            {columns.map((indicator) => (
              <td key={indicator.code}>
                <Cell row={row} indicator={indicator} open={open} />
              </td>
            ))}
            {scores && (
              <td class={row.score === null ? styles["small"] : ""}>
                {row.score === null ? words.scoreNone : row.score.toFixed(1)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Row = Omit<GroupAnswer, "group"> & { readonly group: GroupAnswer["group"] | null };

function isEmpty(figure: FigureAnswer | undefined): boolean {
  return figure === undefined || (figure.of === 0 && Object.keys(figure.excluded).length === 0);
}

interface CellProps {
  readonly row: Row;
  readonly indicator: IndicatorAnswer;
  readonly open: (opened: Opened) => void;
}

function Cell({ row, indicator, open }: CellProps) {
  const figure = row.figures[indicator.code];
  if (!figure || isEmpty(figure)) return <>{common.none}</>;
  const group = row.group?.name ?? words.total;
  const text = figureText(figure, indicator);
  const notes = [words.of(figure.over, figure.of), ...(figure.small ? [words.small] : [])];
  return (
    <button
      type="button"
      class={`${styles["figure"]} ${figure.small ? styles["small"] : ""}`}
      aria-label={words.openFigure(group, indicator.name, [text, ...notes].join(" "))}
      onClick={() => open({ indicator, figure, group: row.group })}
    >
      <span>{text}</span>
      <small>{notes.join(" ")}</small>
      {figure.objection && <small class={styles["disputed"]}>{words.disputed[figure.objection]}</small>}
    </button>
  );
}
