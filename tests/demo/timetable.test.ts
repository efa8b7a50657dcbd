import { array, assert, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { createTimetable } from "../../server/demo/timetable.ts";

it("a timetable gives back what was put in, in order of time, equals in order of arrival", () => {
  assert(
    property(array(integer({ min: 0, max: 9 })), (instants) => {
      const timetable = createTimetable<number>();
      instants.forEach((at, index) => timetable.put(at, index));
      const taken = instants.map(() => timetable.take()?.what ?? -1);
      const expected = instants.map((_, index) => index).sort((a, b) => orderOf(a, b));
      expect(taken).toEqual(expected);
      expect(timetable.take()).toBeNull();

      function orderOf(a: number, b: number): number {
        return (instants[a] ?? 0) - (instants[b] ?? 0) || a - b;
      }
    }),
  );
});
