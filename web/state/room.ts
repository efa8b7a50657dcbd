/** How much room the device leaves to this site. */

/** Less than this holds no three reports with photos. */
const LEAST = 20 * 1024 * 1024;

/** @returns megabytes that are left where it is getting tight; null while there is enough, or nobody can tell. */
export async function tightRoom(): Promise<number | null> {
  const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  if (usage === undefined || quota === undefined) return null;
  const left = quota - usage;
  return left < LEAST ? Math.max(0, Math.floor(left / 1_048_576)) : null;
}
