/** 命令面板 (Ctrl+K): acts of this page, pages, and every name of the county by a piece or by its initials. */
import { useLocation } from "preact-iso/router";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { byInitials, initialsOf } from "../../geo/places/initials.ts";
import { keyWords } from "../keyWords.ts";
import { pressables } from "../state/deskKeys.ts";
import { addressOfName, createFinder, type Finder } from "../state/finder.ts";
import { listAddress } from "../state/filters.ts";
import { account } from "../state/session.ts";
import { isTheirs, navOf } from "./nav.ts";
import { words } from "../words.ts";
import styles from "./Palette.module.css";

/** A line of the panel: what it says, and what it does. */
interface Line {
  readonly key: string;
  readonly label: string;
  /** What tells it from another of the same name. */
  readonly note: string;
  readonly kind: string;
  readonly run: () => void;
}

export function Palette({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const finder = useMemo(createFinder, []);
  const acts = useMemo(pressables, []);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { route } = useLocation();
  useEffect(() => dialog.current?.showModal(), []);

  const lines = linesFor(text, { acts, finder, go: (address) => route(address) });
  const chosen = Math.min(at, lines.length - 1);
  const run = (line: Line | undefined) => {
    if (!line) return;
    dialog.current?.close();
    line.run();
  };

  function type(value: string): void {
    setText(value);
    setAt(0);
    finder.look(value);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setAt((chosen + step + lines.length) % Math.max(1, lines.length));
    else if (event.key === "Enter") run(lines[chosen]);
    else return;
    event.preventDefault();
  }

  return (
    <dialog ref={dialog} class={styles["palette"]} onClose={close} aria-label={keyWords.palette}>
      <input
        type="text"
        role="combobox"
        class={styles["input"]}
        aria-label={keyWords.palette}
        aria-expanded="true"
        aria-controls="palette-lines"
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `palette-${chosen}` : undefined}
        placeholder={keyWords.hint}
        autocomplete="off"
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      {lines.length === 0 && (
        <p class={styles["nothing"]} role="status">
          {keyWords.nothing}
          <span class="muted">{keyWords.nothingHint}</span>
        </p>
      )}
      <ul id="palette-lines" role="listbox" aria-label={keyWords.palette} class={styles["lines"]}>
        {lines.map((line, index) => (
          <li
            key={line.key}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            ref={(element) => void (index === chosen && element?.scrollIntoView({ block: "nearest" }))}
            onMouseMove={() => index !== at && setAt(index)}
            onClick={() => run(line)}
          >
            <span class={styles["label"]}>{line.label}</span>
            {line.note !== "" && <span class={styles["note"]}>{line.note}</span>}
            <span class={styles["kind"]}>{line.kind}</span>
          </li>
        ))}
      </ul>
    </dialog>
  );
}

interface Sources {
  readonly acts: ReturnType<typeof pressables>;
  readonly finder: Finder;
  readonly go: (address: string) => void;
}

function linesFor(text: string, { acts, finder, go }: Sources): readonly Line[] {
  const role = account.value?.role;
  if (role === undefined) return [];
  const wanted = text.trim();
  const named = <T extends { readonly label: string }>(all: readonly T[]) =>
    wanted === "" ? all : byInitials(all, ({ label }) => initialsOf(label), wanted);
  const mayGo = (address: string) => isTheirs(role, address.split("?")[0] ?? "");
  return [
    ...named(acts).map(({ label, keys, press }) => ({
      key: `act ${label} ${keys}`,
      label,
      note: words.key(keys),
      kind: keyWords.act,
      run: press,
    })),
    ...named(navOf(role)).map(({ href, label }) => ({
      key: href,
      label,
      note: "",
      kind: keyWords.page,
      run: () => go(href),
    })),
    ...finder.rows.value
      .filter((found) => wanted !== "" && mayGo(addressOfName(found)))
      .map((found) => ({
        key: `${found.kind} ${found.code} ${found.name}`,
        label: found.name,
        note: found.note,
        kind: keyWords.kinds[found.kind],
        run: () => go(addressOfName(found)),
      })),
    ...(wanted !== "" && mayGo("/cases")
      ? [
          {
            key: "cases",
            label: keyWords.searchCases(wanted),
            note: "",
            kind: keyWords.cases,
            run: () => go(listAddress({ tab: "all", q: wanted })),
          },
        ]
      : []),
  ];
}
