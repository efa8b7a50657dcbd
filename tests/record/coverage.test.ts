/** Every table is under the proof of the record, or says why it need not be: a new one that does neither fails here. */
import { getTableName } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import * as tables from "../../db/schema.sqlite.ts";
import { bendings } from "./bendings.ts";

/** What finds a bent row of it. */
const covered: Readonly<Record<string, string>> = {
  cases: "seals of its last event",
  events: "chain and tree",
  sealed_words: "seals of their events",
  reporters: "seal of the first event",
  clocks: "seals of events",
  assignments: "seals of events",
  case_parties: "who takes part by the row of the case, which is sealed",
  case_photos: "seals of events",
  outbox: "seals of events",
  tallies: "counted again from events",
  held_times: "counted again from events",
  tally_sums: "added up again from rows that are counted again",
  held_sums: "added up again from rows that are counted again",
  calls: "seals of its last event",
  call_events: "chain and tree",
  call_words: "seals of their events",
  call_notices: "seals of events",
  photos: "entries; the files by their names",
  reveals: "entries",
  emergencies: "entries",
  emergency_log: "entries",
  objections: "entries",
  erasures: "entries",
  objection_cases: "entries of their objections",
  accounts: "entries, the hash of the password among them",
  catalogues: "entries of published versions",
  county_versions: "entries of published versions; triggers let none be changed",
  grid_versions: "entries",
  grid_cells: "hash of their version",
  security_log: "entries",
  record_entries: "the tree against checkpoints",
  record_nodes: "the tree",
  checkpoints: "signatures, and copies outside",
};

/** Why a bent row of it changes no decision that counts, or is found by other means. */
const reasons: Readonly<Record<string, string>> = {
  grid_drafts: "a draft decides nothing; publishing shows it again",
  sessions:
    "end by themselves within days; a token cannot be made from its hash, and a sign-in is in the security log",
  credentials: "sealed with the key outside the database; a bent one opens nothing",
  recovery_codes: "hashes of random codes; using one is in the security log",
  sign_in_starts: "last minutes",
  sign_in_failures: "only slow guessing down",
  exports:
    "asked, granted and taken stands in the security log too; a bent row takes nothing out of the house again",
  holds: "keeping and letting go stands in the security log too",
  notice_reads: "who has read what; no limit hangs on it",
  reference: "written anew from the files of the program at every start",
  counters: "numbers only have to differ, which unique indexes see to",
  settings: "values of the installation; keys lie outside, and a bent sample keeps the house from starting",
  lessons: "suggestions of the reader; every case shows who decided and on what",
  models: "suggestions of the reader; every case shows who decided and on what",
  components: "an inventory that is imported again; the case keeps what was said of the thing",
  sites: "shown beside a place; decides nothing",
  cell_people: "shown beside a place; decides nothing",
  place_names: "suggest where a place is; the case keeps its own point under seal",
  unit_phrases: "offered while somebody writes; what was said stands in its case under seal",
  shift_batches: "gathers acts; each case that was moved keeps the act under seal",
  shift_cases: "gathers acts; each case that was moved keeps the act under seal",
  findings: "pointers for people, computed anew every night",
};

const names: readonly string[] = Object.values(tables).map((table) => getTableName(table));

/** Bent where its rows can be made: the pages of a tree are kept only of a long record. */
const bentElsewhere: readonly string[] = ["record_nodes"];

describe("the tables", () => {
  it.each(Object.keys(covered).filter((table) => !bentElsewhere.includes(table)))(
    "under the proof are each bent in a test: %s",
    (table) => {
      const touched = new RegExp(`\\b(update|delete from|insert into) ${table}\\b`, "u");
      expect(bendings.filter(({ sql }) => touched.test(sql)).map(({ name }) => name)).not.toEqual([]);
    },
  );

  it("are each under the proof, or say why not", () => {
    expect(names.filter((name) => !(name in covered) && !(name in reasons))).toEqual([]);
  });

  it("are named here only when they exist, and once", () => {
    const told = [...Object.keys(covered), ...Object.keys(reasons)];
    expect(told.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(told).size).toBe(told.length);
  });
});
