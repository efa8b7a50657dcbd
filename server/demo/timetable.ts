/** What comes next: a queue by instant (binary heap), first come first served where instants are equal. */
import type { Instant } from "../domain/time.ts";

export interface Timetable<T> {
  readonly put: (at: Instant, what: T) => void;
  /** Takes off the earliest entry, and those that follow it within `span`; nothing after `end`. */
  readonly takeWithin: (span: number, end: Instant) => readonly { readonly at: Instant; readonly what: T }[];
}

interface Entry<T> {
  readonly at: Instant;
  readonly serial: number;
  readonly what: T;
}

export function createTimetable<T>(): Timetable<T> {
  const heap: Entry<T>[] = [];
  let serial = 0;

  function isBefore(a: number, b: number): boolean {
    const [first, second] = [heap[a], heap[b]];
    if (!first || !second) return first !== undefined;
    return first.at < second.at || (first.at === second.at && first.serial < second.serial);
  }

  function swap(a: number, b: number): void {
    const [first, second] = [heap[a], heap[b]];
    if (first && second) [heap[a], heap[b]] = [second, first];
  }

  function rise(index: number): void {
    const parent = (index - 1) >> 1;
    if (index === 0 || !isBefore(index, parent)) return;
    swap(index, parent);
    rise(parent);
  }

  function sink(index: number): void {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const child = isBefore(right, left) ? right : left;
    if (child >= heap.length || !isBefore(child, index)) return;
    swap(index, child);
    sink(child);
  }

  return {
    put(at, what) {
      heap.push({ at, serial: serial++, what });
      rise(heap.length - 1);
    },
    takeWithin(span, end) {
      const until = Math.min((heap[0]?.at ?? 0) + span, end);
      const taken: Entry<T>[] = [];
      for (let first = heap[0]; first !== undefined && first.at <= until; first = heap[0]) {
        swap(0, heap.length - 1);
        heap.pop();
        sink(0);
        taken.push(first);
      }
      return taken;
    },
  };
}
