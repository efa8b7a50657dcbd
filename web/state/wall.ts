/** Wall mode as it stands in the address: `?wall=1&rotate=30&refresh=60`. Pure. */

export const faces = ["whole", "townships", "units", "hot"] as const;
export type Face = (typeof faces)[number];

export interface Wall {
  readonly isOn: boolean;
  /** Seconds that each face is shown; null: only the first. */
  readonly rotate: number | null;
  /** Seconds between two questions to the server. */
  readonly refresh: number;
  /** What stands in the address and is no number of seconds. */
  readonly faults: readonly { readonly name: string; readonly got: string; readonly used: number }[];
}

const ROTATE = 30;
const REFRESH = 60;
const SHORTEST = 10;
const LONGEST = 3600;

export function readWall(query: Readonly<Record<string, string>>): Wall {
  const isOn = query["wall"] === "1";
  const rotate = secondsOf("rotate", query["rotate"], ROTATE);
  const refresh = secondsOf("refresh", query["refresh"], REFRESH);
  return {
    isOn,
    rotate: isOn && query["rotate"] !== undefined ? rotate.seconds : null,
    refresh: refresh.seconds,
    faults: [...rotate.faults, ...refresh.faults],
  };
}

function secondsOf(name: string, got: string | undefined, used: number) {
  if (got === undefined) return { seconds: used, faults: [] };
  const seconds = /^\d{1,4}$/.test(got) ? Number(got) : 0;
  if (seconds >= SHORTEST && seconds <= LONGEST) return { seconds, faults: [] };
  return { seconds: used, faults: [{ name, got, used }] };
}

export function nextFace(face: Face): Face {
  return faces[(faces.indexOf(face) + 1) % faces.length] ?? "whole";
}

/** Older figures are said to be old, on the wall above all: nobody looks at the clock beside them. */
const STALE_AFTER = 3 * 60_000;

/** Whole minutes since the figures were counted; null while they are fresh. */
export function staleMinutes(figures: { readonly now: number }, now: number): number | null {
  const age = now - figures.now;
  return age > STALE_AFTER ? Math.floor(age / 60_000) : null;
}
