/** Rows of cases: lamp, what it is about, where, in whose hands. The whole row is one link of fixed height. */
import type { CaseRow } from "../../server/domain/listAnswers.ts";
import { deskWords, urgencyWords } from "../../server/domain/words.ts";
import { batchWords } from "../batchWords.ts";
import { momentText } from "../state/moment.ts";
import { now } from "../state/serverTime.ts";
import { peekWords } from "../peekWords.ts";
import { worklistWords } from "../worklistWords.ts";
import { words } from "../words.ts";
import styles from "./CaseRows.module.css";
import { Countdown } from "./Countdown.tsx";
import { Icon } from "./Icon.tsx";
import { Marked } from "./Marked.tsx";
import { StateBadge } from "./StateBadge.tsx";

interface CaseRowsProps {
  readonly rows: readonly CaseRow[];
  /** The case one came back from. */
  readonly marked?: string | null;
  /** 批量办理: a box before each row. */
  readonly picks?: Picks | null;
  /** Cases that others changed since one looked. */
  readonly fresh?: ReadonlyMap<string, number>;
  /** What was searched for: marked where it stands. */
  readonly words?: string | undefined;
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
  /** Why a row cannot be chosen; null where it can. */
  readonly whyNot?: (row: CaseRow) => string | null;
}

export function CaseRows({
  rows,
  marked = null,
  picks = null,
  peek = null,
  words: sought,
  fresh,
}: CaseRowsProps) {
  const { columns } = worklistWords;
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
            <Row
              row={row}
              marked={row.id === marked}
              isShown={row.id === peek?.shown}
              sought={sought}
              isFresh={fresh?.has(row.id) ?? false}
            />
            {peek && (
              <button
                type="button"
                class={styles["peek"]}
                data-peek
                tabIndex={-1}
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
  const why = picks.whyNot?.(row) ?? null;
  return (
    <label class={styles["pick"]} title={why ?? undefined}>
      <input
        type="checkbox"
        data-pick={row.id}
        aria-label={why === null ? batchWords.pick(row.number) : `${batchWords.pick(row.number)}: ${why}`}
        disabled={why !== null}
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
  readonly sought: string | undefined;
  readonly isFresh: boolean;
}

function Row({ row, marked, isShown, sought, isFresh }: RowProps) {
  return (
    <a
      class={`${styles["row"]} ${marked || isShown ? styles["marked"] : ""} ${isFresh ? styles["fresh"] : ""}`}
      href={`/cases/${row.id}`}
      aria-current={isShown ? "true" : undefined}
      data-case-row
    >
      <span class={styles["lamp"]}>
        <Countdown of={row} idle={worklistWords.noClock[row.state] ?? words.none} />
      </span>
      <span class={styles["text"]}>
        <span class={styles["words"]}>
          {isFresh && (
            <>
              <i class={styles["news"]} aria-hidden="true" />
              <span class="visuallyHidden">{worklistWords.fresh}</span>
            </>
          )}
          <Marked text={row.text} words={sought} />
        </span>
        <span class={styles["meta"]}>
          <span>
            <Marked text={row.number} words={sought} />
          </span>
          {isInAddress(row, sought) && (
            <span>
              <Marked text={row.address ?? ""} words={sought} />
            </span>
          )}
          <span>{momentText(row.reportedAt, now.value)}</span>
          <Marks row={row} />
        </span>
      </span>
      <span class={styles["item"]}>{row.item?.name ?? <em>{worklistWords.noItem}</em>}</span>
      <span class={styles["place"]}>
        <span>{row.township?.name ?? <em>{worklistWords.noPlace}</em>}</span>
        <span class={styles["second"]}>
          {row.cell?.name ?? <Marked text={row.address ?? ""} words={sought} />}
        </span>
      </span>
      <span class={`${styles["holder"]} ${row.holder?.code === row.cell?.code ? styles["same"] : ""}`}>
        <small class={styles["holderLabel"]}>{worklistWords.columns.holder} </small>
        {row.holder?.name ?? words.none}
      </span>
      <span class={styles["state"]}>
        <StateBadge state={row.state} />
      </span>
    </a>
  );
}

/** The words were found in the address alone, which a row otherwise does not show. */
function isInAddress({ address, cell }: CaseRow, sought: string | undefined): boolean {
  const wanted = sought?.trim().toLowerCase() ?? "";
  return wanted !== "" && cell !== null && (address ?? "").toLowerCase().includes(wanted);
}

/** What happened to it that a reader should know before opening it. */
function Marks({ row }: { readonly row: CaseRow }) {
  const { marks } = worklistWords;
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
