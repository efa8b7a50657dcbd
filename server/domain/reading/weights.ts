/**
 * What each word of the taxonomy says for each item: character grams of one to three, and keywords whole, weighed by
 * where they stand (a keyword more than a filing condition) and by how few items share them.
 */
import type { ItemWords } from "./itemWords.ts";
import { plantTrie, type Trie } from "./trie.ts";

/** Weights by node of the trie: those of node n are at `from[n]` … `from[n + 1] - 1`. */
export interface Weights {
  readonly trie: Trie;
  /** Characters of the longest word. */
  readonly longest: number;
  readonly from: Int32Array;
  readonly items: Uint8Array;
  readonly values: Float32Array;
}

/** How often a word counts for standing in … Chosen, like all numbers here, on phrases left out one by one. */
const FIELD = { name: 2, keyword: 24, phrase: 1, condition: 0.8 };

/** By the word's characters: one says little, two most of what there is to say. */
const LENGTH = [0, 0.45, 1, 0.7, 1.4];

const LONGEST_GRAM = 3;

/** A part of a keyword counts by its share to this power: 电动车 is not yet 电动车上楼. The whole counts several times. */
const PART = 1.5;
const WHOLE = 4;

/** Power of rarity: how much more a word says that one item has alone than one that many share. */
const RARITY = 1.4;

/** Power by which items with much text are held back. */
const EVENNESS = 0.3;

/** Words of complaints, places and times that say nothing about the matter. */
export const EMPTY_WORDS = new Set(
  (
    "问题 反映 联系 来电 电话 工作 人员 部门 有关 相关 解决 处理 要求 希望 通知 没有 现在 " +
    "时候 可以 需要 认为 怎么 什么 这个 那个 我们 他们 他说 一个 几个 已经 一直 还是 就是 " +
    "不能 影响 严重 核实 回复 咨询 是否 如何 进行 告知 表示 目前 之前 当时 前往 附近 位于 " +
    "市民 居民 群众 公司 单位 中心 多次 长期 导致 造成 " +
    "小区 门口 路口 路段 旁边 对面 村里 家里 我家 晚上 有人 好几 几天 三天 这里 那里 到处 里面 上面 下面 前面 后面"
  ).split(" "),
);

interface Row {
  readonly items: number[];
  readonly values: number[];
}

/** @throws when there are more than 255 items: a longer list needs wider numbers here. */
export function weigh(items: readonly ItemWords[]): Weights {
  if (items.length > 255) throw new Error(`Got ${items.length} items when at most 255 were expected`);
  const rows = new Map<string, Row>();
  for (const [at, item] of items.entries()) gather(countWords(item), at, rows);
  for (const [word, row] of rows) weighRow(word, row, items.length);
  even([...rows.values()], items.length);
  return packed(rows);
}

function countWords(item: ItemWords): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  addGrams(item.name, FIELD.name, counts);
  for (const keyword of item.keywords) addKeyword(keyword, counts);
  for (const phrase of item.phrases) addGrams(phrase, FIELD.phrase, counts);
  for (const { fileWhen } of item.conditions) addGrams(fileWhen, FIELD.condition, counts);
  return counts;
}

function addKeyword(keyword: string, counts: Map<string, number>): void {
  for (let length = 1; length <= Math.min(LONGEST_GRAM, keyword.length); length++)
    for (let at = 0; at + length <= keyword.length; at++)
      add(keyword.slice(at, at + length), FIELD.keyword * (length / keyword.length) ** PART, counts);
  add(keyword, FIELD.keyword * WHOLE, counts);
}

function addGrams(text: string, weight: number, counts: Map<string, number>): void {
  for (const clause of text.split(/[^\p{L}\p{N}]+/u)) {
    for (let length = 1; length <= LONGEST_GRAM; length++)
      for (let at = 0; at + length <= clause.length; at++) add(clause.slice(at, at + length), weight, counts);
  }
}

function add(word: string, weight: number, counts: Map<string, number>): void {
  counts.set(word, (counts.get(word) ?? 0) + weight);
}

function gather(counts: ReadonlyMap<string, number>, item: number, rows: Map<string, Row>): void {
  for (const [word, count] of counts) {
    if (EMPTY_WORDS.has(word)) continue;
    let row = rows.get(word);
    if (row === undefined) rows.set(word, (row = { items: [], values: [] }));
    row.items.push(item);
    row.values.push(Math.log1p(count));
  }
}

function weighRow(word: string, { values }: Row, total: number): void {
  const holders =
    values.reduce((sum, value) => sum + value, 0) / values.reduce((most, value) => Math.max(most, value), 0);
  const rarity = (Math.log((total + 1) / holders) / Math.log(total + 1)) ** RARITY;
  const factor = rarity * (LENGTH[Math.min(word.length, LENGTH.length - 1)] ?? 1);
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) * factor;
}

/** An item described at length must not win by length alone. */
function even(rows: readonly Row[], total: number): void {
  const squares = new Float64Array(total);
  for (const { items, values } of rows)
    for (const [at, item] of items.entries()) squares[item] = (squares[item] ?? 0) + (values[at] ?? 0) ** 2;
  const mean = Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / total);
  const factors = squares.map((square) => (Math.sqrt(square) / mean) ** -EVENNESS);
  for (const { items, values } of rows)
    for (const [at, item] of items.entries()) values[at] = (values[at] ?? 0) * (factors[item] ?? 1);
}

function packed(rows: ReadonlyMap<string, Row>): Weights {
  const words = [...rows.keys()];
  const { trie, ends } = plantTrie(words);
  const rowByNode: (Row | undefined)[] = Array.from({ length: trie.size });
  for (const [at, row] of [...rows.values()].entries()) rowByNode[ends[at] ?? 0] = row;
  const from = new Int32Array(trie.size + 1);
  for (let node = 0; node < trie.size; node++)
    from[node + 1] = (from[node] ?? 0) + (rowByNode[node]?.items.length ?? 0);
  const items = new Uint8Array(from[trie.size] ?? 0);
  const values = new Float32Array(items.length);
  for (let node = 0; node < trie.size; node++) {
    items.set(rowByNode[node]?.items ?? [], from[node]);
    values.set(rowByNode[node]?.values ?? [], from[node]);
  }
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0);
  return { trie, longest, from, items, values };
}
