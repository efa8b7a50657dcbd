/**
 * 呼叫率 and 应答率, by township and by department, never by person. Every figure is counted from a list of calls that
 * can be opened: `signedOf` is the one rule for both.
 */
import type { Instant } from "../time.ts";
import type { Call } from "./call.ts";

/** How a department's signing of a call counts: declined in time is excluded, a limit that still runs is not judged. */
export type Signed = "answered" | "missed" | "excluded" | "running";

export const signedKinds: readonly Signed[] = ["answered", "missed", "excluded", "running"];

/** By the first limit for signing; a reopening is judged by its rating. null when the unit was not called. */
export function signedOf({ clocks }: Pick<Call, "clocks">, unit: string, now: Instant): Signed | null {
  const clock = clocks.find((row) => row.unit === unit && row.kind === "sign" && row.round === 0);
  if (!clock) return null;
  if (clock.outcome === null) return clock.dueAt <= now ? "missed" : "running";
  return ({ met: "answered", missed: "missed", void: "excluded" } as const)[clock.outcome];
}

export interface UnitFigures extends Readonly<Record<Signed, number>> {
  readonly unit: string;
  readonly rate: number | null;
}

/** In the order of the codes: nothing here is a ranking. */
export function unitFigures(calls: readonly Call[], now: Instant): readonly UnitFigures[] {
  // A unit that was closed since has no answer any more (机构接续), but signed in its time or did not
  const named = ({ answers, clocks }: Call) => [...answers, ...clocks.filter(({ kind }) => kind === "sign")];
  const units = [...new Set(calls.flatMap((call) => named(call).map(({ unit }) => unit)))].sort();
  return units.flatMap((unit) => {
    const signed = calls.map((call) => signedOf(call, unit, now)).filter((kind) => kind !== null);
    if (signed.length === 0) return [];
    const count = (kind: Signed) => signed.filter((each) => each === kind).length;
    const [answered, missed] = [count("answered"), count("missed")];
    const judged = answered + missed;
    return [
      {
        unit,
        answered,
        missed,
        excluded: count("excluded"),
        running: count("running"),
        rate: judged === 0 ? null : answered / judged,
      },
    ];
  });
}

export interface TownshipFigures {
  readonly township: string;
  readonly calls: number;
  readonly cases: number;
  readonly rate: number | null;
}

/** A call that its township's head did not approve, or has not yet, is no call. */
export function counts({ state }: Pick<Call, "state">): boolean {
  return state !== "asked" && state !== "withdrawn";
}

/** Calls that went out per case reported in the township. */
export function townshipFigures(
  calls: readonly Call[],
  cases: ReadonlyMap<string, number>,
): readonly TownshipFigures[] {
  const townships = [...new Set([...cases.keys(), ...calls.map(({ township }) => township)])].sort();
  return townships.map((township) => {
    const own = calls.filter((call) => call.township === township && counts(call)).length;
    const reported = cases.get(township) ?? 0;
    return { township, calls: own, cases: reported, rate: reported === 0 ? null : own / reported };
  });
}
