/** 复核台: appeals, exclusions and requests that wait for a decision, with everything needed to decide them. */
import { openFile, showFile } from "./caseFile.ts";
import type { Deps } from "./deps.ts";
import type { CaseAnswer } from "./domain/caseAnswers.ts";
import type { Actor } from "./domain/case.ts";
import { type CaseRules, rulesOf } from "./domain/caseRules.ts";
import type { Mark } from "./domain/marks.ts";
import { scopeOf } from "./domain/permit.ts";
import type { ReviewRow, ReviewsAnswer } from "./domain/supervisionAnswers.ts";
import type { Action } from "./domain/workflow.ts";

const MOST = 50;

const kinds = {
  "review:overdue": "overdue",
  "review:unreasonable": "unreasonable",
  "request:extension": "extension",
  "request:suspension": "suspension",
  "request:wait": "wait",
} as const satisfies Partial<Record<Mark, ReviewRow["kind"]>>;

/** The act that opened each. */
const askedBy = {
  overdue: "appeal",
  unreasonable: "askExclusion",
  extension: "askExtension",
  suspension: "askSuspension",
  wait: "askWait",
} as const satisfies Record<ReviewRow["kind"], Action>;

const deciding: readonly Action[] = [
  "support",
  "confirm",
  "dismiss",
  "grantExtension",
  "grantSuspension",
  "grantWait",
  "refuseRequest",
];

/** Whatever is due first stands first. */
export async function reviewsAnswer(actor: Actor, deps: Deps): Promise<ReviewsAnswer> {
  const now = deps.clock.now();
  const page = { sort: "newest", after: null, limit: MOST } as const;
  const marks = Object.keys(kinds) as (keyof typeof kinds)[];
  const rows = await Promise.all(
    marks.map(async (mark) => {
      const found = await deps.store.cases.list(scopeOf(actor), { mark }, page, now);
      return await Promise.all(
        found.rows.map(async ({ id }) => await reviewRow(id, kinds[mark], actor, deps)),
      );
    }),
  );
  const open = rows.flat().filter((row) => row !== null);
  return { rows: open.sort((a, b) => (a.dueAt ?? a.at) - (b.dueAt ?? b.at)), now };
}

async function reviewRow(
  id: string,
  kind: ReviewRow["kind"],
  actor: Actor,
  deps: Deps,
): Promise<ReviewRow | null> {
  const file = await openFile(id, actor, deps);
  if (!file) return null;
  const shown = await showFile(file, actor, deps);
  const asked = shown.history.findLast(({ action }) => action === askedBy[kind]);
  const clock = shown.clocks.find((row) => (row.kind === "review" || row.kind === "approve") && row.running);
  const rules = rulesOf(file.case);
  return {
    case: shown,
    kind,
    by: asked?.actor.unit ?? null,
    at: asked?.at ?? shown.updatedAt,
    words: asked?.words["note"] ?? null,
    until: rules.request?.until ?? null,
    dueAt: clock?.dueAt ?? null,
    first: firstOf(rules, shown),
    moves: deciding.filter((action) => shown.moves.some((offer) => offer.action === action)),
  };
}

function firstOf({ review }: CaseRules, { history }: CaseAnswer): ReviewRow["first"] {
  if (review === null || review.first === null) return null;
  const support = history.findLast(({ action }) => action === "support");
  return { name: support?.actor.name ?? null, words: support?.words["note"] ?? null };
}
