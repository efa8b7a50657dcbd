import { type Instant, wallClock } from "../domain/time.ts";

/** `20261120-083015`: Chinese wall clock to the second, for names of files. */
export function stampOf(at: Instant): string {
  const second = String(Math.floor(at / 1000) % 60).padStart(2, "0");
  return `${wallClock(at).replace(/[-:]/g, "").replace(" ", "-")}${second}`;
}
