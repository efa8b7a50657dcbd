/** Whether something that the server keeps in memory was written since, by this process or by another. */

/** Tables whose writings triggers count (migration `changes`). */
export const watched = ["sites", "cell_people", "components", "accounts", "sealed_words"] as const;

/** `sealed_words` counts only erasures: the words of a case that went. */
export type Watched = (typeof watched)[number];

export interface ChangeQueries {
  /** Of one of them alone: asked before every act. */
  count(of: Watched): Promise<number>;
  /** How often each was changed so far: equal numbers say that nothing was. */
  counts(): Promise<Readonly<Record<Watched, number>>>;
}
