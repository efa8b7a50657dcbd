/** 督办台: puts together what stands on the ladder, what waits for an answer, and what nobody has heard of. */
import type { ListedCase } from "../db/store.ts";
import type { Deps } from "./deps.ts";
import type { Actor } from "./domain/case.ts";
import { type OrderKind, rulesOf } from "./domain/caseRules.ts";
import { isRunning } from "./domain/clock.ts";
import type { Mark } from "./domain/marks.ts";
import { orderRule, type Post, type Receiver } from "./domain/orders.ts";
import { type Scope, scopeOf } from "./domain/permit.ts";
import type {
  StandingRow,
  SupervisionAnswer,
  SupervisionListName,
  SupervisionRow,
} from "./domain/supervisionAnswers.ts";
import { DAY } from "./domain/time.ts";
import { type Receivers, receiversOf } from "./receivers.ts";
import { caseRow } from "./view/caseRow.ts";

const MOST = 50;

/** 迟复 are shown for a month. */
const PERIOD = 30 * DAY;

const markByList = {
  urge: "ladder:urge",
  supervise: "ladder:supervise",
  circulate: "ladder:circulate",
  answer: "answer",
  note: "note",
  unheard: "unheard",
} as const satisfies Partial<Record<SupervisionListName, Mark>>;

type MarkedList = keyof typeof markByList;

const reviewMarks: readonly Mark[] = [
  "review:overdue",
  "review:unreasonable",
  "request:extension",
  "request:suspension",
  "request:wait",
];

export async function supervisionAnswer(actor: Actor, deps: Deps): Promise<SupervisionAnswer> {
  const scope = scopeOf(actor);
  const [counts, receivers] = await Promise.all([deps.store.supervision.byMark(scope), receiversOf(deps)]);
  const marked = async (name: MarkedList) => ({
    name,
    count: counts[markByList[name]] ?? 0,
    rows: await markedRows(name, scope, { actor, deps, receivers }),
  });
  const [urge, supervise, circulate, answer, note, late, unheard] = await Promise.all([
    marked("urge"),
    marked("supervise"),
    marked("circulate"),
    marked("answer"),
    marked("note"),
    lateRows(actor, deps),
    marked("unheard"),
  ]);
  return {
    lists: [
      urge,
      supervise,
      circulate,
      answer,
      note,
      { name: "late", count: late.length, rows: late },
      unheard,
    ],
    reviews: reviewMarks.reduce((sum, mark) => sum + (counts[mark] ?? 0), 0),
    now: deps.clock.now(),
  };
}

interface Around {
  readonly actor: Actor;
  readonly deps: Deps;
  readonly receivers: Receivers;
}

async function markedRows(
  name: MarkedList,
  scope: Scope,
  around: Around,
): Promise<readonly SupervisionRow[]> {
  const { store, clock } = around.deps;
  const page = { sort: "newest", after: null, limit: MOST } as const;
  const found = await store.cases.list(scope, { mark: markByList[name] }, page, clock.now());
  return await Promise.all(
    found.rows.map(async (row) => ({
      case: caseRow(row, around.actor, around.deps.names),
      standing: standingsIn(name, row).map((each) => standingRow(each, around)),
      ...(await answerOf(name, row, around.deps)),
      answeredAt: null,
    })),
  );
}

interface Standing {
  readonly order: OrderKind;
  readonly unit: string | null;
  readonly at: number;
}

function standingsIn(name: MarkedList, found: ListedCase): readonly Standing[] {
  const { ladders, supervision, unheard } = rulesOf(found);
  if (name === "unheard") return unheard.map(({ step, unit, at }) => ({ order: step, unit, at }));
  if (name !== "answer" && name !== "note")
    return ladders.filter(({ step }) => step === name).map(({ unit, at }) => ({ order: name, unit, at }));
  return supervision === null
    ? []
    : [{ order: supervision.kind, unit: supervision.unit, at: supervision.at }];
}

function standingRow({ order, unit, at }: Standing, { deps, receivers, actor }: Around): StandingRow {
  const lacking = unit === null ? [] : lackingPosts(order, unit, { deps, receivers, actor });
  return { unit: deps.names.holder(unit), order, at, lacking };
}

/** Until when it must be answered, and what was ordered. */
async function answerOf(
  name: MarkedList,
  found: ListedCase,
  deps: Deps,
): Promise<Pick<SupervisionRow, "answerBy" | "words">> {
  const { supervision } = rulesOf(found);
  if (supervision === null || (name !== "answer" && name !== "note")) return { answerBy: null, words: null };
  const [answerBy, words] = await Promise.all([
    answerLimit(found.id, deps),
    wordsOf(found.id, supervision.kind, deps),
  ]);
  return { answerBy, words };
}

/** Whom the unit would have to name; none when somebody is named by now. */
function lackingPosts(order: OrderKind, unit: string, { deps, receivers }: Around): readonly Post[] {
  const { to } = orderRule(order, deps);
  return to.some((receiver) => receivers(unit, receiver).length > 0) ? [] : to.filter(isPost);
}

function isPost(receiver: Receiver): receiver is Post {
  return receiver !== "centre" && receiver !== "leader";
}

async function answerLimit(caseId: string, { store }: Deps): Promise<number | null> {
  const file = await store.cases.file(caseId);
  return file?.clocks.find((clock) => clock.kind === "supervise" && isRunning(clock))?.dueAt ?? null;
}

async function wordsOf(caseId: string, kind: OrderKind, { store }: Deps): Promise<string | null> {
  const events = await store.cases.history(caseId);
  return events.findLast(({ action }) => action === kind)?.words["note"] ?? null;
}

/** What was answered at an instant; null when the case was closed without an answer. */
async function answerAt(caseId: string, at: number, { store }: Deps): Promise<string | null> {
  const events = await store.cases.history(caseId);
  const answer = events.find((event) => event.action === "explain" && event.at === at);
  return answer === undefined ? null : (answer.words["note"] ?? "");
}

async function lateRows(actor: Actor, deps: Deps): Promise<readonly SupervisionRow[]> {
  const { store, clock, names } = deps;
  const late = await store.supervision.lateAnswers(scopeOf(actor), clock.now() - PERIOD, MOST);
  return await Promise.all(
    late.map(async ({ case: found, unit, dueAt, answeredAt }) => {
      const answer = await answerAt(found.id, answeredAt, deps);
      return {
        case: caseRow(found, actor, names),
        standing: [{ unit: names.holder(unit), order: "supervise" as const, at: answeredAt, lacking: [] }],
        answerBy: dueAt,
        answeredAt: answer === null ? null : answeredAt,
        words: answer,
      };
    }),
  );
}
