/** Lists of cases and calls, what narrows them, and what is done to several rows at once. */
import { BatchBar } from "../../parts/BatchBar.tsx";
import { BatchSwitch } from "../../parts/BatchSwitch.tsx";
import { CalibrationCurve } from "../../parts/CalibrationCurve.tsx";
import { CallRows } from "../../parts/CallRows.tsx";
import { CaseLink } from "../../parts/CaseLink.tsx";
import { CaseRows } from "../../parts/CaseRows.tsx";
import { FilterBar } from "../../parts/FilterBar.tsx";
import { HolderBars } from "../../parts/HolderBars.tsx";
import { NameFilter } from "../../parts/NameFilter.tsx";
import { NameHints } from "../../parts/NameHints.tsx";
import { OverdueList } from "../../parts/OverdueList.tsx";
import { QueueList } from "../../parts/QueueList.tsx";
import { SavedViews } from "../../parts/SavedViews.tsx";
import { galleryWords as words } from "../galleryWords.ts";
import { calls } from "../samples/calls.ts";
import { NOW, lamp, longUnit, reference, water } from "../samples/county.ts";
import { lamps, rows, strained } from "../samples/rows.ts";
import type { Exhibit } from "./exhibit.ts";

const nothing = () => undefined;
const chosen = new Map(rows.slice(0, 2).map((row) => [row.id, row]));
const filters = { tab: "todo" } as const;
const units = reference.units;

export const lists: readonly Exhibit[] = [
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
    part: "CaseLink",
    states: {
      normal: () => <CaseLink of={lamps.red} />,
      empty: () => <CaseLink of={{ ...lamps.red, item: null }} />,
      long: () => <CaseLink of={strained} />,
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
    part: "OverdueList",
    states: {
      normal: () => <OverdueList rows={[strained, lamps.red]} total={17} />,
      empty: () => <OverdueList rows={[]} total={0} />,
    },
  },
  { part: "QueueList", states: { all: () => <QueueList /> } },
  { part: "BatchBar", states: { chosen: () => <BatchBar actor={{ role: "centre", unit: "XNZX" }} /> } },
  { part: "BatchSwitch", states: { normal: () => <BatchSwitch /> } },
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
  { part: "NameFilter", states: { normal: () => <NameFilter id="g-none" rows={units} choose={nothing} /> } },
  { part: "NameHints", states: { normal: () => <NameHints typed="slj" filters={filters} page="/cases" /> } },
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
];
