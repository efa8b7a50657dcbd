/** What administrators keep: closed units, record and backups, accounts, exports. */
import { BackupCard } from "../../parts/BackupCard.tsx";
import { CheckpointCard } from "../../parts/CheckpointCard.tsx";
import { DemoPeople } from "../../parts/DemoPeople.tsx";
import { ExportItem } from "../../parts/ExportItem.tsx";
import { FactList } from "../../parts/FactList.tsx";
import { PeopleTable } from "../../parts/PeopleTable.tsx";
import { ProofField } from "../../parts/ProofField.tsx";
import { SuccessionCard } from "../../parts/SuccessionCard.tsx";
import { SuccessionForm } from "../../parts/SuccessionForm.tsx";
import { SuccessionSteps } from "../../parts/SuccessionSteps.tsx";
import { YearCalendar } from "../../parts/YearCalendar.tsx";
import { galleryWords as words } from "../galleryWords.ts";
import { counting, drafted } from "../samples/calendar.ts";
import {
  badBackup,
  decided,
  demo,
  exportOf,
  exportRow,
  longPerson,
  longSuccession,
  manyPeople,
  manySuccessions,
  people,
  proofs,
  record,
  succession,
  trials,
} from "../samples/keeping.ts";
import { NOW, longUnit, lamp } from "../samples/county.ts";
import { problems } from "../samples/problems.ts";
import type { Exhibit } from "./exhibit.ts";

const nothing = () => undefined;
const take = () => Promise.resolve(problems.failed);
const peopleActs = {
  setPosts: nothing,
  resetPassword: nothing,
  endSessions: nothing,
  dropFactor: nothing,
  setDisabled: nothing,
};

const successions = { problem: null, retry: nothing, take };
const form = {
  way: "there",
  reason: words.reason,
  write: nothing,
  trial: null,
  problem: null,
  busy: false,
  close: nothing,
  submit: nothing,
} as const;
const backups = {
  mayMake: true,
  mayTake: true,
  problem: null,
  make: nothing,
  proof: proofs.none,
  take: nothing,
  takeProved: nothing,
};
const checkpoints = { mayMake: true, problem: null, make: nothing };
const year = { year: 2026, counting, chosen: "2026-11-20", choose: nothing, open: nothing };
const exported = { proof: proofs.none, take: nothing, decide: nothing };

export const keeping: readonly Exhibit[] = [
  {
    part: "SuccessionCard",
    states: {
      normal: () => <SuccessionCard found={succession} {...successions} />,
      empty: () => <SuccessionCard found={{ closed: [], moved: [], now: NOW }} {...successions} />,
      loading: () => <SuccessionCard found={null} {...successions} />,
      failed: () => <SuccessionCard found={null} {...successions} problem={problems.failed} />,
      forbidden: () => <SuccessionCard found={null} {...successions} problem={problems.forbidden} />,
      offline: () => <SuccessionCard found={succession} {...successions} problem={problems.offline} />,
      long: () => <SuccessionCard found={longSuccession} {...successions} />,
      many: () => <SuccessionCard found={manySuccessions} {...successions} />,
    },
  },
  {
    part: "SuccessionSteps",
    states: {
      normal: () => <SuccessionSteps unit="g-there" name={lamp.name} take={take} />,
      undo: () => <SuccessionSteps unit="g-back" name={lamp.name} heir="SL" take={take} />,
    },
  },
  {
    part: "SuccessionForm",
    states: {
      empty: () => <SuccessionForm {...form} id="g-heir-1" reason="" />,
      normal: () => <SuccessionForm {...form} id="g-heir-2" />,
      loading: () => <SuccessionForm {...form} id="g-heir-3" busy />,
      counted: () => <SuccessionForm {...form} id="g-heir-4" trial={trials.plain} />,
      busy: () => <SuccessionForm {...form} id="g-heir-5" trial={trials.plain} busy />,
      undo: () => <SuccessionForm {...form} id="g-heir-6" way="back" trial={trials.kept} />,
      nothing: () => <SuccessionForm {...form} id="g-heir-7" way="back" trial={trials.none} />,
      forbidden: () => <SuccessionForm {...form} id="g-heir-8" problem={problems.forbidden} />,
      offline: () => (
        <SuccessionForm {...form} id="g-heir-9" trial={trials.plain} problem={problems.offline} />
      ),
    },
  },
  {
    part: "CheckpointCard",
    states: {
      normal: () => <CheckpointCard found={record} {...checkpoints} />,
      empty: () => <CheckpointCard found={{ ...record, checkpoints: [] }} {...checkpoints} />,
      readonly: () => <CheckpointCard found={record} {...checkpoints} mayMake={false} />,
      failed: () => <CheckpointCard found={record} {...checkpoints} problem={problems.failed} />,
    },
  },
  {
    part: "BackupCard",
    states: {
      normal: () => <BackupCard found={record} {...backups} />,
      empty: () => <BackupCard found={{ ...record, backups: [] }} {...backups} />,
      busy: () => <BackupCard found={{ ...record, backingUp: true, written: 0.42 }} {...backups} />,
      danger: () => <BackupCard found={{ ...record, backups: [badBackup] }} {...backups} />,
      confirm: () => <BackupCard found={record} {...backups} proof={proofs.asks} />,
      failed: () => <BackupCard found={record} {...backups} problem={problems.failed} />,
      forbidden: () => <BackupCard found={record} {...backups} proof={proofs.forbidden} />,
      readonly: () => <BackupCard found={record} {...backups} mayMake={false} mayTake={false} />,
      refused: () => (
        <BackupCard found={{ ...record, backups: [], backupHours: 0, mayBackUp: false }} {...backups} />
      ),
    },
  },
  {
    part: "FactList",
    states: {
      normal: () => <FactList facts={[{ name: words.label, value: lamp.name }]} />,
      long: () => (
        <FactList
          facts={[
            { name: words.label, value: longUnit.name },
            { name: words.hint, value: record.key ?? "", isCode: true },
          ]}
        />
      ),
    },
  },
  {
    part: "YearCalendar",
    states: {
      normal: () => <YearCalendar {...year} calendar={counting} />,
      news: () => <YearCalendar {...year} calendar={drafted} />,
    },
  },
  {
    part: "PeopleTable",
    states: {
      normal: () => <PeopleTable rows={people} self="gallery" acts={peopleActs} />,
      long: () => <PeopleTable rows={[longPerson]} self="gallery" acts={peopleActs} />,
      many: () => <PeopleTable rows={manyPeople} self="gallery" acts={peopleActs} />,
    },
  },
  {
    part: "ExportItem",
    states: {
      waiting: () => <ExportItem row={exportRow} {...exported} />,
      chosen: () => (
        <ExportItem row={exportOf({ id: "e2", mayDecide: true, personal: true })} {...exported} />
      ),
      normal: () => (
        <ExportItem
          row={exportOf({
            ...decided,
            state: "granted",
            mayTake: true,
            until: NOW + 8.64e7,
            decision: words.granted,
          })}
          {...exported}
        />
      ),
      confirm: () => (
        <ExportItem row={exportOf({ state: "granted", mayTake: true })} {...exported} proof={proofs.wrong} />
      ),
      refused: () => (
        <ExportItem
          row={exportOf({ ...decided, state: "refused", decision: words.notGranted })}
          {...exported}
        />
      ),
      done: () => (
        <ExportItem row={exportOf({ ...decided, state: "taken", decision: words.granted })} {...exported} />
      ),
      forbidden: () => <ExportItem row={exportRow} {...exported} proof={proofs.forbidden} />,
    },
  },
  {
    part: "ProofField",
    states: {
      confirm: () => <ProofField id="g-proof" proof={proofs.asks} />,
      refused: () => <ProofField id="g-proof-2" proof={proofs.wrong} />,
    },
  },
  {
    part: "DemoPeople",
    states: {
      normal: () => <DemoPeople rows={demo} busy={false} sign={nothing} />,
      busy: () => <DemoPeople rows={demo.slice(0, 6)} busy sign={nothing} />,
    },
  },
];
