/** One thing in memory that is read again when the database says that it was written since (decision 0034). */

/**
 * @param mark asked before every answer: equal marks say that nothing was written, by this process or by another.
 * @param read asked only when the mark has moved. What it answers is shared and must not be changed.
 */
export function holding<Value>(
  mark: () => Promise<number>,
  read: () => Promise<Value>,
): () => Promise<Value> {
  let held: { readonly mark: number; readonly value: Value } | null = null;
  return async () => {
    // The mark first: what is written between the two is read once more the next time, never missed
    const now = await mark();
    if (held === null || held.mark !== now) held = { mark: now, value: await read() };
    return held.value;
  };
}
