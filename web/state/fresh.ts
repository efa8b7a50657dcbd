/** 新变化: cases that others changed while a list was open; their rows bear a dot until somebody looks at them here. */
import { signal } from "@preact/signals";
import type { CaseNews } from "./live.ts";

/** The version that is news, by case. */
export const fresh = signal<ReadonlyMap<string, number>>(new Map());

/** More rows than that nobody has open; the oldest news go first. */
const MOST = 200;

export function noteChanged({ id, version }: CaseNews): void {
  // Nobody knows which ones they were
  if (version < 0) return;
  const known = [...fresh.peek()].filter(([other]) => other !== id);
  fresh.value = new Map([...known, [id, version] as const].slice(-MOST));
}

/** It was looked at, or this very person did it: news up to this version are none. */
export function noteSeen(id: string, version: number): void {
  const news = fresh.peek().get(id);
  if (news === undefined || news > version) return;
  fresh.value = new Map([...fresh.peek()].filter(([other]) => other !== id));
}
