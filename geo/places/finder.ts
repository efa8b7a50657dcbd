import type { Placer } from "../locate.ts";
import type { Point } from "../point.ts";
import { offsetAt, shift } from "./crossings.ts";
import { createEar, type Hit, tidy } from "./hear.ts";
import { junctionIn, type Junction } from "./junction.ts";
import { namesOf, withoutCommittee } from "./names.ts";
import type { Gazetteer, Heard, Place, PlaceGuess, Precision } from "./place.ts";
import { sharedCode } from "./place.ts";
import { type Candidate, settledCode, weighPlaces } from "./weigh.ts";

/** Says which places a text may mean, the likeliest first; at most three, none when it names nothing. */
export type PlaceFinder = (text: string) => readonly PlaceGuess[];

/** What a person can choose from at a glance. */
const MOST_GUESSES = 3;

/** A finder for one gazetteer; `locate` tells in which cell a crossing lies. */
export function createPlaceFinder(gazetteer: Gazetteer, locate: Placer): PlaceFinder {
  const hear = createEar(namesOf(gazetteer));
  const townshipNames = new Map(
    gazetteer.places.flatMap(({ kind, name, townshipCode }) =>
      kind === "township" ? [[townshipCode, name] as const] : [],
    ),
  );
  const context = { locate, townshipNames };

  return function find(text) {
    const hits = hear(text);
    const tidied = tidy(text);
    const candidates = weighPlaces(hits);
    const junction = junctionIn(tidied, hits);
    const guesses = [
      ...(junction ? [guessJunction(junction, candidates, context)] : []),
      ...candidates.map((candidate) => guessPlace(candidate, candidates, { ...context, text: tidied })),
      ...(junction ? [] : hits.flatMap((hit) => guessRoad(hit, context))),
    ];
    return distinct(guesses).slice(0, MOST_GUESSES);
  };
}

interface Context {
  readonly locate: Placer;
  readonly townshipNames: ReadonlyMap<string, string>;
}

function guessJunction(
  junction: Junction,
  candidates: readonly Candidate[],
  { locate }: Context,
): PlaceGuess {
  const { roads, hits, offset, points, accuracy } = junction;
  const heard: Heard = hits.every((hit) => hit.heard === "spelled") ? "spelled" : "sounded";
  const code = codeAround(points, accuracy, locate);
  const agrees = candidates.every(
    (other) =>
      other.hit.heard === "sounded" || sharedCode(code, other.code) === other.code.slice(0, code.length),
  );
  return {
    name: `${roads[0].name}与${roads[1].name}交叉口${offset?.words ?? ""}`,
    precision: "point",
    heard,
    point: points[0] ?? { lng: 0, lat: 0 },
    code,
    settled: heard === "spelled" && agrees ? code : "",
  };
}

const PRECISION: Readonly<Record<Place["kind"], Precision>> = {
  township: "township",
  community: "community",
  village: "village",
  landmark: "point",
};

function guessPlace(
  candidate: Candidate,
  all: readonly Candidate[],
  { townshipNames, text }: Context & { readonly text: string },
): PlaceGuess {
  const { hit, place, code } = candidate;
  const offset = place.kind === "landmark" ? offsetAt(text.slice(hit.end)) : undefined;
  const isFar = (offset?.metres ?? 0) > NEAR_METRES;
  const township = townshipNames.get(place.townshipCode) ?? "";
  const name = place.kind === "township" || place.name.startsWith(township) ? "" : township;
  const own =
    place.kind === "village" || place.kind === "community" ? withoutCommittee(place.name) : place.name;
  const settled = settledCode(candidate, all);
  return {
    name: `${name}${own}${offset?.words ?? ""}`,
    precision: PRECISION[place.kind],
    heard: hit.heard,
    point: offset ? shift(place.point, offset) : place.point,
    code: isFar ? place.townshipCode : code,
    settled: isFar ? settled.slice(0, place.townshipCode.length) : settled,
    ...(place.learnedOn !== undefined && { learnedOn: place.learnedOn }),
  };
}

/** Farther from a landmark than this, it is not the landmark's cell that is meant. */
const NEAR_METRES = 50;

/** A road alone goes through many cells: it is shown at its middle and assigned to nothing. */
function guessRoad(hit: Hit, { locate }: Context): PlaceGuess[] {
  if (hit.name.meaning.kind !== "road") return [];
  const { name, line } = hit.name.meaning.road;
  const [lng, lat] = line[Math.floor(line.length / 2)] ?? [0, 0];
  const points = line.map(([lng, lat]) => ({ lng, lat }));
  const code = codeAround(points, 0, locate);
  return [{ name, precision: "street", heard: hit.heard, point: { lng, lat }, code, settled: "" }];
}

/** The code of what all points and the circles around them have in common. */
function codeAround(points: readonly Point[], accuracy: number, locate: Placer): string {
  const codes = points.flatMap((point) => {
    const placement = locate({ ...point, accuracy });
    switch (placement.kind) {
      case "inside":
      case "near":
        return [placement.cell];
      case "ambiguous":
        return placement.candidates.map(({ cell }) => cell);
      default:
        return [""];
    }
  });
  return codes.reduce((shared, code) => (shared === code ? code : sharedCode(shared, code)), codes[0] ?? "");
}

function distinct(guesses: readonly PlaceGuess[]): readonly PlaceGuess[] {
  const seen = new Set<string>();
  return guesses.filter(({ name, code }) => {
    const key = `${name} ${code}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
