/** Blocks of boards and of pages that take plain values. */
import { CatalogueTrial } from "../../parts/CatalogueTrial.tsx";
import { CockpitFigures } from "../../parts/CockpitFigures.tsx";
import { AskCard, RisingCard, TownshipCard, WorstCard } from "../../parts/CockpitLists.tsx";
import { ClockDays } from "../../parts/ClockDays.tsx";
import { KeptHint } from "../../parts/KeptHint.tsx";
import { PhotoStrip } from "../../parts/PhotoStrip.tsx";
import { RulesCard } from "../../parts/RulesCard.tsx";
import { ShiftDays } from "../../parts/ShiftDays.tsx";
import { SurroundingsCard } from "../../parts/SurroundingsCard.tsx";
import { TableHead } from "../../parts/TableHead.tsx";
import { TrendCard } from "../../parts/TrendCard.tsx";
import { HotLists, NeedsLane } from "../../parts/WallCards.tsx";
import { catalogueTrial, cockpit, manyRules, quietCockpit, wall } from "../samples/board.ts";
import { found } from "../samples/caseFile.ts";
import { galleryWords as words } from "../galleryWords.ts";
import type { Exhibit } from "./exhibit.ts";

const nothing = () => undefined;
const days = { from: "2026-11-02", to: "2026-11-09" };
const shift = { found: days, bounds: { from: "2026-10-01", to: "2026-11-20" }, choose: nothing };

export const boards: readonly Exhibit[] = [
  { part: "CockpitFigures", states: { normal: () => <CockpitFigures told={cockpit} /> } },
  {
    part: "CockpitLists",
    states: {
      normal: () => (
        <>
          <TownshipCard rows={cockpit.townships} />
          <WorstCard told={cockpit} />
          <RisingCard rows={cockpit.rising} />
          <AskCard rows={cockpit.ask} />
        </>
      ),
      empty: () => (
        <>
          <WorstCard told={quietCockpit} />
          <RisingCard rows={quietCockpit.rising} />
          <AskCard rows={quietCockpit.ask} />
        </>
      ),
    },
  },
  {
    part: "WallCards",
    states: {
      normal: () => (
        <>
          <NeedsLane needs={wall.needs} />
          <HotLists items={wall.items} places={wall.places} />
        </>
      ),
      empty: () => (
        <>
          <NeedsLane needs={[]} />
          <HotLists items={[]} places={[]} />
        </>
      ),
    },
  },
  { part: "TrendCard", states: { normal: () => <TrendCard wall={wall} /> } },
  {
    part: "CatalogueTrial",
    states: {
      normal: () => <CatalogueTrial found={catalogueTrial} />,
      empty: () => (
        <CatalogueTrial found={{ ...catalogueTrial, moved: 0, newlyUnclear: 0, byUnit: [], rows: [] }} />
      ),
    },
  },
  {
    part: "RulesCard",
    states: { normal: () => <RulesCard rules={found.rules} />, many: () => <RulesCard rules={manyRules} /> },
  },
  { part: "ClockDays", states: { normal: () => <ClockDays caseId="plain" clockId="handle" /> } },
  {
    part: "ShiftDays",
    states: {
      normal: () => <ShiftDays id="found" {...shift} chosen={null} />,
      chosen: () => <ShiftDays id="chosen" {...shift} chosen={days} />,
    },
  },
  { part: "KeptHint", states: { normal: () => <KeptHint anew={nothing} /> } },
  {
    part: "SurroundingsCard",
    states: {
      normal: () => <SurroundingsCard point={{ lng: 118.83, lat: 35.58 }} item={null} caseId="plain" />,
    },
  },
  {
    part: "PhotoStrip",
    states: {
      lost: () => (
        <PhotoStrip
          photos={[
            { id: "gone", stage: "before" },
            { id: "goneToo", stage: "after" },
          ]}
        />
      ),
    },
  },
  {
    part: "TableHead",
    states: {
      normal: () => (
        <table>
          <TableHead names={words.steps} />
        </table>
      ),
    },
  },
];
