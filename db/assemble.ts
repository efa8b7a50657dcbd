/** The queries, which both databases share, put together. */
import { createCalls } from "./calls.ts";
import { createCases } from "./cases.ts";
import { createCatalogues } from "./catalogues.ts";
import { createClocks } from "./clocks.ts";
import { createCommit, createCommitAll } from "./commit.ts";
import type { Base } from "./db.ts";
import { createEmergency } from "./emergency.ts";
import { createEvaluation } from "./evaluation.ts";
import { createGrid } from "./grid.ts";
import { createLearning } from "./learning.ts";
import { createLinking } from "./linking.ts";
import { createOutbox } from "./outbox.ts";
import { createPeople } from "./people.ts";
import { createPhotos } from "./photos.ts";
import { createPrecedents } from "./precedents.ts";
import { createReference } from "./reference.ts";
import { createSettings } from "./settings.ts";
import { createStats } from "./stats.ts";
import type { Store } from "./store.ts";
import { createSupervision } from "./supervision.ts";
import { createVerify } from "./verify.ts";
import type { Writer } from "./writer.ts";

export function assemble(
  base: Base,
  writer: Writer,
): Omit<Store, "engine" | "drawNumber" | "backupTo" | "close"> {
  return {
    cases: createCases(base, writer),
    calls: createCalls(base, writer),
    clocks: createClocks(base),
    people: createPeople(base),
    photos: createPhotos(base),
    outbox: createOutbox(base),
    linking: createLinking(base),
    precedents: createPrecedents(base),
    grid: createGrid(base),
    reference: createReference(base),
    stats: createStats(base),
    supervision: createSupervision(base),
    emergency: createEmergency(base, writer),
    evaluation: createEvaluation(base, writer),
    settings: createSettings(base),
    catalogues: createCatalogues(base),
    learning: createLearning(base),
    commit: createCommit(base, writer),
    commitAll: createCommitAll(writer),
    verify: createVerify(base),
  };
}
