/** Rows of cases: lamp, what it is about, where, in whose hands. The whole row is one link of fixed height. */
import type { CaseRow } from "../../server/domain/answers.ts";
import { deskWords, urgencyWords } from "../../server/domain/words.ts";
import { batchWords } from "../batchWords.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { peekWords } from "../peekWords.ts";
import { words } from "../words.ts";
import styles from "./CaseRows.module.css";
import { Countdown } from "./Countdown.tsx";
import { Icon } from "./Icon.tsx";
import { StateBadge } from "./StateBadge.tsx";

interface CaseRowsProps {
  readonly rows: readonly CaseRow[];
  /** The case one came back from. */
  readonly marked?: string | null;
  /** 批量办理: a box before each row. */
  readonly picks?: Picks | null;
  /** 侧看: a button at each row, where there is room beside the list. */
  readonly peek?: RowPeek | null;
}

interface RowPeek {
  /** The case that stands beside the list. */
  readonly shown: string | null;
  readonly open: (id: string) => void;
}

interface Picks {
  readonly chosen: ReadonlyMap<string, CaseRow>;
  readonly toggle: (row: CaseRow) => void;
}

export function CaseRows({ rows, marked = null, picks = null, peek = null }: CaseRowsProps) {
  const { columns } = words.worklist;
  return (
    <div class={`${picks ? styles["picking"] : ""} ${peek?.shown ? styles["beside"] : ""}`}>
      <div class={styles["head"]} aria-hidden="true">
        <span>{columns.lamp}</span>
        <span>{columns.text}</span>
        <span>{columns.item}</span>
        <span>{columns.place}</span>
        <span>{columns.holder}</span>
        <span>{columns.state}</span>
      </div>
      <ul class={styles["rows"]}>
        {rows.map((row) => (
          <li key={row.id}>
            {picks && <Pick row={row} picks={picks} />}
            <Row row={row} marked={row.id === marked} isShown={row.id === peek?.shown} />
            {peek && (
              <button
                type="button"
                class={styles["peek"]}
                aria-label={peekWords.open(row.number)}
                title={peekWords.title}
                onClick={() => peek.open(row.id)}
              >
                <Icon name="peek" size={18} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Pick({ row, picks }: { readonly row: CaseRow; readonly picks: Picks }) {
  return (
    <label class={styles["pick"]}>
      <input
        type="checkbox"
        data-pick={row.id}
        aria-label={batchWords.pick(row.number)}
        checked={picks.chosen.has(row.id)}
        onChange={() => picks.toggle(row)}
      />
    </label>
  );
}

interface RowProps {
  readonly row: CaseRow;
  readonly marked: boolean;
  /** It stands beside the list. */
  readonly isShown: boolean;
}

function Row({ row, marked, isShown }: RowProps) {
  return (
    <a
      class={`${styles["row"]} ${marked || isShown ? styles["marked"] : ""}`}
      href={`/cases/${row.id}`}
      aria-current={isShown ? "true" : undefined}
      data-case-row
    >
      <span class={styles["lamp"]}>
        <Countdown of={row} idle={words.worklist.noClock[row.state] ?? words.none} />
      </span>
      <span class={styles["text"]}>
        <span class={styles["words"]}>{row.text}</span>
        <span class={styles["meta"]}>
          <span>{row.number}</span>
          <span>{momentText(row.reportedAt, now.value)}</span>
          <Marks row={row} />
        </span>
      </span>
      <span class={styles["item"]}>{row.item?.name ?? <em>{words.worklist.noItem}</em>}</span>
      <span class={styles["place"]}>
        <span>{row.township?.name ?? <em>{words.worklist.noPlace}</em>}</span>
        <span class={styles["second"]}>{row.cell?.name ?? row.address ?? ""}</span>
      </span>
      <span class={`${styles["holder"]} ${row.holder?.code === row.cell?.code ? styles["same"] : ""}`}>
        <small class={styles["holderLabel"]}>{words.worklist.columns.holder} </small>
        {row.holder?.name ?? words.none}
      </span>
      <span class={styles["state"]}>
        <StateBadge state={row.state} />
      </span>
    </a>
  );
}

/** What happened to it that a reader should know before opening it. */
function Marks({ row }: { readonly row: CaseRow }) {
  const { marks } = words.worklist;
  return (
    <>
      {row.urgency !== "normal" && (
        <b class={row.urgency === "elevated" ? styles["amber"] : styles["red"]}>
          {urgencyWords[row.urgency]}
        </b>
      )}
      {row.desk.map((reason) => (
        <b
          key={reason}
          class={reason === "danger" ? styles["red"] : styles["amber"]}
          title={deskWords[reason]}
        >
          {marks.desk[reason]}
        </b>
      ))}
      {row.confidential && (
        <b>
          <Icon name="lock" size={12} />
          {marks.confidential}
        </b>
      )}
      {row.marks.map((mark) => (
        <b key={mark} class={mark.startsWith("exempt") ? "" : styles["amber"]}>
          {words.supervision.marks[mark]}
        </b>
      ))}
      {row.returns > 0 && <b class={styles["amber"]}>{marks.returns(row.returns)}</b>}
      {row.reworks > 0 && <b class={styles["amber"]}>{marks.reworks(row.reworks)}</b>}
      {row.urges > 0 && <b class={styles["red"]}>{marks.urges(row.urges)}</b>}
    </>
  );
}
