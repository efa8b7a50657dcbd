/**
 * Work of several canvases in turns, one step in each animation frame: together they would make a frame that people see
 * as a jerk, and one after the other the quick one would wait for the long one.
 */

/** What is left to do, in steps each of which fits into a frame. */
type Work = Iterator<unknown>;

/** @param nextFrame calls what it is given in the next animation frame. */
export function createTurns(nextFrame: (step: () => void) => unknown): (work: Work) => void {
  const waiting: Work[] = [];
  let isAsked = false;

  function ask(): void {
    if (isAsked || waiting.length === 0) return;
    isAsked = true;
    nextFrame(step);
  }

  function step(): void {
    isAsked = false;
    const work = waiting.shift();
    if (work?.next().done === false) waiting.push(work);
    ask();
  }

  return function take(work) {
    waiting.push(work);
    ask();
  };
}
