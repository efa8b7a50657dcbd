/** Alternating rounds in one run: what the machine does meanwhile strikes both sides, so the ratio is steadier than the rates. */

export interface Ratio {
  readonly name: string;
  /** Medians of all rounds. */
  readonly ours: Measure;
  readonly raw: Measure;
  /** Median of the ratios of single rounds, ours to raw: how much of the bare rate is left. */
  readonly ratio: number;
  /** First and third quarter of those ratios. */
  readonly spread: readonly [number, number];
  /** The same from processor time, which other work on the machine disturbs less. */
  readonly cpuRatio: number;
}

export interface Measure {
  readonly perSecond: number;
  /** Processor time of this process for one thing, in microseconds. */
  readonly cpu: number;
}

type Side = () => Promise<Measure>;

export async function compare(
  name: string,
  rounds: number,
  {
    ours,
    raw,
    afterRound,
  }: { readonly ours: Side; readonly raw: Side; readonly afterRound?: () => Promise<void> | void },
): Promise<Ratio> {
  const pairs: { readonly ours: Measure; readonly raw: Measure }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const isOursFirst = round % 2 === 0;
    const first = await (isOursFirst ? ours : raw)();
    const second = await (isOursFirst ? raw : ours)();
    pairs.push(isOursFirst ? { ours: first, raw: second } : { ours: second, raw: first });
    await afterRound?.();
  }
  const ratios = pairs.map((pair) => pair.ours.perSecond / pair.raw.perSecond);
  return {
    name,
    ours: medianOf(pairs.map((pair) => pair.ours)),
    raw: medianOf(pairs.map((pair) => pair.raw)),
    ratio: rounded(quantile(ratios, 0.5)),
    spread: [rounded(quantile(ratios, 0.25)), rounded(quantile(ratios, 0.75))],
    cpuRatio: rounded(
      quantile(
        pairs.map((pair) => pair.raw.cpu / pair.ours.cpu),
        0.5,
      ),
    ),
  };
}

/** How fast `work` does an amount of things. */
export async function measure(amount: number, work: () => Promise<void> | void): Promise<Measure> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (amount / (performance.now() - start)) * 1000, cpu: (user + system) / amount };
}

export function printRatio({ name, ours, raw, ratio, spread, cpuRatio }: Ratio): string {
  const side = ({ perSecond, cpu }: Measure) =>
    `${perSecond.toFixed(0).padStart(7)}/s ${cpu.toPrecision(3).padStart(6)} µs`;
  const [low, high] = spread;
  return `${name.padEnd(32)} ours ${side(ours)}  raw ${side(raw)}  ratio ${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)}), by processor time ${cpuRatio.toFixed(2)}`;
}

function medianOf(measures: readonly Measure[]): Measure {
  const median = (pick: (one: Measure) => number) => quantile(measures.map(pick), 0.5);
  return { perSecond: Math.round(median((one) => one.perSecond)), cpu: median((one) => one.cpu) };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
