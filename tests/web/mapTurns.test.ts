import { describe, expect, it } from "vitest";
import { createTurns } from "../../web/map/turns.ts";

/** Animation frames that come when the test says so. */
function frames() {
  let asked: (() => void)[] = [];
  const take = createTurns((step) => asked.push(step));
  const pass = () => {
    const now = asked;
    asked = [];
    for (const step of now) step();
    return now.length;
  };
  return { take, pass };
}

describe("work of the map's canvases", () => {
  function work(done: string[]) {
    return function* (name: string, steps: number) {
      for (let step = 1; step <= steps; step += 1) {
        done.push(`${name}${step}`);
        if (step < steps) yield;
      }
    };
  }

  it("does one step in a frame, and nobody waits for all the steps of another", () => {
    const { take, pass } = frames();
    const done: string[] = [];
    take(work(done)("cases", 3));
    take(work(done)("ground", 1));
    const seen = [0, 1, 2, 3, 4].map(() => (pass(), done.join(" ")));
    expect(seen).toEqual([
      "cases1",
      "cases1 ground1",
      "cases1 ground1 cases2",
      "cases1 ground1 cases2 cases3",
      "cases1 ground1 cases2 cases3",
    ]);
    expect(pass()).toBe(0);
  });

  it("does one step in a frame too for what is asked for by a step", () => {
    const { take, pass } = frames();
    const done: string[] = [];
    const again = function* () {
      yield done.push("first");
      take(work(done)("more", 2));
    };
    take(again());
    expect([0, 1, 2, 3].map(() => (pass(), done.length))).toEqual([1, 1, 2, 3]);
    expect(pass()).toBe(0);
  });

  it("begins again when something comes after all is done", () => {
    const { take, pass } = frames();
    take([].values());
    pass();
    let ran = 0;
    take({ next: () => ({ done: true, value: (ran += 1) }) });
    expect(pass()).toBe(1);
    expect(ran).toBe(1);
  });
});
