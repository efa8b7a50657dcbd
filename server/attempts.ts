/**
 * Limits on guessing: so many misses of a key within a time, kept in the database so that a restart forgives nobody.
 * Attempts under way count as misses until they are known, so that many at once do not slip through.
 */
import { createHash } from "node:crypto";
import type { Deps } from "./deps.ts";
import { HOUR, MINUTE } from "./domain/time.ts";

export interface Limit {
  readonly key: string;
  readonly most: number;
  readonly withinMs: number;
  /** Reached, it makes attempts wait instead of refusing them. */
  readonly slows?: boolean;
}

export interface Attempts {
  /**
   * Runs `attempt` unless one of the limits is reached; a `null` from it is a miss.
   * @returns "tooMany" when it was not even tried.
   */
  guard<T>(limits: readonly Limit[], attempt: () => Promise<T | null>): Promise<T | null | "tooMany">;
}

export function createAttempts({ store, clock, live }: Pick<Deps, "store" | "clock" | "live">): Attempts {
  const underWay = new Map<string, number>();
  const shift = (limits: readonly Limit[], by: number) => {
    for (const { key } of limits) {
      const count = (underWay.get(key) ?? 0) + by;
      if (count === 0) underWay.delete(key);
      else underWay.set(key, count);
    }
  };

  async function isFull(limit: Limit): Promise<boolean> {
    const misses = await store.people.failures(sealed(limit.key), clock.now() - limit.withinMs);
    return misses + (underWay.get(limit.key) ?? 0) > limit.most;
  }

  return {
    async guard(limits, attempt) {
      shift(limits, 1);
      try {
        for (const limit of limits) {
          if (!(await isFull(limit))) continue;
          if (!limit.slows) return "tooMany";
          await live.pause(SLOWED);
        }
        const result = await attempt();
        if (result === null) {
          for (const { key } of limits) await store.people.noteFailure(sealed(key), clock.now());
        }
        return result;
      } finally {
        shift(limits, -1);
      }
    },
  };
}

/**
 * 5 misses of an account from one address in 5 minutes, 30 of an address in a minute. An account that many addresses try
 * is slowed down, not locked: a stranger's guesses must not keep its owner out.
 */
export function signInLimits(username: string, address: string): readonly Limit[] {
  return [
    { key: `account:${username} ${address}`, most: 5, withinMs: 5 * MINUTE },
    { key: `account:${username}`, most: 20, withinMs: HOUR, slows: true },
    { key: `address:${address}`, most: 30, withinMs: MINUTE },
  ];
}

/** Coming back from the county's identity provider with something that does not fit: 30 of an address in a minute. */
export function issuerLimits(address: string): readonly Limit[] {
  return [{ key: `address:${address}`, most: 30, withinMs: MINUTE }];
}

/** How long an attempt waits at an account that was tried so often: nobody waits longer than this. */
const SLOWED = 3000;

/** Walking through case numbers or the last digits of a phone: 20 misses of an address, 10 of a case, in 10 minutes. */
export function progressLimits(number: string, address: string): readonly Limit[] {
  return [
    { key: `progress:${address}`, most: 20, withinMs: 10 * MINUTE },
    { key: `progress:${number}`, most: 10, withinMs: 10 * MINUTE },
  ];
}

/** Names people typed are not kept as they are: somebody types a password there one day. */
function sealed(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
