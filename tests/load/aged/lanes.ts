/** Names for 1,600 lanes, so that some words are in one case of 1,600 and no more. */
const [beginnings, endings] = [
  "桂柳槐杏梅松竹兰荷菊枫桐榆柏桃李枣梨柿葵莲苇芦茶棉麦稻豆榴樱楝椿楠栗柞椴杉檀柚橘",
  "湾塘沟坡岭崖滩洼坪埠屯寨堡园圃坞桥渡闸堰井泉潭池溪涧峪峰岗梁塬坝垛垄畈垸圩岙冲坳",
] as const;

/** `（桂湾巷37号旁）` @param next 0 ≤ x < 1 */
export function lane(next: () => number): string {
  const pick = (letters: string) => letters.charAt(Math.floor(next() * letters.length));
  return `（${pick(beginnings)}${pick(endings)}巷${1 + Math.floor(next() * 199)}号旁）`;
}
