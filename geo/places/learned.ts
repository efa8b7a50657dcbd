import type { Point } from "../point.ts";
import { createEar, type Hit, tidy } from "./hear.ts";
import { namesOf } from "./names.ts";
import type { Gazetteer, Place } from "./place.ts";

/** A name that somebody taught by confirming a place: what people say, where it is, and in which cell. */
export interface LearnedName {
  readonly name: string;
  readonly point: Point;
  readonly cellCode: string;
  /** The day it was taught, YYYY-MM-DD: told with every guess that comes from it. */
  readonly learnedOn: string;
}

/** A gazetteer that knows the learned names too. */
export function withLearned(gazetteer: Gazetteer, learned: readonly LearnedName[]): Gazetteer {
  const places = learned.map(({ name, point, cellCode, learnedOn }): Place => {
    const [townshipCode, communityCode] = [cellCode.slice(0, 9), cellCode.slice(0, 12)];
    return { kind: "landmark", name, aliases: [], townshipCode, communityCode, cellCode, point, learnedOn };
  });
  return { ...gazetteer, places: [...gazetteer.places, ...places] };
}

/** The name in a text that the gazetteer does not know and that a confirmed place could teach; null without one. */
export type Teachable = (text: string) => string | null;

/** Position words after a name say where beside it, not what it is called. */
const BESIDE =
  /(的|正|约|[东西南北](侧|边|面|头|门|口|方)?|\d+(\.\d+)?(米|公里|里)|左右|门口|门前|对面|对过|旁边?|附近|路口|院内|里面|周边|周围|一带|处|这里|那里)+$/u;
const NAME = /^[\p{Script=Han}A-Za-z0-9]{3,16}$/u;

/** Cuts off what is known before it (莒县招贤镇) and beside it (东门对面); what is left is the name. */
export function createTeachable(gazetteer: Gazetteer): Teachable {
  const hear = createEar(namesOf(gazetteer));
  return function teachable(text) {
    const tidied = tidy(text);
    const known = hear(tidied).filter(({ heard }) => heard === "spelled");
    const rest = tidied.slice(leadEnd(known)).replace(BESIDE, "");
    const isKnown = known.some((hit) => isOwn(hit) && tidied.slice(hit.start, hit.stemEnd) === rest);
    return NAME.test(rest) && !isKnown && !known.some(isRoad) ? rest : null;
  };
}

/** Where the names of county, township and village that lead to the place end. */
function leadEnd(hits: readonly Hit[]): number {
  let end = 0;
  for (let next = hits; next.length > 0;) {
    next = hits.filter((hit) => hit.start === end && hit.end > end && leads(hit));
    end = Math.max(end, ...next.map((hit) => hit.end));
  }
  return end;
}

/** Without its rank a township's name may be part of another one: 招贤大集 is not 大集 in 招贤镇. */
function leads({ name: { meaning }, end, stemEnd }: Hit): boolean {
  return meaning.kind === "above" || (meaning.kind === "place" && end > stemEnd);
}

function isOwn({ name: { meaning } }: Hit): boolean {
  return meaning.kind === "place";
}

function isRoad({ name: { meaning } }: Hit): boolean {
  return meaning.kind === "road";
}
