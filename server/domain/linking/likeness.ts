/**
 * How alike two texts are in what they say (文字相似): cosine over single characters and pairs of them, weighted so that
 * pairs count most and the polite frame of a complaint (请, 希望, 反映 …) hardly at all. Pure and quick: it runs on the phone too.
 */
import { gramId } from "../learning/features.ts";
import { GAP, READ_AT_MOST, readLetters } from "../learning/letters.ts";

/** A text made ready to be compared: different grams in rising order, each with its weight; length 1 as a vector. */
export interface Print {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  /** Numbers that name a thing: house, pole, route (3号楼 is not 5号楼). */
  readonly numbers: ReadonlySet<string>;
}

/** What a single character tells beside a pair of them. */
const SINGLE = 0.35;

/** Characters of the frame around what a complaint is about, and of grammar. */
const FRAME = new Set(
  "的了在是有和就都也很我你他们这那个一上下来去到说要会着没看好得请望希尽快速反映诉求部门有关相处理解决核实市民群众来电话您谢麻烦为还把被让给等吗呢吧啊其",
);

const FRAME_WEIGHT = 0.15;

export function printOf(text: string): Print {
  const letters = new Uint16Array(READ_AT_MOST + 2);
  const length = readLetters(text, letters);
  const weightById = new Map<number, number>();
  const add = (id: number, weight: number) => weightById.set(id, Math.max(weightById.get(id) ?? 0, weight));
  for (let at = 0; at < length; at++) {
    const first = letters[at] ?? GAP;
    const second = letters[at + 1] ?? GAP;
    if (first === GAP) continue;
    add(gramId(first, 0), SINGLE * worth(first));
    if (second !== GAP) add(gramId(first, second), Math.max(FRAME_WEIGHT, worth(first) * worth(second)));
  }
  return packed(weightById, numbersIn(text));
}

/** 0 nothing in common … 1 the same words. An empty text is like no other. */
export function likeness(a: Print, b: Print): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length;) {
    const left = a.ids[i] ?? 0;
    const right = b.ids[j] ?? 0;
    if (left === right) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (left < right) i++;
    else j++;
  }
  return Math.min(1, sum);
}

/** Both name a thing by number, and no number is the same. */
export function numbersDiffer(a: Print, b: Print): boolean {
  if (a.numbers.size === 0 || b.numbers.size === 0) return false;
  return [...a.numbers].every((number) => !b.numbers.has(number));
}

function packed(weightById: ReadonlyMap<number, number>, numbers: ReadonlySet<string>): Print {
  const ids = Int32Array.from(weightById.keys()).sort();
  const weights = Float32Array.from(ids, (id) => weightById.get(id) ?? 0);
  const size = Math.hypot(...weights);
  if (size > 0) for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) / size;
  return { ids, weights, numbers };
}

function worth(letter: number): number {
  return FRAME.has(String.fromCharCode(letter)) ? FRAME_WEIGHT : 1;
}

/** 3号楼, 12栋, 5路, 2单元: a number with what it counts; times, dates and amounts name no thing. */
function numbersIn(text: string): ReadonlySet<string> {
  const found = text.matchAll(/(\d{1,4})\s*(号楼|栋|幢|单元|号院|号门|号杆|号井|路公交|号线)/gu);
  return new Set([...found].map(([, number, thing]) => `${Number(number)}${thing}`));
}
