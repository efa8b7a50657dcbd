/** Words that stand together say one time: 昨天 + 晚上 + 八点; 从 … 开始 and … 到 … join or turn them. */
import type { Clock, Days, Every, Minutes, Part, Token, Window } from "./token.ts";

export interface Phrase {
  readonly at: number;
  readonly end: number;
  readonly kind: "when" | "since";
  readonly day: Days | null;
  readonly part: { readonly part: Part; readonly minutes: Minutes } | null;
  readonly clock: Clock | null;
  readonly every: Every | null;
  readonly window: Window | null;
  /** 十点以后 and 八点前: the hour bounds the part of the day. */
  readonly bound: "after" | "before" | null;
  /** Behind 到. */
  readonly until: Phrase | null;
}

/** What may stand between words of one time. */
const BETWEEN = /^(?:的|大概|大约|约|差不多|快|\s)*$/u;
const TO = /^(?:一直)?(?:到|至|直到|~|～|-|－|—+)(?:了|的|第二天|次日)?$/u;

const SINCE_BEFORE = /(?:从|自从?|打)$/u;
const SINCE_AFTER =
  /^(?:的时候|左右)?(?:就)?(?:开始(?![前之])|起(?![火诉来码重])|以来|至今|到现在|到今天|到目前|一直(?!到))/u;
/** 昨晚停水到现在: the same clause says that it goes on. */
const STILL = /^[^，。；！？,;!?]{0,10}(?:到现在|至今|到目前|到今天)/u;
/** 到昨天还没修: the end of a span, not when it was. */
const END_BEFORE = /(?:截至|截止到?|直到|等到|到|至)$/u;

export function phrasesOf(tokens: readonly Token[], text: string): readonly Phrase[] {
  const joined = tokens
    .map(alone)
    .reduce<readonly Phrase[]>((done, phrase) => joinedTo(done, phrase, text), []);
  return joined.filter((phrase) => !isEnd(phrase, text)).map((phrase) => turned(phrase, text));
}

function alone(token: Token): Phrase {
  const { at, end, kind } = token;
  const bare = {
    at,
    end,
    kind: "when" as const,
    day: null,
    part: null,
    clock: null,
    every: null,
    window: null,
    bound: null,
  };
  const empty: Phrase = { ...bare, until: null };
  if (kind === "day") return { ...empty, day: token.days };
  if (kind === "part") return { ...empty, part: token };
  if (kind === "clock") return { ...empty, clock: token.clock };
  if (kind === "every") return { ...empty, every: token.every };
  return { ...empty, window: token.window, kind: kind === "lasting" ? "since" : "when" };
}

function joinedTo(done: readonly Phrase[], phrase: Phrase, text: string): readonly Phrase[] {
  const last = done.at(-1);
  if (last === undefined) return [phrase];
  const before = done.slice(0, -1);
  const gap = text.slice(last.end, phrase.at);
  const end = last.until ?? last;
  const isFiner = BETWEEN.test(gap) && finest(end) < coarsest(phrase) && end.window === null;
  if (isFiner && last.until !== null)
    return [...before, { ...last, end: phrase.end, until: merged(last.until, phrase) }];
  if (isFiner) return [...before, merged(last, phrase)];
  const isRange = TO.test(gap) && last.until === null && phrase.every === null && phrase.window === null;
  if (isRange && last.window === null)
    return [...before, { ...last, end: phrase.end, until: endOf(last, phrase, gap) }];
  return [...done, phrase];
}

/** 1 every, 2 day, 3 part of the day, 4 hour. */
function finest({ every, day, part, clock, window }: Phrase): number {
  if (clock !== null || window !== null) return 4;
  return part !== null ? 3 : day !== null ? 2 : every !== null ? 1 : 0;
}

function coarsest({ every, day, part, window }: Phrase): number {
  if (every !== null || window !== null) return 1;
  return day !== null ? 2 : part !== null ? 3 : 4;
}

function merged(first: Phrase, { end, day, part, clock }: Phrase): Phrase {
  return { ...first, end, day: day ?? first.day, part: part ?? first.part, clock: clock ?? first.clock };
}

/** 昨晚十点到两点: what is not said again stays as it was. */
function endOf(first: Phrase, last: Phrase, gap: string): Phrase {
  const sameDay = last.day ?? first.day;
  const nextDay = last.day === null && /第二天|次日/u.test(gap);
  const day = nextDay && sameDay !== null ? { from: sameDay.from + 1, until: sameDay.until + 1 } : sameDay;
  const inherits = last.part === null && last.day === null && !nextDay;
  return { ...last, day, part: inherits ? first.part : last.part };
}

function isEnd({ at, every }: Phrase, text: string): boolean {
  return every === null && END_BEFORE.test(text.slice(Math.max(0, at - 4), at));
}

const AFTER_HOUR = /^(?:以|之)?后(?![面门排台])/u;
const BEFORE_HOUR = /^(?:以|之)?前(?![面门排台后])/u;

function bounded(phrase: Phrase, text: string): Phrase {
  const after = text.slice(phrase.end, phrase.end + 4);
  if (phrase.clock === null || phrase.until !== null) return phrase;
  if (AFTER_HOUR.test(after)) return { ...phrase, bound: "after" };
  return BEFORE_HOUR.test(after) ? { ...phrase, bound: "before" } : phrase;
}

function turned(said: Phrase, text: string): Phrase {
  const phrase = bounded(said, text);
  const { at, end, until, every, kind } = phrase;
  if (until !== null || every !== null || kind === "since") return phrase;
  const after = text.slice(end, end + 24);
  const isSince =
    SINCE_BEFORE.test(text.slice(Math.max(0, at - 3), at)) || SINCE_AFTER.test(after) || STILL.test(after);
  return isSince ? { ...phrase, kind: "since" } : phrase;
}
