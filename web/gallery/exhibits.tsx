/** Every part in every state it can be in. A part is named after its file in web/parts. */
import type { ComponentChildren } from "preact";
import { Assignments } from "../parts/Assignments.tsx";
import { BatchBar } from "../parts/BatchBar.tsx";
import { BlockedMoves } from "../parts/BlockedMoves.tsx";
import { BoundCase } from "../parts/BoundCase.tsx";
import { CalibrationCurve } from "../parts/CalibrationCurve.tsx";
import { CallLamp } from "../parts/CallLamp.tsx";
import { CallRows } from "../parts/CallRows.tsx";
import { CaseRows } from "../parts/CaseRows.tsx";
import { CategoryPicker } from "../parts/CategoryPicker.tsx";
import { ClockRow } from "../parts/ClockRow.tsx";
import { Countdown } from "../parts/Countdown.tsx";
import { Field, FieldGroup } from "../parts/Field.tsx";
import { FilterBar } from "../parts/FilterBar.tsx";
import { HeldTime } from "../parts/HeldTime.tsx";
import { HolderBars } from "../parts/HolderBars.tsx";
import { Icon } from "../parts/Icon.tsx";
import { type IconName, paths } from "../parts/iconPaths.ts";
import { ItemPicker } from "../parts/ItemPicker.tsx";
import { LayerLines } from "../parts/LayerLines.tsx";
import { LineState } from "../parts/LineState.tsx";
import { Marked } from "../parts/Marked.tsx";
import { MoveBar } from "../parts/MoveBar.tsx";
import { NameFilter } from "../parts/NameFilter.tsx";
import { NameHints } from "../parts/NameHints.tsx";
import { NavBar } from "../parts/NavBar.tsx";
import { Empty, Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { OverdueList } from "../parts/OverdueList.tsx";
import { PairGrounds } from "../parts/PairGrounds.tsx";
import { ReasonPicker, ScorePicker, YesNo } from "../parts/Pickers.tsx";
import { PhotoInput } from "../parts/PhotoInput.tsx";
import { PlaceLine } from "../parts/PlaceLine.tsx";
import { PrecedentList } from "../parts/PrecedentList.tsx";
import { QueueList } from "../parts/QueueList.tsx";
import { ReadingCard } from "../parts/ReadingCard.tsx";
import { ReplyHints } from "../parts/ReplyHints.tsx";
import { ReporterCard } from "../parts/ReporterCard.tsx";
import { SavedViews } from "../parts/SavedViews.tsx";
import { StageSteps } from "../parts/StageSteps.tsx";
import { StateBadge } from "../parts/StateBadge.tsx";
import { StepList } from "../parts/StepList.tsx";
import { Steps } from "../parts/Steps.tsx";
import { Timeline } from "../parts/Timeline.tsx";
import { ToastBar } from "../parts/ToastBar.tsx";
import { UnitPicker } from "../parts/UnitPicker.tsx";
import { UnitReasons } from "../parts/UnitReasons.tsx";
import { UnitsPicker } from "../parts/UnitsPicker.tsx";
import { WordsField } from "../parts/WordsField.tsx";
import shell from "../parts/Shell.module.css";
import { createCaseFile } from "../state/caseFile.ts";
import { doneStates, openStates } from "../state/filters.ts";
import { galleryWords as words } from "./galleryWords.ts";
import {
  boundRows,
  calls,
  clockOf,
  found,
  history,
  lamp,
  lamps,
  longUnit,
  NOW,
  problems,
  reference,
  rows,
  strained,
  suspect,
  water,
} from "./samples.ts";

type StateName = keyof typeof words.states;

export interface Exhibit {
  readonly part: string;
  /** It lies on the bar of the house. */
  readonly onBar?: boolean;
  readonly states: Readonly<Partial<Record<StateName, () => ComponentChildren>>>;
}

const nothing = () => undefined;
const file = createCaseFile("plain");
const chosen = new Map(rows.slice(0, 2).map((row) => [row.id, row]));
const filters = { tab: "todo" } as const;
const units = reference.units;

export const exhibits: readonly Exhibit[] = [
  {
    part: "Icon",
    states: {
      all: () => (Object.keys(paths) as IconName[]).map((name) => <Icon key={name} name={name} size={28} />),
    },
  },
  {
    part: "StateBadge",
    states: {
      all: () => [...openStates, ...doneStates].map((state) => <StateBadge key={state} state={state} />),
    },
  },
  {
    part: "Countdown",
    states: {
      green: () => <Countdown of={lamps.green} />,
      amber: () => <Countdown of={lamps.amber} />,
      red: () => <Countdown of={lamps.red} />,
      severe: () => <Countdown of={lamps.severe} />,
      provisional: () => <Countdown of={lamps.provisional} />,
      none: () => <Countdown of={lamps.none} />,
    },
  },
  {
    part: "CallLamp",
    states: {
      green: () => <CallLamp of={calls[0] ?? lamps.none} />,
      none: () => <CallLamp of={lamps.none} />,
    },
  },
  {
    part: "Notice",
    states: {
      empty: () => <Empty title={words.states.empty} hint={words.lead} />,
      loading: () => <Loading />,
      failed: () => <ProblemNotice problem={problems.failed} retry={nothing} />,
      forbidden: () => <ProblemNotice problem={problems.forbidden} />,
      offline: () => <ProblemNotice problem={problems.offline} retry={nothing} />,
      refused: () => <ProblemNotice problem={problems.ruled} />,
      normal: () => <Hint>{words.lead}</Hint>,
      warn: () => <Hint tone="warn">{words.lead}</Hint>,
      danger: () => <Hint tone="danger">{strained.text}</Hint>,
    },
  },
  {
    part: "Field",
    states: {
      normal: () => (
        <Field id="g-plain" label={words.label} hint={words.hint}>
          <input id="g-plain" />
        </Field>
      ),
      required: () => (
        <FieldGroup label={words.label} required>
          <label>
            <input type="checkbox" /> {words.view}
          </label>
        </FieldGroup>
      ),
      failed: () => (
        <Field id="g-bad" label={words.label} required problem={words.objection}>
          <input id="g-bad" />
        </Field>
      ),
    },
  },
  {
    part: "CaseRows",
    states: {
      normal: () => <CaseRows rows={rows} />,
      long: () => <CaseRows rows={[strained]} />,
      marked: () => <CaseRows rows={rows.slice(0, 2)} marked={rows[0]?.id ?? null} words={words.sought} />,
      news: () => <CaseRows rows={rows.slice(0, 2)} fresh={new Map([["severe", 2]])} />,
      picking: () => (
        <CaseRows
          rows={rows.slice(0, 3)}
          picks={{ chosen, toggle: nothing, whyNot: ({ id }) => (id === "amber" ? words.objection : null) }}
        />
      ),
      beside: () => <CaseRows rows={rows.slice(0, 2)} peek={{ shown: rows[0]?.id ?? null, open: nothing }} />,
    },
  },
  {
    part: "CallRows",
    states: {
      normal: () => <CallRows rows={calls.slice(0, 1)} />,
      alarm: () => <CallRows rows={calls.slice(1)} />,
    },
  },
  {
    part: "StepList",
    states: { normal: () => <StepList steps={words.steps.map((told) => ({ key: told, told }))} here={2} /> },
  },
  {
    part: "Steps",
    states: { normal: () => <Steps step="working" />, empty: () => <Steps step="received" /> },
  },
  { part: "StageSteps", states: { normal: () => <StageSteps found={found} /> } },
  {
    part: "Timeline",
    states: {
      normal: () => <Timeline caseId="plain" history={history} seen={3} />,
      empty: () => <Timeline caseId="plain" history={[]} seen={0} />,
    },
  },
  { part: "Assignments", states: { normal: () => <Assignments found={found} /> } },
  {
    part: "ClockRow",
    states: {
      normal: () => (
        <ul>
          {found.clocks.map((clock) => (
            <ClockRow key={clock.id} caseId="plain" clock={clock} />
          ))}
        </ul>
      ),
      severe: () => (
        <ul>
          <ClockRow
            caseId="plain"
            clock={clockOf({ dueAt: NOW - 9e8, warnAt: NOW - 1e9, severeAt: NOW - 1e8, unit: longUnit })}
          />
        </ul>
      ),
    },
  },
  {
    part: "MoveBar",
    states: {
      normal: () => <MoveBar file={file} found={found} />,
      empty: () => <MoveBar file={file} found={{ ...found, moves: [], blocked: [] }} />,
    },
  },
  { part: "BlockedMoves", states: { refused: () => <BlockedMoves blocked={found.blocked} /> } },
  {
    part: "PlaceLine",
    states: {
      normal: () => <PlaceLine found={found} />,
      empty: () => <PlaceLine found={{ ...found, address: null, cell: null, point: null }} />,
    },
  },
  {
    part: "LayerLines",
    states: { normal: () => <LayerLines layers={found.layers} />, empty: () => <LayerLines layers={[]} /> },
  },
  {
    part: "ReadingCard",
    states: {
      normal: () => <ReadingCard found={found} />,
      empty: () => (
        <ReadingCard
          found={{
            ...found,
            suggestions: [],
            reading: { ...found.reading, candidates: [], sure: false, why: "noWords" },
          }}
        />
      ),
    },
  },
  {
    part: "ReporterCard",
    states: {
      normal: () => <ReporterCard file={file} found={found} />,
      empty: () => <ReporterCard file={file} found={{ ...found, reporter: null }} />,
      forbidden: () => (
        <ReporterCard
          file={file}
          found={{ ...found, reporter: { name: null, phone: null, hidden: true, mayReveal: false } }}
        />
      ),
    },
  },
  {
    part: "UnitReasons",
    states: { normal: () => found.responsible && <UnitReasons responsible={found.responsible} /> },
  },
  {
    part: "BoundCase",
    states: {
      normal: () => boundRows["seen"] && <BoundCase row={boundRows["seen"]} />,
      forbidden: () => boundRows["unseen"] && <BoundCase row={boundRows["unseen"]} />,
    },
  },
  { part: "PairGrounds", states: { normal: () => <PairGrounds row={suspect} /> } },
  {
    part: "HeldTime",
    states: {
      normal: () => <HeldTime ledger={found.ledger} />,
      empty: () => <HeldTime ledger={{ total: 0, parts: [] }} />,
    },
  },
  {
    part: "HolderBars",
    states: {
      normal: () => (
        <HolderBars
          holders={[lamp, water, longUnit].map((holder, index) => ({
            holder,
            overdue: 9 - 4 * index,
            warned: 2 + index,
            oldestDueAt: NOW - 9e7,
          }))}
        />
      ),
      empty: () => <HolderBars holders={[]} />,
    },
  },
  {
    part: "OverdueList",
    states: {
      normal: () => <OverdueList rows={[strained, lamps.red]} total={17} />,
      empty: () => <OverdueList rows={[]} total={0} />,
    },
  },
  {
    part: "CalibrationCurve",
    states: {
      normal: () => (
        <CalibrationCurve
          bands={[0.3, 0.5, 0.7, 0.9].map((probability) => ({
            rows: 40,
            probability,
            accuracy: probability - 0.03,
          }))}
        />
      ),
    },
  },
  {
    part: "ReplyHints",
    states: {
      warn: () => (
        <ReplyHints hints={[{ kind: "short", letters: 4 }, { kind: "besides" }, { kind: "unanswered" }]} />
      ),
    },
  },
  {
    part: "Pickers",
    states: {
      normal: () => (
        <>
          <label for="g-reason">{words.label}</label>
          <ReasonPicker id="g-reason" list="decline" value="" change={nothing} />
          <ScorePicker name="g-score" value={4} change={nothing} />
          <YesNo name="g-yes" value change={nothing} />
        </>
      ),
    },
  },
  {
    part: "ItemPicker",
    states: {
      normal: () =>
        labelled(
          "g-item",
          <ItemPicker id="g-item" suggestions={found.suggestions} value="020101" change={nothing} />,
        ),
      empty: () =>
        labelled("g-item-2", <ItemPicker id="g-item-2" suggestions={[]} value="" change={nothing} />),
    },
  },
  {
    part: "UnitPicker",
    states: {
      normal: () => labelled("g-unit", <UnitPicker id="g-unit" found={found} value="LD" change={nothing} />),
    },
  },
  {
    part: "UnitsPicker",
    states: {
      chosen: () => (
        <UnitsPicker id="g-units" found={found} lead="LD" value={["SL"]} max={5} change={nothing} />
      ),
    },
  },
  {
    part: "WordsField",
    states: {
      normal: () =>
        labelled(
          "g-words",
          <WordsField
            id="g-words"
            name="result"
            value=""
            max={200}
            change={nothing}
            action="handle"
            major="02"
          />,
        ),
    },
  },
  {
    part: "CategoryPicker",
    states: {
      normal: () => <CategoryPicker value={null} suggestions={found.suggestions} change={nothing} />,
      chosen: () => <CategoryPicker value="020101" suggestions={found.suggestions} change={nothing} />,
    },
  },
  {
    part: "PhotoInput",
    states: { empty: () => <PhotoInput label={words.label} photos={[]} add={nothing} remove={nothing} /> },
  },
  {
    part: "Marked",
    states: {
      marked: () => <Marked text={words.text} words={words.sought} />,
      normal: () => <Marked text={words.text} words={undefined} />,
    },
  },
  { part: "NameFilter", states: { normal: () => <NameFilter id="g-none" rows={units} choose={nothing} /> } },
  { part: "NameHints", states: { normal: () => <NameHints typed="slj" filters={filters} page="/cases" /> } },
  {
    part: "PrecedentList",
    states: {
      empty: () => <PrecedentList caseId="plain" />,
      loading: () => <PrecedentList caseId="never" />,
      failed: () => <PrecedentList caseId="failed" />,
      forbidden: () => <PrecedentList caseId="forbidden" />,
      offline: () => <PrecedentList caseId="offline" />,
    },
  },
  {
    part: "FilterBar",
    states: {
      normal: () => <FilterBar filters={filters} go={nothing} />,
      narrowed: () => (
        <FilterBar filters={{ ...filters, due: "overdue", unit: "SL", q: words.sought }} go={nothing} />
      ),
    },
  },
  { part: "SavedViews", states: { narrowed: () => <SavedViews filters={{ ...filters, due: "overdue" }} /> } },
  { part: "BatchBar", states: { empty: () => <BatchBar actor={{ role: "department", unit: "LD" }} /> } },
  { part: "NavBar", onBar: true, states: { normal: () => <NavBar class={shell["nav"]} places={7} /> } },
  { part: "LineState", states: { waiting: () => <LineState /> } },
  { part: "QueueList", states: { all: () => <QueueList /> } },
  { part: "ToastBar", states: { undo: () => <ToastBar /> } },
];

function labelled(id: string, field: ComponentChildren): ComponentChildren {
  return (
    <>
      <label for={id}>{words.label}</label>
      {field}
    </>
  );
}
