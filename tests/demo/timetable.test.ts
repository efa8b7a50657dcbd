import { array, assert, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { createTimetable } from "../../server/demo/timetable.ts";

it("a timetable gives back what was put in, in order of time, equals in order of arrival", () => {
  assert(
    property(array(integer({ min: 0, max: 9 })), (instants) => {
      const timetable = createTimetable<number>();
      instants.forEach((at, index) => timetable.put(at, index));
      const taken = timetable.takeWithin(9, 9).map(({ what }) => what);
      const orderOf = (a: number, b: number) => (instants[a] ?? 0) - (instants[b] ?? 0) || a - b;
      expect(taken).toEqual(instants.map((_, index) => index).sort(orderOf));
      expect(timetable.takeWithin(9, 9)).toEqual([]);
    }),
  );
});

it("a timetable gives the earliest entries of a span, and nothing after the end", () => {
  const timetable = createTimetable<string>();
  for (const at of [30, 10, 12, 15, 21]) timetable.put(at, `at ${at}`);
  const taken = () => timetable.takeWithin(5, 25).map(({ at }) => at);
  expect([taken(), taken(), taken()]).toEqual([[10, 12, 15], [21], []]);
});
