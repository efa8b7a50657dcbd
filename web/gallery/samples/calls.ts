/** 乡呼县应: a call in time, and one that nobody heard. */
import type { CallRowAnswer } from "../../../server/domain/call/callAnswers.ts";
import { HOUR, MINUTE } from "../../../server/domain/time.ts";
import { NOW, item, lamp, longUnit, township, water } from "./county.ts";

const call: CallRowAnswer = {
  id: "call-1",
  number: "H20261120-0007",
  version: 2,
  level: "daily",
  state: "open",
  township,
  item,
  text: "解放路下水道堵塞，请水利局派人",
  address: "解放路 12 号",
  parts: [
    { unit: water, part: "lead", state: "called", absent: false },
    { unit: lamp, part: "assist", state: "signed", absent: false },
  ],
  waiting: [water],
  climbed: 0,
  unheard: [],
  reopens: 0,
  launchedAt: NOW - HOUR,
  closedAt: null,
  dueAt: NOW + 20 * MINUTE,
  dueBy: { unit: "calendarMinute", calendar: null, provisional: false },
};

export const calls: readonly CallRowAnswer[] = [
  call,
  {
    ...call,
    id: "call-2",
    level: "emergency",
    dueAt: NOW - 5 * MINUTE,
    climbed: 2,
    unheard: [longUnit],
    waiting: [longUnit],
  },
];
