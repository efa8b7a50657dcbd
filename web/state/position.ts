/**
 * Where the phone is: warmed up as soon as the form opens, refined while it stays open. A rough fix is said in words
 * and never blocks; a pin set by hand ends the listening.
 */
import { signal } from "@preact/signals";
import { reportWords } from "../reportWords.ts";

export interface Fix {
  readonly lng: number;
  readonly lat: number;
  /** Radius in metres. */
  readonly accuracy: number;
}

export type PositionState = "off" | "searching" | "found" | "denied" | "unavailable" | "insecure";

/** After this long without an exact fix the best one so far is taken. */
const WARM_UP = 20_000;
const GOOD_ENOUGH = 8;

export function createPosition() {
  const state = signal<PositionState>("off");
  const best = signal<Fix | null>(null);
  /** Seconds since it began to look; stands still once it has found something. */
  const seconds = signal(0);
  let watch: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;

  function start(): void {
    stop();
    best.value = null;
    if (!("geolocation" in navigator) || !isSecureContext) {
      state.value = "geolocation" in navigator ? "insecure" : "unavailable";
      return;
    }
    state.value = "searching";
    watch = navigator.geolocation.watchPosition(take, fail, { enableHighAccuracy: true, maximumAge: 5000 });
    timer = setTimeout(settle, WARM_UP);
    seconds.value = 0;
    ticking = setInterval(() => seconds.value++, 1000);
  }

  function stop(): void {
    clearTimeout(timer);
    clearInterval(ticking);
    if (watch !== null) navigator.geolocation.clearWatch(watch);
    watch = null;
  }

  function take({ coords }: GeolocationPosition): void {
    const fix = { lng: coords.longitude, lat: coords.latitude, accuracy: Math.round(coords.accuracy) };
    best.value = better(best.peek(), fix);
    state.value = "found";
    clearInterval(ticking);
    if (fix.accuracy <= GOOD_ENOUGH) stop();
  }

  function fail(error: GeolocationPositionError): void {
    if (best.peek() === null) state.value = error.code === error.PERMISSION_DENIED ? "denied" : "unavailable";
  }

  function settle(): void {
    if (best.peek() === null) state.value = "unavailable";
    else stop();
  }

  return { state, best, seconds, start, stop };
}

export function better(old: Fix | null, fresh: Fix): Fix {
  return old !== null && old.accuracy < fresh.accuracy ? old : fresh;
}

const tones = ["good", "fair", "rough"] as const;

/** ≤ 15 m 准确; ≤ 50 可用; ≤ 100 偏差较大; beyond that the person is asked to point at the map. */
export function accuracyWords(metres: number): {
  readonly text: string;
  readonly tone: (typeof tones)[number] | "bad";
} {
  const { accuracy } = reportWords;
  const step = accuracy.steps.findIndex(([limit]) => metres <= limit);
  return {
    text: accuracy.of(accuracy.steps[step]?.[1] ?? accuracy.bad, metres),
    tone: tones[step] ?? "bad",
  };
}

/** Nobody counts the first ten seconds; after them it is said how long one has waited. */
const SAID_AFTER = 10;

export function waitedWords(seconds: number): string {
  return seconds <= SAID_AFTER ? "" : reportWords.waited(seconds);
}
