/** The queries, which both databases share, put together. */
import { createCalls } from "./calls.ts";
import { createCases } from "./cases.ts";
import { createCatalogues } from "./catalogues.ts";
import { createCounty } from "./county.ts";
import { createPhrases } from "./phrases.ts";
import { createChanges } from "./changes.ts";
import { createCommit, createCommitAll } from "./commit.ts";
import { createComponents } from "./components.ts";
import type { Base } from "./db.ts";
import { createDue } from "./due.ts";
import { createEmergency } from "./emergency.ts";
import { createEvaluation } from "./evaluation.ts";
import { createFindings } from "./findings.ts";
import { createGauges } from "./gauges.ts";
import { createGrid } from "./grid.ts";
import { createLearning } from "./learning.ts";
import { createLinking } from "./linking.ts";
import { createOutbox } from "./outbox.ts";
import { createPeople } from "./people.ts";
import { createPhotos } from "./photos.ts";
import { createPlaces } from "./places.ts";
import { planFor } from "./plan.ts";
import { createPrecedents } from "./precedents.ts";
import { createSecrets } from "./secrets/reseal.ts";
import { createRecord } from "./record/queries.ts";
import { createReference } from "./reference.ts";
import { createRetention } from "./retention.ts";
import { createSecurity } from "./security.ts";
import { createSettings } from "./settings.ts";
import { createShifts } from "./shifts.ts";
import { createSites } from "./sites.ts";
import { createStats } from "./stats.ts";
import { createSuccessions } from "./successions.ts";
import type { SecretQueries, Store } from "./store.ts";
import { createSupervision } from "./supervision.ts";
import { createVerify } from "./verify.ts";
import { createWordIndex } from "./wordIndex.ts";
import type { Writer } from "./writer.ts";

export function assemble(
  base: Base,
  writer: Writer,
  engine: Store["engine"],
): Omit<Store, "engine" | "others" | "drawNumber" | "backupTo" | "close" | "unsure" | "secrets"> & {
  readonly secrets: Omit<SecretQueries, "clearTraces">;
} {
  return {
    cases: createCases(base, writer),
    calls: createCalls(base, writer),
    changes: createChanges(base),
    clocks: createDue(base, writer, {
      table: base.tables.cases,
      name: "cases",
      stepsFor: (decision) => planFor(decision).steps,
      write: async (decision) => (await writer.commit(decision)).answer,
    }),
    people: createPeople(base, writer),
    photos: createPhotos(base, writer),
    places: createPlaces(base),
    outbox: createOutbox(base),
    linking: createLinking(base),
    precedents: createPrecedents(base),
    grid: createGrid(base, writer),
    components: createComponents(base),
    sites: createSites(base),
    shifts: createShifts(base),
    findings: createFindings(base),
    record: createRecord(base, writer),
    reference: createReference(base),
    stats: createStats(base),
    successions: createSuccessions(base),
    gauges: createGauges(base, engine),
    supervision: createSupervision(base),
    emergency: createEmergency(base, writer),
    evaluation: createEvaluation(base, writer),
    security: createSecurity(base, writer),
    retention: createRetention(base, writer),
    words: createWordIndex(base, writer),
    settings: createSettings(base),
    catalogues: createCatalogues(base, writer),
    county: createCounty(base, writer),
    phrases: createPhrases(base),
    learning: createLearning(base),
    secrets: createSecrets(base, writer),
    commit: createCommit(base, writer),
    commitAll: createCommitAll(writer),
    verify: createVerify(base),
  };
}
