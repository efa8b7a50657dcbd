/** A figure in words: a share as per cent, an average with two places. */
import type { FigureAnswer, IndicatorAnswer } from "../../server/domain/evaluate/answers.ts";
import { evaluationWords } from "../evaluationWords.ts";
import { words } from "../words.ts";

export function figureText({ value }: FigureAnswer, { kind }: IndicatorAnswer): string {
  if (value === null) return words.none;
  return kind === "share" ? words.rate(value) : evaluationWords.average(value);
}
