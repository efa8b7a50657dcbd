/** Server time on this device: the phone's own clock is not trusted, only its ticking. One signal for all countdowns. */
import { computed, signal } from "@preact/signals";
import type { Instant } from "../../server/domain/time.ts";
import type { Resource } from "./resource.ts";

/** A minute is the grain of every countdown; half of it keeps the error under one. */
const TICK = 15_000;

const offset = signal(0);
const tick = signal(Date.now());

/** Now, by the server's clock. Reading it in JSX redraws with every tick. */
export const now = computed<Instant>(() => tick.value + offset.value);

/** Takes over the time that came with an answer. */
export function learnTime(serverNow: Instant): void {
  const difference = serverNow - Date.now();
  // Less than two seconds is the way through the network, not a wrong clock.
  if (Math.abs(difference - offset.peek()) > 2000) offset.value = difference;
  tick.value = Date.now();
}

/** Whatever tells the server's time with its answer. */
export type Timed = Omit<Resource<{ readonly now: Instant }>, "put">;

/** Asks again, and takes over the time of the answer. */
export async function loadTimed(resource: Timed): Promise<void> {
  await resource.load();
  const time = resource.value.peek()?.now;
  if (time !== undefined) learnTime(time);
}

export function startTicking(): () => void {
  const timer = setInterval(() => (tick.value = Date.now()), TICK);
  return () => clearInterval(timer);
}
