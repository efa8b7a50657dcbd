/** Blocks of a page that tell what a machine or a person did, and what follows from it. */
import { BatchSheet } from "../../parts/BatchSheet.tsx";
import { CallNotices } from "../../parts/CallNotices.tsx";
import { CallTimeline } from "../../parts/CallTimeline.tsx";
import { ClockTold } from "../../parts/ClockTold.tsx";
import { DeviceList } from "../../parts/DeviceList.tsx";
import { EmergencyCard } from "../../parts/EmergencyCard.tsx";
import { LessonList } from "../../parts/LessonList.tsx";
import { ItemMarksTable, UnitMarksTable } from "../../parts/MarksTables.tsx";
import panel from "../../parts/Panel.module.css";
import { PlaceOrigin } from "../../parts/PlaceOrigin.tsx";
import { PublishForm } from "../../parts/PublishForm.tsx";
import { ReasonLists } from "../../parts/ReasonLists.tsx";
import { SaidTimesRow } from "../../parts/SaidTimes.tsx";
import { SupervisionItem } from "../../parts/SupervisionItem.tsx";
import { TaskCard } from "../../parts/TaskCard.tsx";
import { VersionLine } from "../../parts/VersionLine.tsx";
import { galleryWords as words } from "../galleryWords.ts";
import {
  apps,
  callHistory,
  callNotices,
  devices,
  emergencies,
  explained,
  itemMarks,
  lessons,
  manyLessons,
  orders,
  origin,
  reasons,
  said,
  tasks,
  unitMarks,
  versions,
} from "../samples/blocks.ts";
import { NOW } from "../samples/county.ts";
import { lamps } from "../samples/rows.ts";
import type { Exhibit } from "./exhibit.ts";

const never = () => Promise.resolve();
const publishing = { now: NOW, isWorking: false, publish: never, discard: never };

export const blocks: readonly Exhibit[] = [
  { part: "SaidTimes", states: { normal: () => <SaidTimesRow times={said} /> } },
  { part: "ClockTold", states: { normal: () => <ClockTold found={explained} /> } },
  { part: "PlaceOrigin", states: { normal: () => <PlaceOrigin {...origin} /> } },
  {
    part: "TaskCard",
    states: {
      normal: () => <TaskCard row={tasks.plain} apps={apps} />,
      red: () => <TaskCard row={tasks.red} apps={apps} />,
      empty: () => <TaskCard row={tasks.none} apps={apps} />,
      long: () => <TaskCard row={tasks.long} apps={apps} />,
    },
  },
  {
    part: "SupervisionItem",
    states: {
      normal: () => (
        <ul>
          <SupervisionItem row={orders.plain} of="supervise" />
        </ul>
      ),
      red: () => (
        <ul>
          <SupervisionItem row={orders.late} of="answer" />
        </ul>
      ),
      warn: () => (
        <ul>
          <SupervisionItem row={orders.unheard} of="unheard" />
        </ul>
      ),
      long: () => (
        <ul>
          <SupervisionItem row={orders.long} of="supervise" />
        </ul>
      ),
    },
  },
  { part: "BatchSheet", states: { done: () => <BatchSheet act={words.act} others={[lamps.none]} /> } },
  {
    part: "EmergencyCard",
    states: {
      alarm: () => <EmergencyCard row={emergencies.live} maySwitch />,
      readonly: () => <EmergencyCard row={{ ...emergencies.live, area: [] }} maySwitch={false} />,
      done: () => <EmergencyCard row={emergencies.over} maySwitch={false} />,
    },
  },
  { part: "CallTimeline", states: { normal: () => <CallTimeline history={callHistory} /> } },
  { part: "CallNotices", states: { normal: () => <CallNotices rows={callNotices} /> } },
  {
    part: "ReasonLists",
    states: {
      normal: () => (
        <div class={panel["reasons"]}>
          <ReasonLists found={reasons} />
        </div>
      ),
    },
  },
  {
    part: "LessonList",
    states: {
      normal: () => <LessonList lessons={lessons} now={NOW} />,
      empty: () => <LessonList lessons={[]} now={NOW} />,
      many: () => <LessonList lessons={manyLessons} now={NOW} />,
    },
  },
  {
    part: "MarksTables",
    states: {
      normal: () => <ItemMarksTable items={itemMarks} />,
      long: () => <UnitMarksTable units={unitMarks} />,
    },
  },
  {
    part: "VersionLine",
    states: {
      normal: () => (
        <ul>
          <VersionLine row={versions.plain} isCurrent now={NOW} />
          <VersionLine row={versions.restored} isCurrent={false} now={NOW} />
        </ul>
      ),
      long: () => (
        <ul>
          <VersionLine row={versions.long} isCurrent={false} now={NOW} />
        </ul>
      ),
    },
  },
  { part: "PublishForm", states: { normal: () => <PublishForm {...publishing} /> } },
  {
    part: "DeviceList",
    states: {
      normal: () => <DeviceList devices={devices} now={NOW} />,
      readonly: () => <DeviceList devices={devices.slice(0, 1)} now={NOW} />,
    },
  },
];
