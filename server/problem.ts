/** A refusal becomes an answer: the one place that knows both the codes of the core and those of HTTP (RFC 9457). */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { StorageFault } from "../db/storageFault.ts";
import type { CorrectionAnswer } from "./domain/correctionAnswer.ts";
import type { ProblemAnswer } from "./domain/ruleAnswers.ts";
import type { Refusal, RefusalCode } from "./domain/case.ts";
import { type Asked, explain } from "./explain.ts";
import { doorTitles, doorWords } from "./problemWords.ts";
import { sentenceOf } from "./refusalSentence.ts";

/** Refusals that no rule of the core makes: they happen at the door. */
export type DoorCode = keyof typeof doorWords;

const statusByCode: Record<RefusalCode, ContentfulStatusCode> = {
  notFound: 404,
  notAllowed: 403,
  outOfScope: 404, // that the case exists must not leak
  wrongState: 409,
  missing: 422,
  badValue: 422,
  unknownField: 422,
  repeatedField: 422,
  stale: 409,
  duplicate: 409,
  ownWork: 403,
};

const statusByDoorCode: Record<DoorCode, ContentfulStatusCode> = {
  badJson: 400,
  notSignedIn: 401,
  deviceEnded: 401,
  wrongPassword: 401,
  factorNeeded: 401,
  wrongFactor: 401,
  handedOverPast: 401,
  choosePassword: 403,
  proveFactor: 403,
  noIssuer: 404,
  issuerUnreachable: 503,
  setUpFactor: 403,
  confirmFirst: 403,
  factorIsRequired: 403,
  crossSite: 403,
  adminOnly: 403,
  backupAdminOnly: 403,
  noFigures: 403,
  noCockpit: 403,
  notYourFigure: 403,
  notYourAnswer: 403,
  objectedBefore: 409,
  answeredBefore: 409,
  supervisorsOnly: 403,
  recordKeepersOnly: 403,
  protectorsOnly: 403,
  exportersOnly: 403,
  retentionKeepersOnly: 403,
  noProof: 409,
  noCheckpoint: 409,
  noBackup: 409,
  editorsOnly: 403,
  gridAdminOnly: 403,
  analystsOnly: 403,
  noSuchPage: 404,
  wrongCode: 404,
  spentLink: 404,
  tooLarge: 413,
  gridTooLarge: 413,
  notJson: 415,
  badPhoto: 422,
  tooMany: 429,
  failed: 500,
  storageFull: 507,
  storageReadOnly: 503,
  storageBroken: 503,
  busy: 503,
  photosAway: 503,
};

/** @param asked what was wanted, where it is known: then the rule names the line of the county's own data. */
export function problem(c: Context, refusal: Refusal, asked: Asked | null = null): Response {
  return answer(c, bodyOf(refusal, asked));
}

function bodyOf(refusal: Refusal, asked: Asked | null): ProblemAnswer {
  const code = refusal.code === "outOfScope" ? "notFound" : refusal.code;
  return {
    ...headOf(code, statusByCode[code]),
    detail: sentenceOf(refusal),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    rule: explain(refusal, asked),
  };
}

/** A point that cannot be one, with the point that was probably meant. */
export function pointProblem(c: Context, refusal: Refusal, correction: CorrectionAnswer): Response {
  return answer(c, { ...bodyOf(refusal, null), correction });
}

/** @param retryAfter seconds, where trying again is of use. */
export function doorProblem(c: Context, code: DoorCode, retryAfter?: number): Response {
  if (retryAfter !== undefined) c.header("Retry-After", String(retryAfter));
  return answer(c, { ...headOf(code, statusByDoorCode[code]), detail: doorWords[code] });
}

/** The disk has failed us, not the sender: nothing was stored, and the same message may be sent again as it is. */
export function storageProblem(c: Context, fault: StorageFault): Response {
  return doorProblem(c, storageCodes[fault], STORAGE_RETRY);
}

const storageCodes: Readonly<Record<StorageFault, DoorCode>> = {
  full: "storageFull",
  readOnly: "storageReadOnly",
  broken: "storageBroken",
};

/** Seconds. */
const STORAGE_RETRY = 60;

/** A file or a drawing that cannot be used, in a sentence of its own. */
export function toldProblem(c: Context, code: string, detail: string): Response {
  return answer(c, { ...headOf(code, 422), detail, field: "file" });
}

function headOf(code: string, status: number): Omit<ProblemAnswer, "detail"> {
  return { type: `urn:huying:problem:${code}`, title: doorTitles[status] ?? "不能受理", status, code };
}

function answer(c: Context, body: ProblemAnswer): Response {
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    "Content-Type": "application/problem+json",
  });
}
