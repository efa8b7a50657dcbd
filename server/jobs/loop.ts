/** A job that runs again and again until it is stopped; it never runs twice at once. */
export interface Job {
  /** Ends after the round under way. */
  readonly stop: () => Promise<void>;
}

/** @param round does one round and says how many milliseconds to wait before the next. */
export function startLoop(round: () => Promise<number>): Job {
  let stopped = false;
  let wake: (() => void) | undefined;

  async function run(): Promise<void> {
    while (!stopped) {
      const rest = await round();
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, rest);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  const running = run();
  return {
    stop() {
      stopped = true;
      wake?.();
      return running;
    },
  };
}
