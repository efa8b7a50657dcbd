/**
 * A regular expression as positions and the ways between them (Glushkov): each letter that the expression can eat is a
 * position, and a way is kept as often as the expression holds it, so that two ways over the same letter are seen.
 */

/** Which letters of the sample a position eats. */
type Letters = ReadonlySet<number>;

export interface Automaton {
  readonly letters: readonly Letters[];
  /** From position to position; the same pair twice where two ways lead there. */
  readonly ways: readonly (readonly [from: number, to: number])[];
}

interface Piece {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
}

const empty: Piece = { first: [], last: [], nullable: true };

/** Counted repetition is unrolled this far: two ways through it show after two rounds. */
const ROUNDS = 3;

/** Beside the letters that the expression itself names. */
const SAMPLE = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...Array.from(
    "éßñΩжא中一二两三十百千万年月日号路县镇村〇零甲你。，、：；！？（）“”　０９ＡＺａｚ￥\u00a0\u200b\u2028\ufeff\ud800😀",
  ),
];

const HIGHEST_COUNT = Number.POSITIVE_INFINITY;

/** @throws for what this reader does not know: such an expression has to be looked at by a person. */
export function automatonOf(source: string, flags: string): Automaton {
  const sample = [...new Set([...SAMPLE, ...Array.from(source)])];
  const letters: Letters[] = [];
  const ways: (readonly [number, number])[] = [];
  let at = 0;

  alternatives();
  if (at !== source.length) throw new Error(`Not understood at ${at}: ${source}`);
  return { letters, ways };

  function alternatives(): Piece {
    let all = sequence();
    while (source[at] === "|") {
      at += 1;
      const next = sequence();
      all = {
        first: [...all.first, ...next.first],
        last: [...all.last, ...next.last],
        nullable: all.nullable || next.nullable,
      };
    }
    return all;
  }

  function sequence(): Piece {
    let all = empty;
    while (at < source.length && source[at] !== "|" && source[at] !== ")") all = joined(all, repeated());
    return all;
  }

  function repeated(): Piece {
    const begin = at;
    const piece = atom();
    const text = source.slice(begin, at);
    const [least, most] = count();
    if (least === 1 && most === 1) return piece;
    if (most === 0) return empty;
    if (most === 1) return { ...piece, nullable: true };
    if (most === HIGHEST_COUNT && least <= 1) return looped(piece, least === 0);
    return unrolled(text, piece, { least, most });
  }

  /** `x{2,}` as `x x x*`, `x{0,2}` as `(x x?)?`: never in two ways where the expression has one. */
  function unrolled(text: string, piece: Piece, { least, most }: { least: number; most: number }): Piece {
    const isOpen = most === HIGHEST_COUNT;
    let all = isOpen ? looped(again(text), true) : empty;
    for (let round = Math.min(ROUNDS, isOpen ? least : most) - 1; round >= 0; round -= 1) {
      const one = joined(round === 0 ? piece : again(text), all);
      all = { ...one, nullable: one.nullable || round >= least };
    }
    return all;
  }

  /** The same atom once more, with positions of its own. */
  function again(text: string): Piece {
    const here = at;
    at = source.indexOf(text);
    const piece = atom();
    at = here;
    return piece;
  }

  function looped(piece: Piece, nullable: boolean): Piece {
    connect(piece.last, piece.first);
    return { ...piece, nullable: nullable || piece.nullable };
  }

  function joined(one: Piece, other: Piece): Piece {
    connect(one.last, other.first);
    return {
      first: one.nullable ? [...one.first, ...other.first] : one.first,
      last: other.nullable ? [...one.last, ...other.last] : other.last,
      nullable: one.nullable && other.nullable,
    };
  }

  function connect(from: readonly number[], to: readonly number[]): void {
    for (const one of from) for (const other of to) ways.push([one, other]);
  }

  function count(): readonly [number, number] {
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at));
    if (found === null) return [1, 1];
    at += found[0].length;
    const [, sign, least, comma, most] = found;
    if (sign !== undefined) return [sign === "+" ? 1 : 0, sign === "?" ? 1 : HIGHEST_COUNT];
    if (comma === "") return [Number(least), Number(least)];
    return [Number(least), most === "" ? HIGHEST_COUNT : Number(most)];
  }

  function atom(): Piece {
    const rest = source.slice(at);
    if (rest[0] === "(") return group();
    // Places eat nothing; what a group has found is eaten in one way
    const place = /^(?:[\^$]|\\[bB1-9])/.exec(rest);
    if (place !== null) {
      at += place[0].length;
      return empty;
    }
    const [text] =
      /^(?:\[\^?(?:\\[\s\S]|[^\]\\])*\]|\\[pPu]\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[\s\S]|[\s\S])/u.exec(
        rest,
      ) ?? [];
    if (text === undefined || text === "\\k") throw new Error(`Not understood: ${rest}`);
    at += text.length;
    return letter(text);
  }

  function group(): Piece {
    const head = /^\((?:\?(?::|=|!|<=|<!|<[A-Za-z]\w*>))?/.exec(source.slice(at))?.[0] ?? "(";
    at += head.length;
    const inner = alternatives();
    if (source[at] !== ")") throw new Error(`Not closed: ${source}`);
    at += 1;
    // A look ahead or behind is walked through by itself, its loops with it; it eats nothing
    return /^\(\?(?:=|!|<=|<!)/.test(head) ? empty : inner;
  }

  function letter(text: string): Piece {
    const one = new RegExp(`^${text}$`, flags.replace(/[gy]/g, ""));
    letters.push(new Set(sample.flatMap((char, index) => (one.test(char) ? [index] : []))));
    const position = letters.length - 1;
    return { first: [position], last: [position], nullable: false };
  }
}
