/** How far ahead of a moving map to paint: where its view will be once the painting is done. Pure; times in milliseconds. */

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Lead {
  /** Told where the corner of the view is whenever it moved. */
  readonly moved: (corner: Spot, at: number) => void;
  /** How far the view will go from `at` in so long, at most `most` either way; nowhere where it stands. */
  readonly after: (wait: number, at: number, most: Spot) => Spot;
}

/** Of so long the speed is taken; what has not moved for so long stands. */
const WATCHED = 100;

export function createLead(): Lead {
  let seen: readonly (Spot & { readonly at: number })[] = [];
  const recent = (now: number) => seen.filter(({ at }) => now - at <= WATCHED);
  return {
    moved({ x, y }, at) {
      seen = [...recent(at), { x, y, at }];
    },
    after(wait, at, most) {
      const [first, last] = [recent(at)[0], recent(at).at(-1)];
      if (!first || !last || last.at === first.at) return { x: 0, y: 0 };
      const share = wait / (last.at - first.at);
      return {
        x: within(most.x, (last.x - first.x) * share),
        y: within(most.y, (last.y - first.y) * share),
      };
    },
  };
}

function within(most: number, way: number): number {
  return Math.round(Math.min(most, Math.max(-most, way)));
}
