/** How far a long command is: a bar that redraws itself on a terminal, a line now and then in a log. */

export interface Screen {
  readonly write: (text: string) => void;
  readonly isTty: boolean;
}

export interface Progress {
  /** @param done of `total`, rising. */
  readonly at: (done: number, total: number) => void;
  readonly end: () => void;
}

const WIDTH = 30;

export function createProgress(label: string, screen: Screen): Progress {
  let last = -1;

  function at(done: number, total: number): void {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    const step = screen.isTty ? percent : Math.floor(percent / 10) * 10;
    if (step === last) return;
    last = step;
    screen.write(
      screen.isTty ? `\r${label} ${bar(percent)} ${done}/${total}` : `${label} ${done}/${total}\n`,
    );
  }

  return { at, end: () => (screen.isTty && last >= 0 ? screen.write("\n") : undefined) };
}

function bar(percent: number): string {
  const full = Math.round((percent / 100) * WIDTH);
  return `[${"=".repeat(full)}${" ".repeat(WIDTH - full)}] ${String(percent).padStart(3)}%`;
}
