/** Two houses held against each other: every row of every table, both records recomputed, the figures of evaluation. */
import { hash } from "node:crypto";
import { canonical, type Sums } from "../../db/openMove.ts";
import type { Store, Verification } from "../../db/store.ts";
import { figuresOf } from "../evaluation/figures.ts";
import type { Reference } from "../domain/reference.ts";
import { indicatorsOf } from "../domain/evaluate/rules.ts";
import { scoreOf } from "../domain/evaluate/figure.ts";
import type { Instant } from "../domain/time.ts";

export interface Difference {
  readonly what: "rows" | "content" | "verification" | "root" | "scores";
  /** The table, or the grouping of the scores. */
  readonly where: string;
  readonly here: string;
  readonly there: string;
}

/** What is known of one house. */
export interface Account {
  readonly sums: Sums;
  readonly verification: Verification;
  /** Root of the tree over all records, in hex. */
  readonly root: string;
  /** Of the figures and the score of every group: a hash. */
  readonly scores: Readonly<Record<"unit" | "township", string>>;
}

interface Looking {
  readonly reference: Reference;
  readonly now: Instant;
  readonly onProgress?: (done: number, total: number) => void;
}

export async function accountOf(store: Store, sums: Sums, looking: Looking): Promise<Account> {
  const { record } = store;
  return {
    sums,
    verification: await store.verify(looking.onProgress),
    root: Buffer.from(await record.root(await record.size(), "sha256")).toString("hex"),
    scores: {
      unit: await scoresOf("unit", store, looking),
      township: await scoresOf("township", store, looking),
    },
  };
}

/** Over all years at once. */
async function scoresOf(by: "unit" | "township", store: Store, { reference, now }: Looking): Promise<string> {
  const question = { scope: { kind: "all" }, from: 0, to: now } as const;
  const { groups } = await figuresOf(question, by, { store, reference, clock: { now: () => now } });
  const { evaluation: rules } = reference;
  const indicators = indicatorsOf(rules);
  const scheme = rules.schemes.find(({ code }) => code === rules.weights);
  const told = [...groups].map(([code, figures]) => {
    const score = scheme === undefined ? null : scoreOf(figures, scheme, indicators);
    return [code, { figures, score }] as const;
  });
  return hash("sha256", canonical(Object.fromEntries(told)), "hex");
}

/** @returns every way in which the second differs from the first; nothing when they are equal. */
export function differences(here: Account, there: Account): readonly Difference[] {
  return [
    ...[...here.sums].flatMap(([where, { rows, digest }]) => {
      const other = there.sums.get(where);
      if (rows !== other?.rows) return unequal("rows", where, String(rows), String(other?.rows ?? 0));
      return unequal("content", where, digest, other.digest);
    }),
    ...unequal("verification", "", JSON.stringify(here.verification), JSON.stringify(there.verification)),
    ...unequal("root", "", here.root, there.root),
    ...unequal("scores", "unit", here.scores.unit, there.scores.unit),
    ...unequal("scores", "township", here.scores.township, there.scores.township),
  ];
}

function unequal(
  what: Difference["what"],
  where: string,
  here: string,
  there: string,
): readonly Difference[] {
  return here === there ? [] : [{ what, where, here, there }];
}
