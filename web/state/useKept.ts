/** The values of a form of an act, which begin where somebody stopped before sending it. */
import { useLayoutEffect, useState } from "preact/hooks";
import { filledOver, type FormContent, keepIn, keptIn } from "./keptForm.ts";

interface Kept<Values> {
  readonly values: Values;
  readonly setValues: (next: (old: Values) => Values) => void;
  /** They go on from what was filled in before. */
  readonly isResumed: boolean;
  /** Changes with 清空重填: what is drawn under this key begins anew as well. */
  readonly turn: number;
  readonly anew: () => void;
  /** It was sent: nothing of it is kept. */
  readonly done: () => void;
}

/**
 * @param form names it among all forms: the case and the act.
 * @param start what it begins with. @param without names of what is not kept.
 */
export function useKept<Values extends FormContent>(
  form: string,
  start: Values,
  without: readonly string[] = [],
): Kept<Values> {
  const [before] = useState(() => keptIn(form));
  const [values, setValues] = useState<Values>({ ...start, ...before });
  const [turn, setTurn] = useState(0);
  // At once: an effect after painting is dropped where the last key was followed by Esc within that picture
  useLayoutEffect(() => keepIn(form, filledOver(start, values, without)), [values]);
  return {
    values,
    setValues,
    isResumed: before !== null && turn === 0,
    turn,
    anew: () => {
      setTurn(turn + 1);
      setValues(start);
    },
    done: () => keepIn(form, null),
  };
}
