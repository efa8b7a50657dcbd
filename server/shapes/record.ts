/** Shapes of what the API answers about the record (存证). */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type { BackupLink, CaseProof, RecordAnswer } from "../domain/recordAnswers.ts";
import { instant, known, maybeInstant, maybeText } from "./common.ts";

const algorithm = v.picklist(["sha256", "sm3"]);

export const recordShape = known(
  "RecordAnswer",
  agreeing<RecordAnswer>()(
    v.object({
      entries: v.number(),
      checkpoints: v.array(
        v.object({
          size: v.number(),
          at: instant,
          algorithm,
          root: v.string(),
          short: v.string(),
          note: v.string(),
        }),
      ),
      key: maybeText,
      backups: v.array(
        v.object({
          file: v.string(),
          at: instant,
          bytes: v.number(),
          verifiedAt: maybeInstant,
          faults: v.number(),
        }),
      ),
      backupHours: v.number(),
      backingUp: v.boolean(),
      written: v.nullable(v.number()),
      mayBackUp: v.boolean(),
      now: instant,
    }),
  ),
);

export const proofShape = known(
  "CaseProof",
  agreeing<CaseProof>()(
    v.object({
      format: v.literal("huying-proof/1"),
      number: v.string(),
      algorithm,
      size: v.number(),
      root: v.string(),
      entries: v.array(
        v.object({
          position: v.number(),
          kind: v.string(),
          subject: v.string(),
          seq: v.number(),
          hash: v.string(),
          path: v.array(v.string()),
        }),
      ),
      pending: v.number(),
      checkpoint: v.string(),
      key: maybeText,
    }),
  ),
);

export const backupLinkShape = known(
  "BackupLink",
  agreeing<BackupLink>()(v.object({ path: v.string(), name: v.string() })),
);
