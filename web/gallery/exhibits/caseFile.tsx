/** Blocks of the case file. */
import { Assignments } from "../../parts/Assignments.tsx";
import { BlockedMoves } from "../../parts/BlockedMoves.tsx";
import { BoundCase } from "../../parts/BoundCase.tsx";
import { ClockRow } from "../../parts/ClockRow.tsx";
import { Fold } from "../../parts/Fold.tsx";
import { HeldTime } from "../../parts/HeldTime.tsx";
import { LayerLines } from "../../parts/LayerLines.tsx";
import { MoveBar } from "../../parts/MoveBar.tsx";
import { PairGrounds } from "../../parts/PairGrounds.tsx";
import { PlaceLine } from "../../parts/PlaceLine.tsx";
import { PrecedentList } from "../../parts/PrecedentList.tsx";
import { ReadingCard } from "../../parts/ReadingCard.tsx";
import { ReporterCard } from "../../parts/ReporterCard.tsx";
import { StageSteps } from "../../parts/StageSteps.tsx";
import { TellPreview } from "../../parts/TellPreview.tsx";
import { Timeline } from "../../parts/Timeline.tsx";
import { UnitReasons } from "../../parts/UnitReasons.tsx";
import { caseWords } from "../../caseWords.ts";
import { createCaseFile } from "../../state/caseFile.ts";
import { galleryWords as words } from "../galleryWords.ts";
import { clockOf, found, history } from "../samples/caseFile.ts";
import { NOW, longUnit } from "../samples/county.ts";
import { bound, unseen, suspect } from "../samples/linked.ts";
import type { Exhibit } from "./exhibit.ts";

const file = createCaseFile("plain");

const decline = { action: "decline", needs: ["note"], may: [], defaults: {} } as const;
const own = { ...found, reporter: null, channel: "gridWorker" } as const;
const confidential = { name: null, phone: null, hidden: true, mayReveal: false };

export const caseFile: readonly Exhibit[] = [
  {
    part: "TellPreview",
    states: {
      normal: () => <TellPreview found={found} offer={decline} values={{ note: words.text }} />,
      empty: () => <TellPreview found={found} offer={decline} values={{}} />,
      none: () => <TellPreview found={{ ...own, channel: "public" }} offer={decline} values={{}} />,
      colleague: () => <TellPreview found={own} offer={decline} values={{}} />,
      forbidden: () => (
        <TellPreview found={{ ...found, reporter: confidential }} offer={decline} values={{}} />
      ),
    },
  },
  {
    part: "Timeline",
    states: {
      normal: () => <Timeline caseId="plain" history={history} seen={3} />,
      empty: () => <Timeline caseId="plain" history={[]} seen={0} />,
    },
  },
  { part: "StageSteps", states: { normal: () => <StageSteps found={found} /> } },
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
    part: "HeldTime",
    states: {
      normal: () => <HeldTime ledger={found.ledger} />,
      empty: () => <HeldTime ledger={{ total: 0, parts: [] }} />,
    },
  },
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
      normal: () => <BoundCase row={bound} />,
      forbidden: () => <BoundCase row={unseen} />,
    },
  },
  { part: "PairGrounds", states: { normal: () => <PairGrounds row={suspect} /> } },
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
    part: "MoveBar",
    states: {
      normal: () => <MoveBar file={file} found={found} />,
      empty: () => <MoveBar file={file} found={{ ...found, moves: [], blocked: [] }} />,
    },
  },
  {
    part: "Fold",
    states: {
      normal: () => (
        <Fold found={found} title={caseWords.text} class={undefined}>
          <p>{found.text}</p>
        </Fold>
      ),
    },
  },
  { part: "BlockedMoves", states: { refused: () => <BlockedMoves found={found} /> } },
];
