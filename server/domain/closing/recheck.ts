/**
 * 随机复查: a neighbouring grid worker looks again at a share of what was checked, and at every complaint. Which cases
 * and whose turn follows from the case and the county's seed alone, so the draw can be repeated and bought by nobody.
 */
import type { Case } from "../case.ts";
import { rulesOf, withRules } from "../caseRules.ts";
import type { Instant } from "../time.ts";
import type { World } from "../world.ts";
import type { ClosingRules } from "./closingRules.ts";

export interface Recheck {
  /** The neighbouring cell, or the efficiency centre where a cell has no neighbour. */
  readonly unit: string;
  /** Account that checked first: may not look again. */
  readonly first: string;
  readonly askedAt: Instant;
  /** What the second look found; null until it was taken. */
  readonly solved: boolean | null;
  readonly by: string | null;
  readonly at: Instant | null;
}

/** Drawn by the number that everybody can read. */
type Drawn = Pick<Case, "number" | "channel" | "rules">;

export function isDrawn(found: Drawn, { recheck }: ClosingRules): boolean {
  const { reopens, rectifications } = rulesOf(found);
  const isBack = reopens > 0 || rectifications > 0;
  if (recheck.channels.includes(found.channel) || (recheck.broughtBack && isBack)) return true;
  return chanceOf(`${recheck.seed}:${found.number}`) < recheck.share;
}

/** What a passed check asks for; a result of an earlier round stands in the record and gives way to the new task. */
export function askRecheck(found: Case, first: string, world: World): Partial<Pick<Case, "rules">> {
  const rules = world.reference.closing;
  if (!isDrawn(found, rules))
    return rulesOf(found).recheck === null ? {} : withRules(found, { recheck: null });
  const unit = recheckerOf(found, world);
  const recheck: Recheck = { unit, first, askedAt: world.now, solved: null, by: null, at: null };
  return withRules(found, { recheck });
}

/** Is a second look still owed? */
export function isRecheckOwed(found: Pick<Case, "rules">): boolean {
  const { recheck } = rulesOf(found);
  return recheck !== null && recheck.solved === null;
}

/** The check said solved, the second look says not. */
export function disagrees(found: Pick<Case, "rules">): boolean {
  return rulesOf(found).recheck?.solved === false;
}

function recheckerOf({ number, cellCode }: Case, { neighbours, reference }: World): string {
  const near = cellCode === null ? [] : (neighbours?.(cellCode) ?? []);
  const turn = Math.floor(chanceOf(`${number}:turn`) * near.length);
  return near[turn] ?? reference.superviseUnit;
}

/** 0 … 1, the same for the same words everywhere (FNV-1a, then mixed so that the last letters count). */
export function chanceOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
