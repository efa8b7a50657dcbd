import type { Gazetteer, Place, Road } from "./place.ts";

/** What a name stands for. `above` is a county or province before the address: it only marks a boundary. */
export type Meaning =
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "road"; readonly road: Road }
  | { readonly kind: "above" };

/** A name without its rank, with one of its meanings. */
export interface Name {
  readonly stem: string;
  readonly meaning: Meaning;
}

/** All names of a gazetteer. Ranks are cut off, for people exchange them: 阎庄镇 is 阎庄街道, 沟头新村 is 沟头村. */
export function namesOf({ above, places, roads }: Gazetteer): readonly Name[] {
  return [
    ...above.map((stem) => ({ stem, meaning: { kind: "above" } as const })),
    ...roads.map((road) => ({ stem: road.name, meaning: { kind: "road", road } as const })),
    ...places.flatMap((place) =>
      stemsOf(place).map((stem) => ({ stem, meaning: { kind: "place", place } as const })),
    ),
  ];
}

/** The rank that follows a stem in a text: 镇 after a township's, 村委会 after a village's. */
export function rankAfter(rest: string, { meaning }: Name): string {
  if (meaning.kind !== "place" || meaning.place.kind === "landmark") return "";
  const rank = meaning.place.kind === "township" ? TOWNSHIP_RANK : VILLAGE_RANK;
  return rank.exec(rest)?.[0] ?? "";
}

/** 岳家村社区居委会 → 岳家村社区: the name without its committee. */
export function withoutCommittee(name: string): string {
  const short = name.replace(/(村民委员会|居民委员会|村委会|居委会|委员会)$/u, "");
  return /(村|社区)$/u.test(short) ? short : `${short}村`;
}

const TOWNSHIP_RANK = /^(街道办事处|街道办|街道|镇政府|镇|乡政府|乡)/u;
const VILLAGE_RANK =
  /^(新村|社区|村(?!委|民委))*(村民委员会|居民委员会|居民委|村委会|居委会|村委|居委|委员会)?/u;

/** An institution's name is said whole; of other names the stem is enough, if two characters remain. */
function stemsOf({ kind, name, aliases }: Place): readonly string[] {
  const names = [name, ...aliases];
  if (kind === "landmark") return names;
  return [...new Set(names.map((spelling) => stemOf(spelling, kind === "township")))];
}

function stemOf(name: string, isTownship: boolean): string {
  const rank = isTownship
    ? /(街道办事处|街道|镇|乡)$/u
    : /(村民委员会|居民委员会|村委会|居委会|委员会|社区|新村|村)$/u;
  const stem = name.replace(rank, "");
  if (stem === name || stem.length < 2) return name;
  return isTownship ? stem : stemOf(stem, isTownship);
}
