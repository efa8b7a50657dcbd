/** Names of the county by a piece or by initials, asked for while somebody types; only the newest question counts. */
import { signal } from "@preact/signals";
import type { FindAnswer, FoundName } from "../../server/domain/findAnswers.ts";
import { ask, queryOf } from "../api.ts";

/** A pause of the hand after which is asked. */
const PAUSE = 120;
/** One letter fits too much. */
const LEAST = 2;

export interface Finder {
  readonly rows: { readonly value: readonly FoundName[] };
  readonly look: (words: string) => void;
}

export function createFinder(): Finder {
  const rows = signal<readonly FoundName[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  function look(words: string): void {
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    const wanted = words.trim().slice(0, 40);
    if (wanted.length < LEAST) rows.value = [];
    else timer = setTimeout(() => void find(wanted, mine), PAUSE);
  }

  async function find(wanted: string, mine: number): Promise<void> {
    const answer = await ask<FindAnswer>(`/api/find${queryOf({ q: wanted })}`);
    if (mine === turn && answer.kind === "answer") rows.value = answer.value.rows;
  }

  return { rows, look };
}

/** Where a name leads: its cases, its spot on the map, its file. */
export function addressOfName({ kind, code }: Pick<FoundName, "kind" | "code">): string {
  switch (kind) {
    case "unit":
    case "township":
    case "item":
    case "cell":
      return `/cases${queryOf({ tab: "all", [kind]: code })}`;
    case "place":
      return `/map${queryOf({ at: code })}`;
    case "component":
      return `/component/${encodeURIComponent(code)}`;
    case "person":
      return "/people";
  }
}
