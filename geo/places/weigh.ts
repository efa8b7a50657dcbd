import type { Hit } from "./hear.ts";
import { type Place, codeOf, sharedCode } from "./place.ts";

/** A place that a text may mean, with the hit that says so and how well it fits the rest of the text. */
export interface Candidate {
  readonly hit: Hit;
  readonly place: Place;
  readonly code: string;
  readonly score: number;
}

/** The places among the hits, the likeliest first. */
export function weighPlaces(hits: readonly Hit[]): readonly Candidate[] {
  const bare = hits.flatMap((hit) => {
    const { meaning } = hit.name;
    if (meaning.kind !== "place" || isNoise(hit, hits) || isAnother(hit, meaning.place, hits)) return [];
    return [{ hit, place: meaning.place, code: codeOf(meaning.place), score: fitOf(hit, meaning.place) }];
  });
  const supported = bare.map((candidate) => {
    return { ...candidate, score: candidate.score + supportFor(candidate, bare) };
  });
  return supported
    .map((candidate) => {
      return { ...candidate, score: candidate.score - (onlyLeadsTo(candidate, supported) ? LED_FROM : 0) };
    })
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
}

/**
 * As much of a candidate's code as may be assigned without asking: everything else that the words may mean has to
 * agree. What was only sounded, or cut out of a longer word, says no more than the township that is named beside it.
 */
export function settledCode(best: Candidate, all: readonly Candidate[]): string {
  const township = namedTownship(all);
  const inside = township !== undefined && best.code.startsWith(township.code);
  if (best.hit.heard === "sounded" || !best.hit.bounded || (isShort(best.hit) && !inside)) {
    return inside && township !== best ? township.code : "";
  }
  return all.reduce((code, other) => {
    if (other === best) return code;
    if (covers(other.hit, best.hit)) {
      const ruledOut = inside && isApart(township.hit, best.hit) && !other.code.startsWith(township.code);
      return ruledOut ? code : sharedCode(code, other.code);
    }
    const counts = other.hit.heard === "spelled" && other.hit.bounded && isApart(other.hit, best.hit);
    const leads = best.code.startsWith(other.code) || other.code.startsWith(best.code);
    return counts && !leads ? sharedCode(code, other.code) : code;
  }, best.code);
}

const PER_TYPO = 0.75;
const FOR_RANK = 0.5;
const FOR_KIND = 0.25;
const FOR_TOWNSHIP = 2;
const FOR_COMMUNITY = 1.5;
const FOR_HINT = 1;
/** Who says where a village is does not mean that place itself. */
const LED_FROM = 4;

/** Two characters that merely sound like a name are nothing without a rank or a boundary. */
function isNoise(hit: Hit, hits: readonly Hit[]): boolean {
  if (hit.heard === "spelled" || hit.stemEnd - hit.start > 2) return false;
  return (
    hit.end === hit.stemEnd && !hits.some((other) => other.heard === "spelled" && other.end === hit.start)
  );
}

/** 岳家村文化广场 is the square of that village, not the county's 文化广场, when that one lies elsewhere. */
function isAnother({ start }: Hit, place: Place, hits: readonly Hit[]): boolean {
  if (place.kind !== "landmark") return false;
  const before = hits.flatMap(({ end, heard, name: { meaning } }) =>
    end <= start && start - end <= BETWEEN && heard === "spelled" && meaning.kind === "place"
      ? [meaning.place]
      : [],
  );
  const villages = before.filter(({ kind }) => kind === "village" || kind === "community");
  return villages.length > 0 && villages.every((village) => !codeOf(place).startsWith(codeOf(village)));
}

/** Characters that may stand between a village and what is its own: 岳家村的文化广场. */
const BETWEEN = 2;

function fitOf({ start, stemEnd, end, typos }: Hit, { kind }: Place): number {
  const ranked = end > stemEnd;
  const fits = kind === "village" || (kind === "township" && ranked);
  return stemEnd - start - typos * PER_TYPO + (ranked ? FOR_RANK : 0) + (fits ? FOR_KIND : 0);
}

/** A township or community named beside a place speaks for it, another one named with its rank against it. */
function supportFor(candidate: Candidate, all: readonly Candidate[]): number {
  const others = all.filter((other) => isApart(other.hit, candidate.hit));
  const leading = others.filter(
    ({ place, code }) =>
      (place.kind === "township" || place.kind === "community") &&
      candidate.code !== code &&
      candidate.code.startsWith(code),
  );
  if (leading.some(isNamedTownship)) {
    return leading.some(isNamedCommunity) ? FOR_TOWNSHIP + FOR_COMMUNITY : FOR_TOWNSHIP;
  }
  if (leading.some(isNamedCommunity)) return FOR_COMMUNITY;
  const against = others.some((other) => isNamedTownship(other) && !candidate.code.startsWith(other.code));
  return (leading.length > 0 ? FOR_HINT : 0) - (against ? FOR_TOWNSHIP : 0);
}

function onlyLeadsTo(candidate: Candidate, all: readonly Candidate[]): boolean {
  return all.some(
    ({ hit, code }) =>
      hit.heard === "spelled" &&
      isApart(hit, candidate.hit) &&
      code !== candidate.code &&
      code.startsWith(candidate.code),
  );
}

/** The township that is spelled out with its rank, when it is the only one and sounds like no other. */
function namedTownship(all: readonly Candidate[]): Candidate | undefined {
  const named = all.filter((candidate) => isNamedTownship(candidate) && candidate.hit.bounded);
  const [first] = named;
  if (first === undefined) return undefined;
  const rivals = all.filter(({ hit, place }) => place.kind === "township" && covers(hit, first.hit));
  return [...named, ...rivals].every(({ code }) => code === first.code) ? first : undefined;
}

function isNamedTownship({ hit, place }: Candidate): boolean {
  return place.kind === "township" && hit.heard === "spelled" && hit.end > hit.stemEnd;
}

function isNamedCommunity({ hit, place }: Candidate): boolean {
  return place.kind === "community" && hit.heard === "spelled" && hit.end > hit.stemEnd;
}

function isShort({ start, stemEnd, end }: Hit): boolean {
  return stemEnd - start <= 2 && end === stemEnd;
}

function isApart(a: Hit, b: Hit): boolean {
  return a.end <= b.start || b.end <= a.start;
}

function covers(a: Hit, b: Hit): boolean {
  return a.start <= b.start && a.stemEnd >= b.stemEnd;
}
