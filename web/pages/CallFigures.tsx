/** Call rate of townships and answer rate of departments; every figure opens the calls behind it. */
import { useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import type { CallFiguresAnswer } from "../../server/domain/call/callAnswers.ts";
import { signedKinds } from "../../server/domain/call/callFigures.ts";
import { CallRows } from "../parts/CallRows.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { behind, callFigures, figureDays, lookBehind, periods, showDays } from "../state/callFigures.ts";
import { callText } from "../callText.ts";
import { words } from "../words.ts";
import { TableHead } from "../parts/TableHead.tsx";
import styles from "./CallFigures.module.css";
import table from "../parts/UnitTable.module.css";
import calls from "./Calls.module.css";

const text = callText.rates;

export function CallFigures() {
  const { query } = useLocation();
  useEffect(() => void begin(query), []);
  const told = callFigures.value.value;
  const problem = callFigures.problem.value;
  return (
    <div class={calls["page"]}>
      <header class={calls["head"]}>
        <h1>{text.title}</h1>
        <a class="button quiet" href="/calls">
          {callText.file.back}
        </a>
        <select
          class={styles["period"]}
          aria-label={text.period}
          value={String(figureDays.value)}
          onChange={(event) => void showDays(Number(event.currentTarget.value))}
        >
          {periods.map((count) => (
            <option key={count} value={String(count)}>
              {text.days(count)}
            </option>
          ))}
        </select>
      </header>
      <p class="muted">{text.order}</p>
      {problem && <ProblemNotice problem={problem} retry={callFigures.load} />}
      {!told && !problem && <Loading />}
      {told && (
        <>
          <Units told={told} />
          <Townships told={told} />
        </>
      )}
      <BehindList />
    </div>
  );
}

/** `?days=7&list=1` shows that period with all its calls: another page's number leads here. */
async function begin(query: Readonly<Record<string, string>>): Promise<void> {
  const days = periods.find((count) => String(count) === query["days"]) ?? figureDays.peek();
  await showDays(days);
  if (query["list"] === "1") await lookBehind({}, text.all(days));
}

function Units({ told }: { readonly told: CallFiguresAnswer }) {
  const { columns } = text;
  return (
    <section class={`card ${table["card"]}`} aria-label={text.units}>
      <h2>{text.units}</h2>
      <p class={`muted ${table["how"]}`}>{text.unitFormula}</p>
      {told.units.length === 0 ? (
        <Empty title={text.none} icon="phone" />
      ) : (
        <div class={table["scroll"]}>
          <table>
            <TableHead
              names={[columns.unit, ...signedKinds.map((kind) => columns[kind]), columns.answerRate]}
            />
            <tbody>
              {told.units.map((row) => (
                <tr key={row.unit.code}>
                  <th scope="row">{callText.unitName(row.unit.name)}</th>
                  {signedKinds.map((kind) => (
                    <td key={kind}>
                      <Figure
                        value={row[kind]}
                        name={row.unit.name}
                        what={columns[kind]}
                        look={(title) => void lookBehind({ unit: row.unit.code, signed: kind }, title)}
                      />
                    </td>
                  ))}
                  <td>{row.rate === null ? words.none : text.share(row.rate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Townships({ told }: { readonly told: CallFiguresAnswer }) {
  const { columns } = text;
  if (told.townships.length === 0) return null;
  return (
    <section class={`card ${table["card"]}`} aria-label={text.townships}>
      <h2>{text.townships}</h2>
      <p class={`muted ${table["how"]}`}>{text.townshipFormula}</p>
      <div class={table["scroll"]}>
        <table>
          <TableHead names={[columns.township, columns.calls, columns.cases, columns.rate]} />
          <tbody>
            {told.townships.map((row) => (
              <tr key={row.township.code}>
                <th scope="row">{row.township.name}</th>
                <td>
                  <Figure
                    value={row.calls}
                    name={row.township.name}
                    what={columns.calls}
                    look={(title) => void lookBehind({ township: row.township.code }, title)}
                  />
                </td>
                <td>{row.cases}</td>
                <td>{row.rate === null ? words.none : text.share(row.rate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface FigureProps {
  readonly value: number;
  readonly name: string;
  readonly what: string;
  readonly look: (title: string) => void;
}

function Figure({ value, name, what, look }: FigureProps) {
  if (value === 0) return <span class="muted">0</span>;
  return (
    <button
      type="button"
      class={styles["figure"]}
      aria-label={`${value} ${text.see(name, what)}`}
      onClick={() => look(text.behind(name, what, value))}
    >
      {value}
    </button>
  );
}

function BehindList() {
  const shown = behind.value;
  if (!shown) return null;
  return (
    <section class={`card ${calls["list"]}`} aria-label={shown.title}>
      <header>
        <h2>{shown.title}</h2>
        <button type="button" class="button quiet" onClick={() => (behind.value = null)}>
          {text.close}
        </button>
      </header>
      <CallRows rows={shown.rows} />
    </section>
  );
}
