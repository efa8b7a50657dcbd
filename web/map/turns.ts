/** Work of several canvases, one step in each animation frame: together they would make a frame that people see as a jerk. */

/** What is left to do, in steps each of which fits into a frame. */
type Work = Iterator<unknown>;

/** @param nextFrame calls what it is given in the next animation frame. */
export function createTurns(nextFrame: (step: () => void) => unknown): (work: Work) => void {
  const waiting: Work[] = [];

  function step(): void {
    if (waiting[0]?.next().done === true) waiting.shift();
    if (waiting.length > 0) nextFrame(step);
  }

  return function take(work) {
    waiting.push(work);
    if (waiting.length === 1) nextFrame(step);
  };
}
