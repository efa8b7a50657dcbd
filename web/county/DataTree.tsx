/** Any county data as a form: numbers, texts, limits and lists, with the members' Chinese names. Schemas judge on the server. */
import { useState } from "preact/hooks";
import { choices, dayMembers, inOrder, labelOf } from "../countyLabels.ts";
import { countyWords } from "../countyWords.ts";
import { nameOfCode } from "../state/codeNames.ts";
import {
  absentIn,
  blankLike,
  codeOf,
  gistOf,
  listFrom,
  listText,
  matches,
  nameOf,
  namesIn,
  type Plain,
  rowsOf,
  templateOf,
  without,
} from "../state/dataTree.ts";
import styles from "./County.module.css";

const words = countyWords.tree;

interface NodeProps {
  readonly id: string;
  readonly name: string;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  /** Only rows with these letters are shown. */
  readonly find: string;
}

export function DataNode(props: NodeProps) {
  const { value } = props;
  if (Array.isArray(value)) {
    const rows = rowsOf(value, props.id);
    return rows === null ? <ListField {...props} value={value} /> : <Rows {...props} value={rows} />;
  }
  if (typeof value === "object" && value !== null) return <Members {...props} value={value as Plain} />;
  return <ValueField {...props} />;
}

function Members({ id, name, value, change, find }: NodeProps & { readonly value: Plain }) {
  const absent = absentIn(value);
  const keys = inOrder(Object.keys(value).filter((key) => !absent.includes(key)));
  return (
    <fieldset class={styles["members"]}>
      {name !== "" && <legend>{labelOf(name)}</legend>}
      {keys.map((key) => (
        <DataNode
          key={key}
          id={`${id}.${key}`}
          name={key}
          value={value[key]}
          find={find}
          change={(next) => change({ ...value, [key]: next })}
        />
      ))}
      {absentIn(value).map((key) => (
        <ValueField
          key={key}
          id={`${id}.${key}`}
          name={key}
          value={value[key] ?? null}
          find={find}
          change={(next) =>
            change(next === null || next === "" ? without(value, key) : { ...value, [key]: next })
          }
        />
      ))}
    </fieldset>
  );
}

/** Rows with names of their own: folded, opened one by one, drawn only when open. */
function Rows({ id, name, value, change, find }: NodeProps & { readonly value: readonly Plain[] }) {
  const shown = value.map((row, at) => ({ row, at })).filter(({ row }) => matches(row, find));
  const put = (at: number, next: unknown) => change(value.map((row, index) => (index === at ? next : row)));
  return (
    <section class={styles["rows"]} aria-label={labelOf(name)}>
      {name !== "" && (
        <h3>
          {labelOf(name)} <small class="muted">{words.rows(value.length)}</small>
        </h3>
      )}
      {shown.map(({ row, at }) => (
        <Row
          key={at}
          id={`${id}.${at}`}
          row={row}
          open={find !== "" && shown.length < 6}
          find={find}
          change={(next) => put(at, next)}
        >
          <button
            type="button"
            class="button danger"
            onClick={() => change(value.filter((_, index) => index !== at))}
          >
            {words.remove}
          </button>
        </Row>
      ))}
      <button
        type="button"
        class="button"
        onClick={() => change([...value, blankLike(value.at(-1) ?? templateOf(id))])}
      >
        {words.add}
      </button>
    </section>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: Plain;
  readonly open: boolean;
  readonly find: string;
  readonly change: (next: unknown) => void;
  readonly children: preact.ComponentChildren;
}

function Row({ id, row, open, find, change, children }: RowProps) {
  const [shown, setShown] = useState(false);
  const code = codeOf(row);
  const gist = gistOf(row, (unit) => choices["unit"]?.[unit] ?? unit);
  return (
    <details open={open} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        {nameOf(row, nameOfCode)}
        {gist !== "" && <b class={styles["gist"]}>{gist}</b>}
        {code !== null && code !== "" && (
          <>
            {" "}
            <code class={styles["code"]}>{code}</code>
          </>
        )}
      </summary>
      {(shown || open) && (
        <div class={styles["row"]}>
          <DataNode id={id} name="" value={row} find={find} change={change} />
          {children}
        </div>
      )}
    </details>
  );
}

function ListField({ id, name, value, change }: NodeProps & { readonly value: readonly unknown[] }) {
  const names = codeNames(name, value);
  return (
    <label class={styles["field"]} for={id}>
      <span>{name === "to" ? countyWords.toWhom : labelOf(name)}</span>
      <input
        id={id}
        value={listText(value)}
        title={words.listHint}
        aria-describedby={names === "" ? undefined : `${id}-names`}
        onChange={(event) => change(listFrom(event.currentTarget.value, value))}
      />
      <CodeNames id={id} names={names} />
    </label>
  );
}

function ValueField({ id, name, value, change }: NodeProps) {
  const offered = choices[name];
  const label = <span>{labelOf(name)}</span>;
  if (dayMembers.has(name))
    return (
      <label class={styles["field"]} for={id}>
        {label}
        <input
          id={id}
          type="date"
          value={typeof value === "string" ? value : ""}
          onChange={(event) => change(event.currentTarget.value || null)}
        />
      </label>
    );
  if (value === null)
    return (
      <label class={styles["field"]} for={id}>
        {label}
        <input
          id={id}
          value=""
          placeholder={words.none}
          onChange={(event) => change(filled(event.currentTarget.value))}
        />
      </label>
    );
  if (typeof value === "boolean")
    return (
      <label class={styles["check"]} for={id}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        {label}
      </label>
    );
  if (typeof value === "number")
    return (
      <label class={styles["field"]} for={id}>
        {label}
        <input
          id={id}
          type="number"
          step="any"
          value={value}
          onChange={(event) => change(event.currentTarget.valueAsNumber)}
        />
      </label>
    );
  if (typeof value !== "string") return null;
  if (offered !== undefined && value in offered)
    return (
      <label class={styles["field"]} for={id}>
        {label}
        <select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
          {Object.entries(offered).map(([code, word]) => (
            <option key={code} value={code}>
              {word}
            </option>
          ))}
        </select>
      </label>
    );
  return <TextField id={id} name={name} text={value} change={change} />;
}

function TextField({
  id,
  name,
  text,
  change,
}: {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly change: (value: string) => void;
}) {
  const isLong = text.length > 36;
  const names = codeNames(name, text);
  return (
    <label class={`${styles["field"]} ${isLong ? styles["wide"] : ""}`} for={id}>
      <span>{labelOf(name)}</span>
      {isLong ? (
        <textarea id={id} rows={2} value={text} onChange={(event) => change(event.currentTarget.value)} />
      ) : (
        <input
          id={id}
          value={text}
          aria-describedby={names === "" ? undefined : `${id}-names`}
          readOnly={name === "version"}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
      <CodeNames id={id} names={names} />
    </label>
  );
}

/** What the codes of a field are called; a row's own code has its name beside it already. */
function codeNames(name: string, value: unknown): string {
  return name === "code" ? "" : namesIn(value, nameOfCode);
}

interface CodeNamesProps {
  readonly id: string;
  readonly names: string;
}

/** The field is described by them, not named: its label stays what it is. */
function CodeNames({ id, names }: CodeNamesProps) {
  return names === "" ? null : (
    <small class="muted" id={`${id}-names`} aria-hidden="true">
      {names}
    </small>
  );
}

/** A place that was empty takes a limit (`3 workday`), a number, or a text. */
function filled(text: string): unknown {
  const limit = /^(\d+(?:\.\d+)?)\s*(calendarMinute|calendarHour|calendarDay|workHour|workday)$/u.exec(
    text.trim(),
  );
  if (limit) return { value: Number(limit[1]), unit: limit[2] };
  if (text.trim() === "") return null;
  return /^-?\d+(\.\d+)?$/u.test(text.trim()) ? Number(text) : text.trim();
}
