/**
 * Pairs of reports with the answer known: one matter or two. Made from the taxonomy's phrases by a fixed seed; the
 * phrases used are taken out of the reader first. Half of the items is for setting weights, the other for measuring.
 */
import { metresBetween } from "../../geo/near.ts";
import { type Near, nearFor } from "../../server/domain/linking/linkingRules.ts";
import type { Spot, Told } from "../../server/domain/linking/suspect.ts";
import { createReader } from "../../server/domain/reader.ts";
import type { Reference } from "../../server/domain/reference.ts";
import { createTaxonomy, type Item, type Taxonomy } from "../../server/domain/taxonomy.ts";
import { HOUR } from "../../server/domain/time.ts";
import { createRandom } from "../../server/domain/learning/random.ts";

/** Why a pair is one matter or two. */
export type PairKind = "same" | "otherMatter" | "likeMatter" | "elsewhere" | "later" | "otherNumber";

export interface Pair {
  readonly a: Told;
  readonly b: Told;
  readonly kind: PairKind;
}

type Half = "setting" | "measuring";

const manners: readonly ((place: string, phrase: string) => string)[] = [
  (_, phrase) => phrase,
  (place, phrase) => `${place}${phrase}`,
  (place, phrase) => `您好，我要反映一下，${place}${phrase}，请有关部门尽快处理，谢谢`,
  (place, phrase) => `市民来电：${place}，${phrase}，已经好几天了，希望尽快核实解决`,
  (place, phrase) => `${phrase}，在${place}附近`,
];

const places = [
  "振兴路",
  "文化街与青年路路口",
  "东关小区",
  "阳光花园南门",
  "城阳市场",
  "浮来山路东段",
  "老车站",
];

const kinds: readonly PairKind[] = [
  "same",
  "same",
  "same",
  "otherMatter",
  "likeMatter",
  "elsewhere",
  "later",
  "otherNumber",
];

export function pairsOf(reference: Reference, half: Half, count: number): readonly Pair[] {
  const random = createRandom(half === "setting" ? 11 : 23);
  const { taxonomy, linking } = reference;
  const reader = createReader(withoutOdd(taxonomy));
  const items = taxonomy.items.filter(
    (item, at) => heldOut(item).length >= 2 && at % 2 === (half === "setting" ? 0 : 1),
  );
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const gauss = () => random() + random() + random() + random() - 2;

  function told(
    id: string,
    item: Item,
    where: { readonly spot: Spot; readonly place: string },
    at: number,
    prefix = "",
  ): Told {
    const text = pick(manners)(where.place, `${prefix}${pick(heldOut(item))}`);
    const reading = reader.classify(text);
    const itemCode = reading.sure ? (reading.candidates[0]?.code ?? null) : null;
    return {
      id,
      text,
      itemCode,
      reading,
      spot: moved(where.spot, gauss() * 18, gauss() * 18),
      cellCode: null,
      at,
    };
  }

  return Array.from({ length: count }, (_, serial): Pair => {
    const kind = pick(kinds);
    const item = pick(items);
    const near: Near = nearFor(item.code, linking);
    const spot = { lng: 118.83 + random() * 0.01, lat: 35.58 + random() * 0.01 };
    const here = { spot, place: pick(places) };
    const at = 1_795_140_000_000;
    const soon = at + random() * Math.min(near.hours, 12) * HOUR;
    const a = told(`${serial}a`, item, here, at, kind === "otherNumber" ? "3号楼" : "");
    const there = { ...here, place: random() < 0.5 ? here.place : pick(places) };
    const b = other();
    return { a, b, kind };

    function other(): Told {
      const id = `${serial}b`;
      switch (kind) {
        case "same":
          return told(id, item, there, soon);
        case "otherMatter":
          return told(id, pick(items.filter((each) => each.minorCode !== item.minorCode)), there, soon);
        case "likeMatter":
          return told(id, pick(likeItems(item, items)), there, soon);
        case "elsewhere": {
          const metres = near.metres * (1.6 + random() * 4);
          const angle = random() * 2 * Math.PI;
          const away = moved(spot, Math.cos(angle) * metres, Math.sin(angle) * metres);
          return told(id, item, { ...there, spot: away }, soon);
        }
        case "later":
          return told(id, item, there, at + near.hours * (1.1 + random() * 4) * HOUR);
        case "otherNumber":
          return told(id, item, there, soon, "5号楼");
      }
    }
  });
}

export const metresOf = metresBetween;

/** Every second phrase of an item: these the reader has not seen. */
function heldOut(item: Item): readonly string[] {
  return item.phrases.filter((_, at) => at % 2 === 1);
}

function withoutOdd(whole: Taxonomy): Taxonomy {
  const majors = whole.majors.map((major) => ({
    ...major,
    minors: major.minors.map((minor) => ({
      ...minor,
      items: minor.items.map((item) => ({ ...item, phrases: item.phrases.filter((_, at) => at % 2 === 0) })),
    })),
  }));
  return createTaxonomy(whole.version, majors, []);
}

/** Matters of the same small class, else of the same large one: the ones that people mix up. */
function likeItems(item: Item, items: readonly Item[]): readonly Item[] {
  const others = items.filter((each) => each.code !== item.code);
  const near = others.filter((each) => each.minorCode === item.minorCode);
  const wide = others.filter((each) => each.majorCode === item.majorCode);
  return near.length > 0 ? near : wide.length > 0 ? wide : others;
}

function moved(spot: Spot, east: number, north: number): Spot {
  return { lng: spot.lng + east / 90_400, lat: spot.lat + north / 110_950 };
}
