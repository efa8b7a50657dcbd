/** The tables as drizzle-kit wants to see them: exported one by one. */
import { sqliteKit } from "./kit.ts";
import { defineTables } from "./tables.ts";

export const {
  cases,
  events,
  sealedWords,
  reporters,
  clocks,
  assignments,
  casePhotos,
  calls,
  callEvents,
  callWords,
  callNotices,
  accounts,
  sessions,
  signInFailures,
  reveals,
  outbox,
  noticeReads,
  photos,
  cells,
  reference,
  counters,
  settings,
  tallies,
  heldTimes,
  objections,
  objectionCases,
  emergencies,
  emergencyLog,
} = defineTables(sqliteKit);
