/** Rows bent one by one, as by somebody who has the database, its password and a tool; and what verify must name first. */
import type { Fault } from "../../db/store.ts";

type Expected = Partial<Fault>;

export interface Bending {
  readonly name: string;
  /** `{case}` stands for the id of the case that was closed and rated. */
  readonly sql: string;
  /** The first fault, the one that verify names. */
  readonly first: Expected;
}

const ofCase = "case_id = '{case}'";
const second = `${ofCase} and seq = 2`;
const rowOf = (field: string): Expected => ({ kind: "row", field });

/** Each is one row bent by somebody who has the database, its password and a tool. */
export const bendings: readonly Bending[] = [
  // events
  bent("an act is backdated", `update events set at = at - 86400000 where ${second}`, {
    kind: "hash",
    seq: 2,
  }),
  bent("its receipt is backdated", `update events set recorded_at = recorded_at - 1 where ${second}`, {
    kind: "hash",
  }),
  bent("an act gets another actor", `update events set actor_id = 'water-1' where ${second}`, {
    kind: "hash",
  }),
  bent("an act gets other facts", `update events set facts = '{}' where ${second}`, { kind: "hash" }),
  bent(
    "the last act is deleted",
    `delete from events where ${ofCase} and seq = (select max(seq) from events where ${ofCase})`,
    { kind: "head" },
  ),
  bent("an act is deleted", `delete from events where ${second}`, { kind: "gap", seq: 2 }),
  bent("a hash is exchanged", `update events set hash = previous_hash where ${second}`, { kind: "hash" }),
  bent(
    "an act is slipped in",
    `insert into events select case_id, seq + 100, action, at, recorded_at, actor_id, actor_role, actor_unit, "from", "to", facts, seals, command_id, previous_hash, hash from events where ${second}`,
    { kind: "gap" },
  ),
  bent(
    "words are changed",
    `update sealed_words set words = replace(cast(words as text), '路灯', '井盖'){cast} where ${ofCase} and seq = 1`,
    { kind: "seal", seq: 1 },
  ),
  bent("words are deleted", `delete from sealed_words where ${ofCase} and seq = 1`, { kind: "seal" }),
  // cases
  bent(
    "a case is backdated",
    "update cases set reported_at = reported_at - 86400000 where id = '{case}'",
    rowOf("reportedAt"),
  ),
  bent("a case is closed on paper", "update cases set state = 'closed' where id <> '{case}'", {
    kind: "state",
  }),
  bent(
    "a case gets another number",
    "update cases set number = '20260101-00001' where id = '{case}'",
    rowOf("cases"),
  ),
  bent("the channel is changed", "update cases set channel = 'import' where id = '{case}'", rowOf("cases")),
  bent("a case becomes urgent", "update cases set urgency = 'emergency' where id = '{case}'", rowOf("cases")),
  bent("a case is moved on the map", "update cases set lng = lng + 1 where id = '{case}'", rowOf("cases")),
  bent("a rating is improved", "update cases set rating_score = 4 where id = '{case}'", rowOf("cases")),
  bent("a limit is put off on the row", "update cases set due_at = 1 where id = '{case}'", rowOf("cases")),
  bent(
    "a missed limit is forgotten",
    "update cases set missed = missed + 1 where id = '{case}'",
    rowOf("missed"),
  ),
  bent(
    "a confidential case becomes open",
    "update cases set confidential = (1 = 1) where id = '{case}'",
    rowOf("cases"),
  ),
  bent("a case is deleted", "delete from cases where id = '{case}'", { kind: "head" }),
  // what belongs to it
  bent(
    "a clock is put off",
    `update clocks set due_at = due_at + 1 where ${ofCase} and kind = 'handle'`,
    rowOf("clocks.handle"),
  ),
  bent("a clock is deleted", `delete from clocks where ${ofCase} and kind = 'handle'`, rowOf("clocks")),
  bent(
    "an assignment is charged to another",
    `update assignments set unit = 'SW' where ${ofCase}`,
    rowOf("assignments.SW"),
  ),
  bent("an assignment is deleted", `delete from assignments where ${ofCase}`, rowOf("assignments.LD")),
  bent(
    "a case is shown to one who takes no part in it",
    "insert into case_parties (case_id, unit) values ('{case}', 'SW')",
    rowOf("case_parties"),
  ),
  bent(
    "a reporter is exchanged",
    `update reporters set phone = '13900000000' where ${ofCase}`,
    rowOf("reporter"),
  ),
  bent(
    "an erasure is slipped in",
    `insert into erasures (id, case_id, what, rule, at) values ('e1', '{case}', 'reporter', 'reporter', 1)`,
    { kind: "unrecorded" },
  ),
  bent("a reporter is deleted", `delete from reporters where ${ofCase}`, rowOf("reporter")),
  bent("a picture is taken out of its case", `delete from case_photos where ${ofCase}`, rowOf("photos")),
  bent("an order is deleted", `delete from outbox where ${ofCase} and kind = 'dispatch'`, { kind: "row" }),
  bent(
    "an order is addressed to another",
    `update outbox set to_code = 'SW' where ${ofCase} and kind = 'dispatch'`,
    { kind: "row" },
  ),
  bent("a figure is improved", `update tallies set month = '2020-01' where ${ofCase}`, rowOf("tallies")),
  bent("a figure is deleted", `delete from tallies where ${ofCase}`, rowOf("tallies")),
  bent(
    "held time is charged to another",
    `update held_times set unit = 'SW' where ${ofCase} and at = 1`,
    rowOf("held_times"),
  ),
  bent("a sum of figures is improved", "update tally_sums set count = count + 1 where span = '2026'", {
    of: "sum",
    field: "tally_sums",
  }),
  bent("sums of figures are deleted", "delete from tally_sums", { of: "sum", field: "tally_sums" }),
  bent("a sum of held time is cut", "update held_sums set held = held - 60000", {
    of: "sum",
    field: "held_sums",
  }),
  // calls
  bent("an answer to a call is backdated", "update call_events set at = at - 60000 where seq = 2", {
    of: "call",
    kind: "hash",
    seq: 2,
  }),
  bent("a call is deleted", "delete from calls", { of: "call", kind: "head" }),
  bent("a call is made a daily one", "update calls set level = 'tough'", { of: "call", kind: "row" }),
  bent(
    "the words of a call are changed",
    `update call_words set words = replace(cast(words as text), '水渠', '路'){cast}`,
    { of: "call", kind: "seal" },
  ),
  bent("a call was never told", "delete from call_notices", { of: "call", kind: "row" }),
  // rows that stand for themselves
  bent("a look at a reporter is denied", "delete from reveals", { of: "reveal", kind: "gone" }),
  bent("a look gets another reason", "update reveals set reason = '例行检查'", {
    of: "reveal",
    kind: "rewritten",
  }),
  bent(
    "a look is slipped in",
    "insert into reveals select id || 'x', case_id, 'water-1', reason, at from reveals",
    { of: "reveal", kind: "unrecorded" },
  ),
  bent("a picture is dated otherwise", "update photos set uploaded_at = uploaded_at - 1", {
    of: "photo",
    kind: "rewritten",
  }),
  bent("a picture is deleted", "delete from photos", { of: "photo", kind: "gone" }),
  bent("an emergency is shortened", "update emergencies set started_at = started_at + 1", {
    of: "emergency",
    kind: "rewritten",
  }),
  bent("a brief is deleted", "delete from emergency_log where kind = 'brief'", {
    of: "emergencyLog",
    kind: "gone",
  }),
  bent("an objection gets other figures", 'update objections set "over" = "over" + 1', {
    of: "objection",
    kind: "rewritten",
  }),
  bent("an objection asks for another case", "update objection_cases set case_id = '{case}'", {
    of: "objection",
    kind: "rewritten",
  }),
  bent("a clerk becomes the centre", "update accounts set role = 'centre' where username = 'township'", {
    of: "account",
    kind: "rewritten",
    caseId: "township",
  }),
  bent(
    "a password is exchanged",
    "update accounts set password_hash = (select max(password_hash) || 'x' from accounts) where username = 'admin'",
    { of: "account", kind: "rewritten", caseId: "admin" },
  ),
  bent(
    "a closed account is opened",
    "update accounts set disabled = not disabled where username = 'lights'",
    {
      of: "account",
      kind: "rewritten",
    },
  ),
  bent("an account is deleted", "delete from accounts where username = 'leader'", {
    of: "account",
    kind: "gone",
    caseId: "leader",
  }),
  bent(
    "an account is slipped in",
    "insert into accounts (id, username, name, role, unit, cells, posts, disabled, demo, created_at, password_hash) select id || 'x', username || 'x', name, role, unit, cells, posts, disabled, demo, created_at, password_hash from accounts where username = 'admin'",
    { of: "account", kind: "unrecorded", caseId: "adminx" },
  ),
  bent("a published catalogue begins earlier", "update catalogues set valid_from = '2025-01-01'", {
    of: "catalogue",
    kind: "rewritten",
    caseId: "1",
  }),
  bent(
    "a cell of the grid is given another name",
    "update grid_cells set name = '城阳九组' where code = '371122001001001'",
    {
      of: "gridVersion",
      kind: "rewritten",
      caseId: "1",
    },
  ),
  bent("a version of the grid is deleted", "delete from grid_versions", { of: "gridVersion", kind: "gone" }),
  bent(
    "a published version of the county's data begins earlier",
    "update county_versions set valid_from = '2025-01-01'",
    {
      of: "county",
      kind: "rewritten",
      caseId: "supervision 2",
    },
  ),
  bent("a published version of the county's data is deleted", "delete from county_versions", {
    of: "county",
    kind: "gone",
  }),
  // the security log
  bent("a sign-in is taken out of the security log", "delete from security_log", {
    of: "securityFact",
    kind: "gone",
  }),
  bent("a sign-in is charged to another", "update security_log set account_id = 'water-1'", {
    of: "securityFact",
    kind: "rewritten",
  }),
  bent("a fact of the security log is backdated", "update security_log set at = at - 1", {
    of: "securityFact",
    kind: "gone",
  }),
  bent(
    "a fact is slipped into the security log",
    "insert into security_log (id, at, kind, account_id) values ('x', 1, 'signIn', 'admin-1')",
    { of: "securityFact", kind: "unrecorded" },
  ),
  bent(
    "the security log is let go before its time",
    "delete from security_log; insert into record_entries select max(position) + 1, 'securityForgotten', '9999999999999', 1, '' from record_entries; update checkpoints set size = size + 1",
    { of: "securityFact", kind: "gone" },
  ),
  // the record itself
  bent("a recorded hash is changed", "update record_entries set hash = 'ff' where position = 15", {
    kind: "rewritten",
    position: 15,
  }),
  bent("an entry is deleted", "delete from record_entries where position = 3", {
    of: "record",
    kind: "missing",
    position: 3,
  }),
  bent("the last entries are cut off", "delete from record_entries where position > 38", {
    kind: "short",
    position: 39,
  }),
  bent(
    "an entry is slipped in at the end",
    "insert into record_entries select max(position) + 1, 'case', 'nothing', 1, 'ff' from record_entries",
    { kind: "gone", caseId: "nothing" },
  ),
  bent("a checkpoint is changed", "update checkpoints set root = 'ff'", { of: "record", kind: "checkpoint" }),
];

function bent(name: string, sql: string, first: Expected): Bending {
  return { name, sql, first };
}
