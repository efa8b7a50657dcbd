import { describe, expect, it } from "vitest";
import { faultsOfCase, type Head } from "../../db/audit.ts";
import { chain } from "../../db/chain.ts";
import { clockSeals, reporterSeal } from "../../db/rowSeals.ts";
import { aCase, anEvent } from "../../fixtures/build.ts";
import { fields } from "../../server/domain/fields.ts";
import type { Policy } from "../../server/domain/policy.ts";
import { tell } from "../support/story.ts";

const reporter = { name: "王建国", phone: "13800001234" };
const salt = "00112233445566778899aabbccddeeff";

/** A case that was returned once, as its row and its chained events stand after real acts. */
function found(change: Partial<Head> = {}) {
  const story = tell({ report: { photos: ["before-1"], reporter } })
    .act("township", { action: "file", itemCode: "020101" })
    .act("township", { action: "dispatch", unit: "SW" })
    .act("water", { action: "return", returnReason: "notOurDuty", note: "不归我管", basisItem: "020101" })
    .act("township", { action: "dispatch", unit: "LD" })
    .until("2026-11-24 19:00");
  // The first decision seals what the report brought, the last what all acts left; commit does so act by act.
  const [first, ...rest] = story.events;
  const opened = tell({ report: { photos: ["before-1"], reporter } }).found.clocks;
  const born = first ? chain([first], "", { ...clockSeals(opened), ...reporterSeal(reporter, salt) }) : [];
  const later = chain(rest, born[0]?.event.hash ?? "", clockSeals(story.found.clocks));
  const links = [...born, ...later];
  const headHash = links.at(-1)?.event.hash ?? "";
  return {
    caseId: story.found.case.id,
    head: { ...story.found.case, headHash, ...change },
    events: links.map(({ event }) => event),
    wordsBySeq: new Map(links.map(({ event, words }) => [event.seq, words])),
    rows: {
      clocks: story.found.clocks,
      reporter: { ...reporter, salt },
      photos: story.found.case.photos,
      casePhotos: ["before-1"],
    },
  };
}

describe("the row of a case against its record", () => {
  it("agrees when nobody bent it", () => {
    expect(faultsOfCase(found())).toEqual([]);
  });

  it.each([
    ["leadUnit", "SW", "another unit is made responsible"],
    ["holder", null, "nobody has it any more"],
    ["missed", 0, "a missed limit is forgotten"],
    ["returns", 0, "a return is forgotten"],
    ["urges", 3, "urging is made up"],
    ["itemCode", "010101", "the matter is exchanged"],
    ["townshipCode", "371122102", "the place is exchanged"],
    ["closedAt", 1, "it is closed on paper"],
    ["reportedAt", 1, "it is backdated"],
  ] as const)("names %s = %s: %s", (field, value, _bend) => {
    expect(faultsOfCase(found({ [field]: value }))).toMatchObject([{ kind: "row", field, seq: null }]);
  });
});

describe("rows beside the events", () => {
  const base = found();
  const [clock] = base.rows.clocks;
  const bend = (rows: Partial<typeof base.rows>) =>
    faultsOfCase({ ...base, rows: { ...base.rows, ...rows } });
  const changed = (parts: Partial<NonNullable<typeof clock>>) =>
    base.rows.clocks.map((row) => (row === clock ? { ...row, ...parts } : row));

  it.each([
    ["a limit is put off", { clocks: changed({ dueAt: 1 }) }, "clocks.file"],
    ["a miss becomes met", { clocks: changed({ outcome: "met", stoppedAt: 5 }) }, "clocks.file"],
    ["time is charged to somebody else", { clocks: changed({ unit: "SW" }) }, "clocks.file"],
    ["a limit is made longer in its policy", { clocks: changed({ policy: policyOf(99) }) }, "clocks.file"],
    ["a clock is taken away", { clocks: base.rows.clocks.slice(1) }, "clocks"],
    [
      "a clock is slipped in",
      { clocks: clock ? [...base.rows.clocks, { ...clock, id: "x" }] : [] },
      "clocks.file",
    ],
    ["the reporter is exchanged", { reporter: { ...reporter, phone: "13900000000", salt } }, "reporter"],
    ["the reporter is taken away", { reporter: null }, "reporter"],
    ["the seal of the reporter is lost", { reporter: { ...reporter, salt: null } }, "reporter"],
    [
      "a photo is exchanged",
      { photos: [{ id: "other", stage: "before" as const }], casePhotos: ["other"] },
      "photos",
    ],
    ["a photo is called another stage", { photos: [{ id: "before-1", stage: "after" as const }] }, "photos"],
    ["a photo is shown to nobody", { casePhotos: [] }, "photos"],
  ] as const)("are named when %s", (_bend, rows, field) => {
    expect(bend(rows as Partial<typeof base.rows>)).toMatchObject([{ kind: "row", field, seq: null }]);
  });

  it("agree when the case was erased by law, words and reporter together", () => {
    const erased = { ...base, wordsBySeq: new Map(), rows: { ...base.rows, reporter: null } };
    expect(faultsOfCase({ ...erased, head: { ...base.head, text: "" } })).toEqual([]);
  });

  it("of a case from before rows were sealed are not judged", () => {
    const story = tell();
    const links = chain(story.events, "");
    const old = {
      caseId: story.found.case.id,
      head: { ...story.found.case, headHash: links.at(-1)?.event.hash ?? "" },
      events: links.map(({ event }) => event),
      wordsBySeq: new Map(links.map(({ event, words }) => [event.seq, words])),
      rows: { clocks: story.found.clocks, reporter: { ...reporter, salt: null }, photos: [], casePhotos: [] },
    };
    expect(faultsOfCase(old)).toEqual([]);
  });
});

function policyOf(value: number): Policy {
  return {
    code: "file",
    version: "test",
    budget: { value, unit: "workHour" },
    warn: { share: 0.3 },
    severeFactor: 3,
  };
}

const photoFields = Object.entries(fields).flatMap(([name, kind]) =>
  kind.input === "photos" ? [{ name, stage: kind.stage }] : [],
);

describe("the pictures of a case against its record", () => {
  it.each(photoFields)("agree when an act brought one as $name", ({ name, stage }) => {
    const before = found();
    const event = { ...anEvent(aCase()), caseId: before.caseId, facts: { [name]: ["more-1"] } };
    const seals = clockSeals(before.rows.clocks);
    const [more] = chain([{ ...event, seq: before.events.length + 1 }], before.head.headHash, seals);
    if (more === undefined) throw new Error("No link");
    const bent = faultsOfCase({
      ...before,
      events: [...before.events, more.event],
      rows: {
        ...before.rows,
        photos: [...before.rows.photos, { id: "more-1", stage }],
        casePhotos: ["before-1", "more-1"],
      },
    }).filter(({ field }) => field === "photos");
    expect(bent).toEqual([]);
  });
});
