/** What this person reports most, counted on the device: the first categories to offer. */
const KEPT = "huying.frequent";
const SHOWN = 9;

type Uses = Readonly<Record<string, number>>;

export function noteUse(itemCode: string | null): void {
  if (itemCode === null) return;
  const uses = readUses();
  localStorage.setItem(KEPT, JSON.stringify({ ...uses, [itemCode]: (uses[itemCode] ?? 0) + 1 }));
}

/** Most used first, filled up with what grid workers report most anyway. */
export function frequentItems(uses: Uses, usual: readonly string[]): readonly string[] {
  const own = Object.keys(uses).sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0));
  return [...new Set([...own, ...usual])].slice(0, SHOWN);
}

export function readUses(): Uses {
  const text = localStorage.getItem(KEPT);
  return text === null ? {} : (JSON.parse(text) as Uses);
}
