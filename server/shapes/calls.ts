/** Shapes of what the API says of calls. */
import * as v from "valibot";
import { agreeing } from "../../fixtures/schema/agreeing.ts";
import type {
  CallAnswer,
  CallClockAnswer,
  CallEventAnswer,
  CallFiguresAnswer,
  CallListAnswer,
  CallPart,
  CallRowAnswer,
  CallStartAnswer,
} from "../domain/call/callAnswers.ts";
import type { AnswerState, CallClockKind, CallState } from "../domain/call/call.ts";
import { type CallField, callMoves } from "../domain/call/callMoves.ts";
import { posts } from "../domain/orders.ts";
import { answerWords, callClockWords, callFieldWords, callStateWords } from "../domain/call/callWords.ts";
import { dueByShape } from "./clocks.ts";
import { actorShape, fact } from "./events.ts";
import { budget, instant, known, maybeInstant, maybeNamed, maybeRate, maybeText, named } from "./common.ts";

export const callLevel = v.picklist(["daily", "tough", "emergency"]);
const state = v.picklist(Object.keys(callStateWords) as CallState[]);
const kind = v.picklist(Object.keys(callClockWords) as CallClockKind[]);
const field = v.picklist(Object.keys(callFieldWords) as CallField[]);
const action = v.picklist(["launch", ...callMoves.map((move) => move.action)]);
const climbed = v.picklist([0, 1, 2]);
const post = v.picklist(posts);

const partShape = agreeing<CallPart>()(
  v.object({
    unit: named,
    part: v.picklist(["lead", "assist"]),
    state: v.picklist(Object.keys(answerWords) as AnswerState[]),
    absent: v.boolean(),
  }),
);

const rowShape = known(
  "CallRowAnswer",
  agreeing<CallRowAnswer>()(
    v.object({
      id: v.string(),
      number: v.string(),
      version: v.number(),
      level: callLevel,
      state,
      township: named,
      item: maybeNamed,
      text: v.string(),
      address: maybeText,
      parts: v.array(partShape),
      waiting: v.array(named),
      climbed,
      unheard: v.array(named),
      reopens: v.number(),
      launchedAt: instant,
      closedAt: maybeInstant,
      dueAt: maybeInstant,
      dueBy: v.nullable(dueByShape),
    }),
  ),
);

export const callListShape = known(
  "CallListAnswer",
  agreeing<CallListAnswer>()(
    v.object({
      rows: v.array(rowShape),
      next: maybeText,
      counts: v.object({ todo: v.number(), open: v.number(), attention: v.number() }),
      desk: v.nullable(v.object({ posts: v.array(post), needsApproval: v.boolean() })),
      now: instant,
    }),
  ),
);

export const callRowsShape = v.object({ rows: v.array(rowShape), now: instant });

const clockShape = agreeing<CallClockAnswer>()(
  v.object({
    kind,
    round: v.number(),
    budget,
    dueBy: dueByShape,
    startedAt: instant,
    dueAt: instant,
    stage: v.picklist(["running", "missed", "severe"]),
    stoppedAt: maybeInstant,
    outcome: v.nullable(v.picklist(["met", "missed", "void"])),
  }),
);

const eventShape = agreeing<CallEventAnswer>()(
  v.object({
    seq: v.number(),
    action: v.string(),
    at: instant,
    recordedAt: instant,
    actor: actorShape,
    from: v.nullable(state),
    to: state,
    facts: v.record(v.string(), fact),
    words: v.record(v.string(), v.string()),
  }),
);

const mark = v.number();

export const callShape = known(
  "CallAnswer",
  agreeing<CallAnswer>()(
    v.object({
      ...rowShape.pipe[0].entries,
      case: v.nullable(v.object({ id: v.string(), number: v.string() })),
      doneBefore: maybeText,
      parts: v.array(
        v.object({
          ...partShape.entries,
          basis: maybeNamed,
          cosigned: v.boolean(),
          ratedBy: v.nullable(v.object({ signing: mark, arrival: mark, solution: mark, conduct: mark })),
          rates: v.nullable(v.object({ necessity: mark, cooperation: mark })),
          clocks: v.array(clockShape),
        }),
      ),
      clocks: v.array(v.object({ ...clockShape.entries, unit: named })),
      history: v.array(eventShape),
      moves: v.array(v.object({ action, needs: v.array(field), may: v.array(field) })),
      unrated: v.array(named),
      now: instant,
    }),
  ),
);

const heard = { heard: v.boolean() };

export const callStartShape = known(
  "CallStartAnswer",
  agreeing<CallStartAnswer>()(
    v.object({
      case: v.nullable(
        v.object({
          id: v.string(),
          number: v.string(),
          text: v.string(),
          address: maybeText,
          confidential: v.boolean(),
        }),
      ),
      running: v.nullable(v.object({ id: v.string(), number: v.string() })),
      item: maybeNamed,
      suggestedLevel: callLevel,
      leads: v.array(v.object({ ...named.pipe[0].entries, when: maybeText, ...heard })),
      assists: v.array(v.object({ ...named.pipe[0].entries, ...heard })),
      levels: v.array(
        v.object({
          code: callLevel,
          basis: v.string(),
          may: v.boolean(),
          why: maybeText,
          waits: v.boolean(),
          limits: v.array(v.object({ kind, budget, dueAt: instant })),
        }),
      ),
      now: instant,
    }),
  ),
);

export const callFiguresShape = known(
  "CallFiguresAnswer",
  agreeing<CallFiguresAnswer>()(
    v.object({
      from: instant,
      to: instant,
      days: v.number(),
      townships: v.array(
        v.object({
          township: named,
          calls: v.number(),
          cases: v.number(),
          rate: v.nullable(v.number()),
        }),
      ),
      units: v.array(
        v.object({
          unit: named,
          answered: v.number(),
          missed: v.number(),
          excluded: v.number(),
          running: v.number(),
          rate: maybeRate,
        }),
      ),
      now: instant,
    }),
  ),
);
