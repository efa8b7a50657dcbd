/**
 * Signs of gaming in the record of one case, by the rules of the county. What is found is a question to be asked about
 * a case; nobody is counted or ranked by it.
 */
import type { CaseEvent } from "../case.ts";
import { type Instant, MINUTE } from "../time.ts";
import type { SignCode, SignRule } from "./sign.ts";

export interface Sign {
  readonly code: SignCode;
  /** The unit whose act it was. */
  readonly unit: string | null;
  readonly at: Instant;
}

type Trace = Pick<CaseEvent, "action" | "at" | "actorUnit" | "facts">;

/** @param events a whole history, in order. */
export function signsIn(events: readonly Trace[], rules: readonly SignRule[]): readonly Sign[] {
  return rules.flatMap((rule) => finders[rule.code]?.(events, rule) ?? []);
}

type Finder = (events: readonly Trace[], rule: SignRule) => readonly Sign[];

const finders: Readonly<Partial<Record<SignCode, Finder>>> = {
  reopenedSoon: (events, rule) =>
    events.flatMap((event, index) => {
      const ended = event.action === "handle" || event.action === "admit";
      const rest = events.slice(index + 1);
      return ended && isNear(event, rule) && rest.some(({ action }) => backActs.has(action))
        ? [signOf("reopenedSoon", event)]
        : [];
    }),
  itemChanged: (events, rule) => {
    const signs: Sign[] = [];
    let item: unknown = null;
    for (const event of events) {
      const next = event.facts["itemCode"];
      if (next === undefined) continue;
      if (item !== null && next !== item && isNear(event, rule)) signs.push(signOf("itemChanged", event));
      item = next;
    }
    return signs;
  },
  returnedLate: (events, rule) =>
    events
      .filter((event) => event.action === "return" && isNear(event, rule))
      .map((event) => signOf("returnedLate", event)),
  returnedBack: (events) =>
    events.flatMap((event, index) => {
      if (event.action !== "return" && event.action !== "dispute") return [];
      const next = events.slice(index + 1).find(({ action }) => decides.has(action));
      const back = next?.action === "uphold" || next?.facts["unit"] === event.actorUnit;
      return next !== undefined && back ? [signOf("returnedBack", event)] : [];
    }),
};

const backActs: ReadonlySet<string> = new Set(["rework", "reopen", "rectify"]);
const decides: ReadonlySet<string> = new Set(["dispatch", "rule", "uphold"]);

/** The limit that an act was under is kept with it (step.ts). */
function isNear({ at, facts }: Trace, { minutes, used }: SignRule): boolean {
  const { due, began } = facts;
  if (typeof due !== "number" || typeof began !== "number" || at > due) return false;
  return due - at <= Math.min(minutes * MINUTE, (due - began) * (1 - used));
}

function signOf(code: SignCode, { actorUnit, at }: Trace): Sign {
  return { code, unit: actorUnit, at };
}
