/** Alternating rounds in one run: what the machine does meanwhile strikes both sides, so the ratio is steadier than the rates. */

export interface Ratio {
  readonly name: string;
  /** Medians of all rounds, in things per second. */
  readonly ours: number;
  readonly raw: number;
  /** Median of the ratios of single rounds, ours to raw. */
  readonly ratio: number;
  /** Ratio of the first and the third quarter. */
  readonly spread: readonly [number, number];
}

/** @returns things done per second. */
type Side = () => Promise<number> | number;

export async function compare(
  name: string,
  rounds: number,
  { ours, raw }: { readonly ours: Side; readonly raw: Side },
): Promise<Ratio> {
  const pairs: { ours: number; raw: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const isOursFirst = round % 2 === 0;
    const first = await (isOursFirst ? ours : raw)();
    const second = await (isOursFirst ? raw : ours)();
    pairs.push(isOursFirst ? { ours: first, raw: second } : { ours: second, raw: first });
  }
  const ratios = pairs.map((pair) => pair.ours / pair.raw);
  return {
    name,
    ours: Math.round(
      quantile(
        pairs.map((pair) => pair.ours),
        0.5,
      ),
    ),
    raw: Math.round(
      quantile(
        pairs.map((pair) => pair.raw),
        0.5,
      ),
    ),
    ratio: round2(quantile(ratios, 0.5)),
    spread: [round2(quantile(ratios, 0.25)), round2(quantile(ratios, 0.75))],
  };
}

/** @returns how many per second `work` does, of `amount`. */
export async function rateOf(amount: number, work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return (amount / (performance.now() - start)) * 1000;
}

export function printRatio({ name, ours, raw, ratio, spread }: Ratio): string {
  return `${name.padEnd(34)} ${String(ours).padStart(8)}/s  raw ${String(raw).padStart(8)}/s  ratio ${ratio.toFixed(2)} (${spread[0].toFixed(2)}–${spread[1].toFixed(2)})`;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
