/** Numbers as people write them: 3, ３, 三, 十二, 两百; and those that leave a range: 两三, 十几, 二十多, 好几. */
export interface Amount {
  readonly least: number;
  readonly most: number;
}

export const NUMERAL = String.raw`(?:[\d０-９]{1,4}|[零〇一二两三四五六七八九十百廿]{1,6})`;

/** What a number can begin with. */
export const NUMERAL_BEGINS = "0123456789０１２３４５６７８９零〇一二两三四五六七八九十百廿";

/** What an amount can begin with. */
export const AMOUNT_BEGINS = `${NUMERAL_BEGINS}好几大半`;

/** As it stands before a unit of time. 半 and 大半 count parts of it. */
export const AMOUNT = String.raw`(?:好?几十?|大?半|${NUMERAL}[几多来]?)`;

/** 几天 is more than two and less than ten. */
const FEW: Amount = { least: 3, most: 9 };

const DIGITS = "零一二三四五六七八九";

/** @returns null for what is no whole number up to 9,999. */
export function integerOf(words: string): number | null {
  const narrow = words.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d{1,4}$/.test(narrow)) return Number(narrow);
  const even = narrow.replaceAll("两", "二").replaceAll("〇", "零").replaceAll("廿", "二十");
  const parts = /^(?:([一-九])百)?零?(?:([一二三四五六七八九]?)(十))?([零一二三四五六七八九])?$/u.exec(even);
  if (even === "" || parts === null) return null;
  const [, hundreds = "", tens = "", ten = "", ones = ""] = parts;
  const tensCount = ten === "" ? 0 : tens === "" ? 1 : digit(tens);
  return (hundreds === "" ? 0 : digit(hundreds)) * 100 + tensCount * 10 + (ones === "" ? 0 : digit(ones));
}

/** @returns null for words that are no number. */
export function amountOf(words: string): Amount | null {
  if (/^好?几$/u.test(words)) return FEW;
  if (/^好?几十$/u.test(words)) return { least: 20, most: 99 };
  if (words === "半") return { least: 0.5, most: 0.5 };
  if (words === "大半") return { least: 0.5, most: 1 };
  return neighbours(words) ?? rounded(words);
}

/** 两三, 十五六: two digits that follow each other. */
function neighbours(words: string): Amount | null {
  const parts = /^(.*)([一二两三四五六七八九])([一二三四五六七八九])$/u.exec(words);
  const [, before = "", low = "", high = ""] = parts ?? [];
  const [least, most] = [integerOf(before + low), integerOf(before + high)];
  const follow = parts !== null && (before === "" || before.endsWith("十"));
  return follow && least !== null && most === least + 1 ? { least, most } : null;
}

/** 十几, 二十多: up to the next round number; 三天多 is left to the unit. */
function rounded(words: string): Amount | null {
  const isMore = /[几多来]$/u.test(words);
  const number = integerOf(isMore ? words.slice(0, -1) : words);
  if (number === null || !isMore) return number === null ? null : { least: number, most: number };
  if (number < 10 || number % 10 !== 0) return null;
  return { least: number + 1, most: number + (number % 100 === 0 ? 99 : 9) };
}

function digit(word: string): number {
  return DIGITS.indexOf(word);
}
