/** 存证: how the record and its copies stand, and the proof of one case for whoever may see it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { databaseName } from "../../db/openCopy.ts";
import { shortRoot, verifierKey } from "../../db/openRecord.ts";
import type { SignedIn } from "../appEnv.ts";
import { openFile } from "../caseFile.ts";
import type { Deps } from "../deps.ts";
import { type Case, refuse } from "../domain/case.ts";
import type { RecordAnswer } from "../domain/recordAnswers.ts";
import { backUpNow } from "../jobs/backup.ts";
import { checkpoint } from "../jobs/checkpoint.ts";
import { factsOfError } from "../log.ts";
import { note } from "../openapi.ts";
import { doorProblem, problem } from "../problem.ts";
import { backupsIn } from "../record/backups.ts";
import { type BackupFile, backupFile, streamOf, writtenOf } from "../record/download.ts";
import { proofOf } from "../record/proof.ts";
import { noteSecurity } from "../securityLog.ts";
import { isFresh } from "../session.ts";
import { backupLinkShape, proofShape, recordShape } from "../shapes/record.ts";
import { body } from "../validate.ts";

/** As many as a page shows. */
const MOST = 20;

export function recordRoutes(deps: Deps): Hono<SignedIn> {
  // One at a time: a second press waits for the first
  let backingUp = false;
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
        if (!isKeeper(c) && c.get("session").account.role !== "leader")
          return doorProblem(c, "recordKeepersOnly");
        return c.json(await recordAnswer(deps, backingUp));
      },
    )
    .post(
      "/api/record/checkpoint",
      note({
        tag: "系统",
        summary: "现在签一个检查点",
        answer: recordShape,
        refusals: [403, 409],
      }),
      body(v.strictObject({})),
      async (c) => {
        if (!isKeeper(c)) return doorProblem(c, "recordKeepersOnly");
        const made = deps.recordKey === null ? null : await checkpoint(deps, deps.recordKey);
        return made === null ? doorProblem(c, "noCheckpoint") : c.json(await recordAnswer(deps, backingUp));
      },
    )
    .post(
      "/api/record/backup",
      note({
        tag: "系统",
        summary: "现在做一次备份",
        description: "在后台进行并试恢复核验；backingUp 为 true 时还没有做完。",
        answer: recordShape,
        refusals: [403, 409],
      }),
      body(v.strictObject({})),
      async (c) => {
        if (!isKeeper(c)) return doorProblem(c, "recordKeepersOnly");
        if (!mayBackUp(deps)) return doorProblem(c, "noBackup");
        if (!backingUp) {
          backingUp = true;
          void backUpNow(deps)
            .catch((error: unknown) => deps.log("backup.failed", factsOfError(error)))
            .finally(() => (backingUp = false));
        }
        return c.json(await recordAnswer(deps, backingUp));
      },
    )
    .post(
      "/api/record/backups/:file/ask",
      note({
        tag: "系统",
        summary: "申请下载一个备份",
        description:
          "只限系统管理员，须在 10 分钟内确认过身份；答复给出下载地址。PostgreSQL 没有备份文件可下载（409）。",
        params: { file: "备份文件名，照 GET /api/record 所列" },
        answer: backupLinkShape,
        refusals: [403, 404, 409, 422],
      }),
      body(v.strictObject({})),
      async (c) => {
        const found = await fileAsked(c, deps);
        return found instanceof Response
          ? found
          : c.json({ path: `/api/record/backups/${c.req.param("file")}`, name: found.name });
      },
    )
    .get(
      "/api/record/backups/:file",
      note({
        tag: "系统",
        summary: "下载一个备份",
        description:
          "全县数据库在备份那一刻的样子，边读边发；不含照片和密钥。文件名带县名和北京时间，每次下载记入安全日志。",
        params: { file: "备份文件名，照 GET /api/record 所列" },
        refusals: [403, 404, 409],
      }),
      async (c) => {
        const found = await fileAsked(c, deps);
        if (found instanceof Response) return found;
        await noteSecurity(c, deps, "backupTaken", { detail: `${c.req.param("file")} ${found.bytes}` });
        return c.body(streamOf(found), 200, {
          "Content-Type": "application/vnd.sqlite3",
          "Content-Length": String(found.bytes),
          "Content-Disposition": `attachment; filename="${c.req.param("file")}"; filename*=UTF-8''${encodeURIComponent(found.name)}`,
          "Cache-Control": "no-store",
        });
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
  const proof = made && (await proofOf(found, made, { store, keys: deps.recordKeys }));
  if (!proof) return doorProblem(c, "noProof");
  c.header("Content-Disposition", `attachment; filename="huying-proof-${found.number}.json"`);
  return c.json(proof);
}

/** The whole county leaves the house: only an administrator, who has just shown to be it. */
async function fileAsked(c: Context<SignedIn>, deps: Deps): Promise<BackupFile | Response> {
  if (c.get("session").account.role !== "admin") return doorProblem(c, "backupAdminOnly");
  if (!mayBackUp(deps)) return doorProblem(c, "noBackup");
  const county = deps.places.gazetteer().above.at(-1) ?? "";
  const found = await backupFile(deps.config, c.req.param("file") ?? "", county);
  if (found === null) return problem(c, refuse("notFound"));
  return isFresh(c.get("session"), deps.clock.now()) ? found : doorProblem(c, "confirmFirst");
}

/** Leaders may look; the centre and the administrators may act. */
function isKeeper(c: Context<SignedIn>): boolean {
  const { role } = c.get("session").account;
  return role === "centre" || role === "admin";
}

function mayBackUp({ config }: Pick<Deps, "config">): boolean {
  return config.databaseUrl === "" && existsSync(join(config.dataDir, databaseName));
}

async function recordAnswer(deps: Deps, backingUp: boolean): Promise<RecordAnswer> {
  const { store, config, clock, recordKey } = deps;
  const made = await store.record.checkpoints(MOST);
  return {
    entries: await store.record.size(),
    checkpoints: made.map((row) => ({ ...row, short: shortRoot(row.root) })),
    key: recordKey === null ? null : verifierKey(recordKey),
    backups: (await backupsIn(config)).slice(0, MOST),
    backupHours: config.databaseUrl === "" ? config.backupHours : 0,
    backingUp,
    written: backingUp ? await writtenOf(config) : null,
    mayBackUp: mayBackUp(deps),
    now: clock.now(),
  };
}
