/**
 * Waits for everything that was begun, also when some of it fails, and then throws the first failure: whoever hears that
 * a batch went wrong may rely on nothing of it being stored any more behind their back.
 */
export async function allDone<T>(begun: readonly Promise<T>[]): Promise<readonly T[]> {
  const ends = await Promise.allSettled(begun);
  return ends.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
}
