/** A terminal for tests: it remembers what was said, in a data folder of its own. */
import { onTestFinished } from "vitest";
import { rmSync } from "node:fs";
import { runHuying } from "../../server/cli/runHuying.ts";
import { subcommands } from "../../server/commands/all.ts";
import { at } from "./calendar.ts";
import { temporaryFolder } from "./store.ts";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Office {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Promise<Said>;
}

/** @param env settings besides DATA_DIR; `DEMO` is off, so that no grid has to be laid out. */
export function openOffice(env: Readonly<Record<string, string>> = {}): Office {
  const folder = temporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    async run(...args) {
      let [out, err] = ["", ""];
      const code = await runHuying(args, subcommands, {
        out: (text) => void (out += text),
        err: (text) => void (err += text),
        isTty: false,
        env: { DATA_DIR: folder, DEMO: "off", ...env },
        now: () => at("2026-11-20 09:00"),
      });
      return { code, out, err };
    },
  };
}
