/** 存证: how the record and its copies stand, and the proof of one case for whoever may see it. */
import { type Context, Hono } from "hono";
import { shortRoot, verifierKey } from "../../db/openRecord.ts";
import type { SignedIn } from "../appEnv.ts";
import { openFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import { type Case, refuse } from "../domain/case.ts";
import type { RecordAnswer } from "../domain/recordAnswers.ts";
import { checkpoint } from "../jobs/checkpoint.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { backupsIn } from "../record/backups.ts";
import { proofOf } from "../record/proof.ts";
import { proofShape, recordShape } from "../shapes/record.ts";

/** As many as a page shows. */
const MOST = 20;

export function recordRoutes(deps: Deps): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .get(
      "/api/record",
      note({
        tag: "系统",
        summary: "存证与备份",
        description:
          "最近的检查点（可抄、可印、可电话核对）和备份的情况；供效能中心、县领导和系统管理员查看。",
        answer: recordShape,
        refusals: [403],
      }),
      async (c) => {
        const { role } = c.get("session").account;
        if (role !== "centre" && role !== "leader" && role !== "admin")
          return doorProblem(c, "recordKeepersOnly");
        return c.json(await recordAnswer(deps));
      },
    )
    .get(
      "/api/cases/:id/proof",
      note({
        tag: "案卷",
        summary: "存证证明",
        description: "案卷每条记录在存证树里的位置；用 docs/verify-proof.mjs 核对。不含文字和身份。",
        params: { id: "案卷 id" },
        answer: proofShape,
        refusals: [404, 409],
      }),
      async (c) => {
        const file = await openFile(c.req.param("id"), c.get("session").actor, deps);
        return file ? await proofAnswer(c, file.case, deps) : problem(c, refuse("notFound"));
      },
    );
}

/** The proof as a file; refused while the record does not go on from its last checkpoint. */
export async function proofAnswer(c: Context, found: Case, deps: Deps): Promise<Response> {
  const { store, recordKey: key } = deps;
  const made = key === null ? await store.record.latestCheckpoint() : await checkpoint(deps, key);
  const proof = made && (await proofOf(found, made, { store, key }));
  if (!proof) return doorProblem(c, "noProof");
  c.header("Content-Disposition", `attachment; filename="huying-proof-${found.number}.json"`);
  return c.json(proof);
}

async function recordAnswer({ store, config, clock, recordKey }: Deps): Promise<RecordAnswer> {
  const made = await store.record.checkpoints(MOST);
  return {
    entries: await store.record.size(),
    checkpoints: made.map((row) => ({ ...row, short: shortRoot(row.root) })),
    key: recordKey === null ? null : verifierKey(recordKey),
    backups: (await backupsIn(config)).slice(0, MOST),
    backupHours: config.databaseUrl === "" ? config.backupHours : 0,
    now: clock.now(),
  };
}
