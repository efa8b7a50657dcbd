/** 地名别名: what people call places here, with who taught it, when and where; taken back with one press. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { NameRow } from "../../server/domain/mapAnswers.ts";
import { nameWords as words } from "../nameWords.ts";
import { MapPane } from "../parts/laterPlaces.tsx";
import { NameItem } from "../parts/NameItem.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import panel from "../parts/Panel.module.css";
import { matching, MOST_NAMES, names, refused, teachAgain, undo } from "../state/names.ts";

export function Names() {
  useEffect(() => {
    refused.value = null;
    void names.load();
  }, []);
  const rows = names.value.value?.rows;
  const problem = names.problem.value;
  return (
    <div class={panel["page"]}>
      <header>
        <h1>{words.title}</h1>
        <p class="muted">{words.lead}</p>
      </header>
      {problem && <ProblemNotice problem={problem} retry={names.load} />}
      {refused.value && <ProblemNotice problem={refused.value} />}
      {!rows && !problem && <Loading />}
      {rows?.length === 0 && (
        <section class="card">
          <Empty title={words.empty} hint={words.emptyHint} icon="pin" />
        </section>
      )}
      {rows && rows.length > 0 && <NameList rows={rows} />}
    </div>
  );
}

function NameList({ rows }: { readonly rows: readonly NameRow[] }) {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<NameRow | undefined>(rows[0]);
  const found = matching(rows, text);
  const map = useRef<HTMLDivElement>(null);
  const inUse = new Set(rows.filter(({ undone }) => undone === null).map(({ name }) => name));
  const show = (row: NameRow) => {
    setChosen(row);
    map.current?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div class={panel["columns"]}>
      <section class={`card ${panel["card"]}`} aria-label={words.list}>
        <input
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {found.length === 0 && <Empty title={words.noneFound} icon="search" />}
        <ul>
          {found.map((row) => (
            <NameItem
              key={row.id}
              row={row}
              show={() => show(row)}
              isShown={row.id === chosen?.id}
              undo={undo}
              teachAgain={teachAgain}
              mayTeach={!inUse.has(row.name)}
            />
          ))}
        </ul>
        {rows.length >= MOST_NAMES && <p class="muted">{words.latest(MOST_NAMES)}</p>}
      </section>
      <div ref={map} class={`card ${panel["card"]}`}>
        <MapPane label={words.map} height="420px" focus={chosen?.point ?? null} />
        {chosen && (
          <p class="muted">
            {chosen.name} · {words.place(chosen.point.lng.toFixed(6), chosen.point.lat.toFixed(6))}
          </p>
        )}
      </div>
    </div>
  );
}
