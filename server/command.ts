/** A command of `huying`: its name, what it says of itself, and what it does. */
import type { Instant } from "./domain/time.ts";

export interface Subcommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** All of `--help`: usage, options, an example and what the exit codes mean. */
  readonly help: string;
  /** @returns the exit code. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}

/** The outside of a command; tests hand in their own. */
export interface Terminal {
  /** Results: what a pipe receives. */
  readonly out: (text: string) => void;
  /** Progress, warnings and errors: what a person watches. */
  readonly err: (text: string) => void;
  /** Is a person watching `err`? */
  readonly isTty: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Instant;
}

/** The same meaning for every command. */
export const exitCode = {
  done: 0,
  /** It ran, but not everything is as it should be: rows rejected, a record bent, a provisional deadline. */
  partly: 1,
  /** It was called wrongly. */
  usage: 2,
  /** It could not run: no such file, no database, the folder is in use. */
  failed: 3,
  /** A sync to disk failed under way: to be started again, after a look at the disk. */
  unsure: 4,
  /** What was looked at agrees, but nothing proves where it comes from. */
  unproven: 5,
} as const;
