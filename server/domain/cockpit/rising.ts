/** 近期上升: matters of which more is reported than before. */

export interface Growth {
  readonly code: string;
  readonly reported: number;
  readonly before: number;
}

/**
 * @param counts by code, of these days and of as many before.
 * @returns those that grew, the largest growth first; fewer than `least` reports are chance, not growth.
 */
export function rising(
  counts: { readonly now: ReadonlyMap<string, number>; readonly before: ReadonlyMap<string, number> },
  { least, most }: { readonly least: number; readonly most: number },
): readonly Growth[] {
  return [...counts.now]
    .map(([code, reported]) => ({ code, reported, before: counts.before.get(code) ?? 0 }))
    .filter(({ reported, before }) => reported >= least && reported > before)
    .sort(
      (a, b) =>
        b.reported - b.before - (a.reported - a.before) ||
        b.reported - a.reported ||
        (a.code < b.code ? -1 : 1),
    )
    .slice(0, most);
}
