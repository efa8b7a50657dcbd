/** Tools, what is chosen, and the keys of the pen. */
import { useEffect, useState } from "preact/hooks";
import type { CellKind } from "../../geo/cell.ts";
import type { DrawnOnSheet } from "../../geo/edit/sheet.ts";
import { gridWords } from "../gridWords.ts";
import * as pen from "./pen.ts";
import panel from "../parts/Panel.module.css";
import styles from "./Grid.module.css";

const words = gridWords.pen;
const TOOLS: readonly pen.Tool[] = ["select", "move", "split", "merge"];
const MOST_FOUND = 8;

export function GridPen() {
  useEffect(() => {
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
  const tool = pen.tool.value;
  const cells = pen.sheet.value ?? [];
  const picked = pen.chosen.value.flatMap((code) => cells.filter((cell) => cell.code === code));
  const [first] = picked;
  return (
    <section aria-label={words.title} class={panel["list"]}>
      <div class={panel["acts"]}>
        <div class={panel["acts"]} role="group" aria-label={words.tools}>
          {TOOLS.map((name) => (
            <button
              key={name}
              type="button"
              class={tool === name ? "button primary" : "button"}
              aria-pressed={tool === name}
              onClick={() => pen.take(name)}
            >
              {words[name]}
            </button>
          ))}
        </div>
        <button type="button" class="button" disabled={!pen.canUndo.value} onClick={pen.undo}>
          {words.undo}
        </button>
        <button type="button" class="button" disabled={!pen.canRedo.value} onClick={pen.redo}>
          {words.redo}
        </button>
        {tool === "split" && (
          <button
            type="button"
            class="button primary"
            disabled={pen.line.value.length < 2}
            onClick={() => pen.cut(REACH)}
          >
            {words.apply.split}
          </button>
        )}
        {tool === "merge" && (
          <button type="button" class="button primary" disabled={picked.length < 2} onClick={pen.join}>
            {words.apply.merge}
          </button>
        )}
        <span class="muted" role="status">
          {pen.saving.value ? words.saving : pen.isSaved.value ? words.saved : words.unsaved}
        </span>
        <button type="button" class="button" onClick={pen.closePen}>
          {words.end}
        </button>
      </div>
      <p class="muted">{words.hints[tool]}</p>
      <div class={panel["acts"]}>
        <Search cells={cells} />
        {picked.length > 0 && <b>{words.chosen(picked.map(({ name }) => name))}</b>}
      </div>
      {tool === "select" && first && <Label key={first.code} cell={first} />}
    </section>
  );
}

/** Metres that the end of a cut may stop short of the border. */
const REACH = 30;

function Search({ cells }: { readonly cells: readonly DrawnOnSheet[] }) {
  const [text, setText] = useState("");
  const found =
    text === "" ? [] : cells.filter(({ code, name }) => code.includes(text) || name.includes(text));
  return (
    <>
      <input
        type="search"
        class={styles["search"]}
        aria-label={words.search}
        placeholder={words.search}
        value={text}
        onInput={(event) => setText(event.currentTarget.value.trim())}
      />
      {found.slice(0, MOST_FOUND).map(({ code, name }) => (
        <button key={code} type="button" class="button" onClick={() => pen.seek(code)}>
          {name}
        </button>
      ))}
    </>
  );
}

function Label({ cell }: { readonly cell: DrawnOnSheet }) {
  const [label, setLabel] = useState({ code: cell.code, name: cell.name, kind: cell.kind });
  const kinds: readonly CellKind[] = ["base", "dedicated"];
  return (
    <form
      class={panel["acts"]}
      onSubmit={(event) => {
        event.preventDefault();
        pen.label(cell.code, label);
      }}
    >
      {(["code", "name"] as const).map((field) => (
        <label key={field}>
          {words[field]}{" "}
          <input
            value={label[field]}
            required
            onInput={(event) => setLabel({ ...label, [field]: event.currentTarget.value.trim() })}
          />
        </label>
      ))}
      <label>
        {words.kind}{" "}
        <select
          value={label.kind}
          onChange={(event) => {
            setLabel({ ...label, kind: kinds.find((kind) => kind === event.currentTarget.value) ?? "base" });
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button">
        {words.relabel}
      </button>
    </form>
  );
}

const acts: Readonly<Record<string, () => void>> = {
  "1": () => pen.take("select"),
  "2": () => pen.take("move"),
  "3": () => pen.take("split"),
  "4": () => pen.take("merge"),
  Escape: pen.cancel,
  Delete: pen.dropCorner,
  n: () => pen.nextCorner(1),
  p: () => pen.nextCorner(-1),
  s: pen.markCorner,
  ArrowLeft: () => pen.nudge(-1, 0),
  ArrowRight: () => pen.nudge(1, 0),
  ArrowUp: () => pen.nudge(0, 1),
  ArrowDown: () => pen.nudge(0, -1),
};

function pressed(event: KeyboardEvent): void {
  const isTyping = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
  if (isTyping) return;
  const isCommand = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (isCommand && key === "z") return done(event, event.shiftKey ? pen.redo : pen.undo);
  if (isCommand && key === "y") return done(event, pen.redo);
  if (isCommand) return;
  const isMoving = key.startsWith("Arrow");
  if (isMoving && pen.corner.peek() === null) return;
  if (key === "Enter" && event.target instanceof HTMLButtonElement) return;
  if (key === "Enter") return done(event, pen.tool.peek() === "merge" ? pen.join : () => pen.cut(REACH));
  const act = acts[key];
  if (act) done(event, act);
}

function done(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  act();
}
