/**
 * Which filing condition (立案条件) of an item a text speaks of: the one whose words it shares, each weighed by how few of
 * the item's other conditions have it too. A hint for whoever files; nothing is chosen by it.
 */
interface Worded {
  readonly code: string;
  readonly fileWhen: string;
}

/** A pair of characters tells more than a single one. */
const PAIR = 1;
const SINGLE = 0.25;

/** Less than one pair shared with this condition alone is no hint, nor is a lead smaller than this share. */
const LEAST = 1;
const LEAD = 1.25;

/** @returns the condition's code; null when none or several fit. */
export function suggestCondition(conditions: readonly Worded[], text: string): string | null {
  const grams = conditions.map(({ fileWhen }) => gramsOf(fileWhen));
  const scores = grams.map((own) => {
    const shared = [...own].filter((gram) => text.includes(gram));
    const score = shared.reduce((sum, gram) => {
      const holders = grams.filter((other) => other.has(gram)).length;
      return sum + (gram.length > 1 ? PAIR : SINGLE) * (1 - (holders - 1) / grams.length);
    }, 0);
    // 困人, said whole, is more than 电梯 out of 老旧电梯更新.
    return score < LEAST ? 0 : score * Math.sqrt(shared.length / own.size);
  });
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const [first = 0, second = 0] = order.map((at) => scores[at] ?? 0);
  return first > 0 && first >= second * LEAD ? (conditions[order[0] ?? 0]?.code ?? null) : null;
}

function gramsOf(words: string): ReadonlySet<string> {
  const clauses = words.split(/[^\p{Script=Han}]+/u);
  const grams = new Set<string>();
  for (const clause of clauses)
    for (let at = 0; at < clause.length; at++) {
      grams.add(clause.charAt(at));
      if (at + 1 < clause.length) grams.add(clause.slice(at, at + 2));
    }
  return grams;
}
