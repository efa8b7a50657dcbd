/** A number of the cockpit in words: value, change and target, with the address of exactly its cases. Pure. */
import type { CockpitAnswer, CockpitFigure } from "../../server/domain/cockpit/answers.ts";
import { cockpitWords } from "../cockpitWords.ts";
import { words } from "../words.ts";
import { figureAddress } from "./evaluationAddress.ts";

export interface ShownFigure {
  readonly name: string;
  readonly value: string;
  readonly change: string;
  /** Whether the change is to the better; null where neither is better, or nothing changed. */
  readonly isBetter: boolean | null;
  readonly target: string | null;
  readonly isReached: boolean | null;
  readonly href: string;
}

export function shownFigure(figure: CockpitFigure, month: CockpitAnswer["month"]): ShownFigure {
  return {
    name: figure.kind === "indicator" ? figure.name : cockpitWords.names[figure.kind],
    value: valueText(figure),
    href: addressOf(figure, month),
    ...changeOf(figure),
    ...targetOf(figure),
  };
}

function valueText({ kind, value }: CockpitFigure): string {
  if (value === null) return words.none;
  return kind === "indicator" ? words.rate(value) : String(value);
}

function addressOf({ kind, code }: CockpitFigure, month: CockpitAnswer["month"]): string {
  if (kind === "reported") return "/cases?tab=all&reported=today&sort=newest";
  if (kind === "calls") return "/calls/figures?days=7&list=1";
  return figureAddress({ indicator: code, ...month });
}

function changeOf({ kind, value, before, better }: CockpitFigure): Pick<ShownFigure, "change" | "isBetter"> {
  const against = cockpitWords.change[kind];
  if (value === null || before === null) return { change: cockpitWords.nothingBefore, isBetter: null };
  const difference = kind === "indicator" ? pointsBetween(value, before) : value - before;
  if (difference === 0) return { change: `${against}${cockpitWords.same}`, isBetter: null };
  const size = String(Math.abs(difference));
  const text = kind === "indicator" ? cockpitWords.points(size) : cockpitWords.pieces(Math.abs(difference));
  const change = `${against} ${difference > 0 ? cockpitWords.more(text) : cockpitWords.less(text)}`;
  return { change, isBetter: better === null ? null : difference > 0 === (better === "high") };
}

function targetOf({ value, target, better }: CockpitFigure): Pick<ShownFigure, "target" | "isReached"> {
  if (target === null) return { target: null, isReached: null };
  const told = cockpitWords.target(words.rate(target));
  if (value === null) return { target: told, isReached: null };
  const distance = (better === "low" ? -1 : 1) * pointsBetween(value, target);
  if (distance >= 0) return { target: `${told} · ${cockpitWords.reached}`, isReached: true };
  const missing = String(-distance);
  const word = better === "low" ? cockpitWords.beyond(missing) : cockpitWords.short(missing);
  return { target: `${told} · ${word}`, isReached: false };
}

/** Percentage points to one decimal, as the shares are shown: what is read must add up. */
function pointsBetween(a: number, b: number): number {
  return (Math.round(a * 1000) - Math.round(b * 1000)) / 10;
}
