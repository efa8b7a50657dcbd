/** 拆分建议: where a text that tells of several matters comes apart. A person corrects it; nothing is split by itself. */

/** 1、 2. ③ (四) 一是 …: a list that the writer numbered. */
const NUMBERED =
  /(?:^|[\s，。；,;：:])(?:\d{1,2}[、.．)）]|[①-⑩]|[(（][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九]是|第[一二三四五六]|其[一二三四五])/gu;

/** Words with which a second matter begins. */
const FURTHER = /[，。；,;]\s*(?=(?:另外|还有|此外|再就是|同时还|再一个|顺便))/gu;

const SHORTEST = 5;
const MOST = 8;

/** @returns at least two parts, or none when the text does not come apart by itself. */
export function proposeParts(text: string): readonly string[] {
  const numbered = apart(text, NUMBERED);
  const parts = numbered.length >= 2 ? numbered : apart(text, FURTHER);
  return parts.length >= 2 && parts.length <= MOST ? parts : [];
}

/** What stands before the first number only introduces the list. */
function apart(text: string, mark: RegExp): readonly string[] {
  const pieces = text
    .split(mark)
    .map((piece) => piece.replaceAll(/^[\s，。；、,;：:]+|[\s，。；、,;：:]+$/gu, ""));
  const told = mark === NUMBERED && pieces.length > 2 ? pieces.slice(1) : pieces;
  return told.filter((piece) => piece.length >= SHORTEST);
}
