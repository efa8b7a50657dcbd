/** 部件台账: what stands in the county and whose it is, what fails again and again, and the import of files. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { ComponentListRow, ComponentsAnswer } from "../../server/domain/component/answers.ts";
import { LONGEST_SEARCH } from "../../server/domain/search.ts";
import { componentWords } from "../componentWords.ts";
import { ChoiceField } from "../parts/ChoiceField.tsx";
import { ComponentItem } from "../parts/ComponentItem.tsx";
import { Later } from "../parts/Later.tsx";
import { MissedPart } from "../parts/MissedPart.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { createRegister } from "../state/components.ts";
import { reference } from "../state/reference.ts";
import { words } from "../words.ts";
import styles from "../parts/Panel.module.css";
import { TextField } from "../parts/TextField.tsx";

type Register = ReturnType<typeof createRegister>;

const importer = () => import("../parts/ComponentImport.tsx").then((part) => part.ComponentImport);
const PAUSE = 300;

export function Components() {
  const register = useMemo(createRegister, []);
  const [isImporting, setImporting] = useState(false);
  useEffect(() => void register.load(), [register]);
  const found = register.answer.value.value;
  const problem = register.answer.problem.value;
  return (
    <div class={styles["page"]}>
      <header class={styles["head"]}>
        <div>
          <h1>{componentWords.title}</h1>
          {found && (
            <p class="muted">
              {componentWords.lead(found.total)} · {componentWords.rule(found.rule)}
            </p>
          )}
        </div>
        {found?.mayImport && (
          <div class={styles["acts"]}>
            <button
              type="button"
              class="button primary"
              aria-expanded={isImporting}
              onClick={() => setImporting(!isImporting)}
            >
              {componentWords.import.open}
            </button>
          </div>
        )}
      </header>
      {isImporting && <Later load={importer} props={{ stored: register.load }} missed={MissedPart} />}
      <Filters register={register} found={found} />
      {problem && <ProblemNotice problem={problem} retry={register.load} />}
      {!found && !problem && <Loading />}
      {found && register.rows.value.length === 0 && <Nothing register={register} />}
      {register.rows.value.length > 0 && <Rows rows={register.rows.value} />}
      {found?.next != null && (
        <button type="button" class="button" onClick={() => void register.more()}>
          {words.more}
        </button>
      )}
    </div>
  );
}

function Nothing({ register }: { readonly register: Register }) {
  const isFiltered = Object.values(register.filters.value).some((value) => value !== "");
  return isFiltered ? (
    <Empty icon="search" title={componentWords.empty} hint={componentWords.emptyHint} />
  ) : (
    <Empty icon="list" title={componentWords.emptyAll} hint={componentWords.emptyAllHint} />
  );
}

function Filters({
  register,
  found,
}: {
  readonly register: Register;
  readonly found: ComponentsAnswer | null;
}) {
  const filters = register.filters.value;
  const [typed, setTyped] = useState(filters.q);
  useEffect(() => {
    if (typed === register.filters.peek().q) return;
    const timer = setTimeout(() => void register.change({ q: typed }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const units = (reference.value?.units ?? []).filter(({ level }) => level === "county");
  return (
    <div class={styles["publish"]} role="search">
      <TextField
        id="component-q"
        label={componentWords.search}
        type="search"
        value={typed}
        maxLength={LONGEST_SEARCH}
        change={setTyped}
      />
      <ChoiceField
        id="component-trouble"
        label={componentWords.trouble}
        value={filters.trouble}
        options={Object.entries(componentWords.troubles)}
        none={componentWords.any}
        change={(trouble) => register.change({ trouble })}
      />
      <ChoiceField
        id="component-class"
        label={componentWords.class}
        value={filters.class}
        options={(found?.classes ?? []).map(({ code, name }) => [code, name])}
        none={componentWords.any}
        change={(kind) => register.change({ class: kind })}
      />
      <ChoiceField
        id="component-owner"
        label={componentWords.owner}
        value={filters.owner}
        options={[
          ["none", componentWords.ownerNone],
          ...units.map(({ code, shortName }) => [code, shortName] as const),
        ]}
        none={componentWords.any}
        change={(owner) => register.change({ owner })}
      />
      <ChoiceField
        id="component-within"
        label={componentWords.township}
        value={filters.within}
        options={(reference.value?.townships ?? []).map(({ code, name }) => [code, name])}
        none={componentWords.any}
        change={(within) => register.change({ within })}
      />
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly ComponentListRow[] }) {
  return (
    <ul class={`card ${styles["card"]} ${styles["list"]}`}>
      {rows.map((row) => (
        <ComponentItem key={row.code} row={row} />
      ))}
    </ul>
  );
}
